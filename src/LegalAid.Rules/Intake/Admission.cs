using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>What an application for aid falls under (援助范围).</summary>
public enum ScopeGround
{
    /// <summary>犯罪嫌疑人、被告人没有委托辩护人（第二十四条）</summary>
    Defence = 1,

    /// <summary>被害人、自诉人、附带民事诉讼原告人（第二十九条）</summary>
    VictimRepresentation,

    /// <summary>请求国家赔偿（第三十一条第一项）</summary>
    StateCompensation,

    /// <summary>社会保险待遇、社会救助（第二项）</summary>
    SocialBenefits,

    /// <summary>抚恤金（第三项）</summary>
    DependantsPension,

    /// <summary>赡养费、抚养费、扶养费（第四项）</summary>
    Maintenance,

    /// <summary>确认劳动关系、支付劳动报酬（第五项）</summary>
    Wages,

    /// <summary>认定公民无民事行为能力或限制民事行为能力（第六项）</summary>
    LegalCapacity,

    /// <summary>工伤、交通、食品药品、医疗事故人身损害赔偿（第七项）</summary>
    PersonalInjury,

    /// <summary>环境污染、生态破坏损害赔偿（第八项）</summary>
    Environment,

    /// <summary>其他，如地方扩大的范围（第九项）</summary>
    OtherByLaw,

    /// <summary>英烈近亲属、见义勇为、再审改判无罪、虐待遗弃家暴受害人（第三十二条），不受经济困难条件限制</summary>
    NoHardshipNeeded,

    /// <summary>申诉、申请再审后裁定再审或抗诉（第三十三条）</summary>
    Retrial,
}

/// <summary>On what the economic condition rests (LAW-32, LAW-41, LAW-42).</summary>
public enum HardshipBasis
{
    /// <summary>通知辩护、通知代理，不审查经济状况</summary>
    NotExamined = 1,

    /// <summary>个人诚信承诺</summary>
    Declaration,

    /// <summary>信息共享查询</summary>
    SharedData,

    /// <summary>免予核查（第四十二条）</summary>
    ExemptFromCheck,

    /// <summary>不受经济困难条件限制（第三十二条）</summary>
    NoHardshipNeeded,
}

/// <summary>An application on the day it is decided. Moments are the office's local time.</summary>
public sealed record ApplicationFacts(CaseKind Kind, DateTime ReceivedAt, DateTime DecidedAt, ScopeGround? Ground = null, HardshipBasis? Hardship = null);

/// <summary>A notice of court, procuratorate or police (通知辩护、通知代理公函) as it is entered in the register.</summary>
public sealed record NoticeFacts(string? LetterNumber, string? Authority, DateTime? ReceivedAt, NotificationGround? Ground, DateTime EnteredAt);

/// <summary>Whether aid may be granted on an application, and whether a notice is complete enough to start its clock.</summary>
public static class Admission
{
    /// <summary>The clause an application's ground stands in.</summary>
    public static string ClauseOf(ScopeGround ground) => ground switch
    {
        ScopeGround.Defence => "LAW-24",
        ScopeGround.VictimRepresentation => "LAW-29",
        ScopeGround.NoHardshipNeeded => "LAW-32",
        ScopeGround.Retrial => "LAW-33",
        >= ScopeGround.StateCompensation and <= ScopeGround.OtherByLaw => "LAW-31",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    /// <summary>Every reason why aid cannot be granted on this application.</summary>
    public static IReadOnlyList<Refusal> WhyNotGrant(ApplicationFacts application) =>
    [
        .. WhyNotNow(application),
        .. WhyNotInScope(application),
        .. WhyNotInHardship(application),
    ];

    /// <summary>Every reason why a notice cannot be taken in: without the minute of its receipt the clock of three days has no start (LAW-36).</summary>
    public static IReadOnlyList<Refusal> WhyNotTakeIn(NoticeFacts notice)
    {
        var refusals = new List<Refusal>();
        AddIf(string.IsNullOrWhiteSpace(notice.LetterNumber), "notice-number", "请填写公函文号", "LAW-36");
        AddIf(string.IsNullOrWhiteSpace(notice.Authority), "notice-authority", "请填写来函机关", "LAW-36");
        AddIf(notice.ReceivedAt is null, "notice-received", "请填写收到公函的时间，精确到分", "LAW-36");
        AddIf(notice.ReceivedAt > notice.EnteredAt, "notice-later", "收到公函的时间不能晚于登记时间", "LAW-36");
        AddIf(notice.Ground is null, "notice-ground", "请选择通知事由", "LAW-25");
        return refusals;

        void AddIf(bool missing, string code, string message, string clause)
        {
            if (missing)
            {
                refusals.Add(new(code, message, [clause]));
            }
        }
    }

    /// <summary>The seven days to examine an application (LAW-43); days waiting for missing papers or another office's inquiry are pauses (REG-17).</summary>
    public static Deadline Examination(DateTime receivedAt, NationalIntakeRules rules, WorkCalendar calendar, IReadOnlyList<DateRange>? pauses = null) =>
        Deadline.Count(receivedAt, rules.ExaminationClock, calendar, pauses);

    private static IEnumerable<Refusal> WhyNotNow(ApplicationFacts application)
    {
        if (application.DecidedAt < application.ReceivedAt)
        {
            yield return new("application-too-early", "决定时间不能早于收到申请的时间", ["LAW-43"], $"收到申请：{application.ReceivedAt:yyyy-MM-dd HH:mm}");
        }
    }

    private static IEnumerable<Refusal> WhyNotInScope(ApplicationFacts application)
    {
        if (application.Ground is not { } ground)
        {
            yield return new("application-scope", "请选择属于哪一项援助范围；不属于法律援助范围的，不予法律援助", ["LAW-31"]);
            yield break;
        }

        // What articles 32 and 33 or local law add may be of any kind.
        var criminal = application.Kind == CaseKind.Criminal;
        if (ground is ScopeGround.Defence or ScopeGround.VictimRepresentation ? !criminal : criminal && ground < ScopeGround.OtherByLaw)
        {
            yield return new("application-scope-kind", "所选援助范围与案件类型不符", [ClauseOf(ground)]);
        }
    }

    private static IEnumerable<Refusal> WhyNotInHardship(ApplicationFacts application)
    {
        switch (application.Hardship)
        {
            case null:
                yield return new("application-hardship", "请选择经济困难的核查方式，或免予核查、不受限制的情形", ["LAW-41", "LAW-42", "LAW-32"]);
                break;
            case HardshipBasis.NotExamined when application.Ground != ScopeGround.Defence:
                // Article 24 knows "other reasons" for having no defender; every other application rests on hardship.
                yield return new("application-not-examined", "只有通知的案件和没有委托辩护人的刑事申请可以不审查经济状况", ["LAW-41"]);
                break;
            case HardshipBasis.NoHardshipNeeded when application.Ground != ScopeGround.NoHardshipNeeded:
                yield return new("application-no-hardship", "不受经济困难条件限制的，应属第三十二条所列情形", ["LAW-32"]);
                break;
            default:
                break;
        }
    }
}
