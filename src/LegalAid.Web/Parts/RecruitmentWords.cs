using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Parts;

/// <summary>How rounds and applications are spoken of.</summary>
public static class RecruitmentWords
{
    private static readonly (ServiceIntents Intent, string Word)[] Intents =
    [
        (ServiceIntents.CriminalDefence, "刑事辩护"), (ServiceIntents.CivilRepresentation, "民事代理"), (ServiceIntents.AdministrativeRepresentation, "行政代理"), (ServiceIntents.LabourArbitration, "劳动仲裁"),
    ];

    public static string Of(Pools pools) => pools switch
    {
        Pools.None => "—",
        Pools.Duty => "值班库",
        Pools.Cases => "办案库",
        Pools.Duty | Pools.Cases => "值班库、办案库",
        _ => throw new ArgumentOutOfRangeException(nameof(pools), pools, "Unknown list."),
    };

    public static string Of(ServiceIntents intents) => intents == ServiceIntents.None ? "—" : string.Join('、', Intents.Where(word => intents.HasFlag(word.Intent)).Select(word => word.Word));

    public static string Of(PoolPerson person) => person switch
    {
        PoolPerson.SocialLawyer => "社会律师",
        PoolPerson.PublicLawyer => "公职律师",
        PoolPerson.CompanyLawyer => "公司律师",
        PoolPerson.Volunteer => "志愿者",
        PoolPerson.CentreStaff => "中心工作人员",
        PoolPerson.LegalWorker => "基层法律服务工作者",
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Unknown kind of person."),
    };

    /// <summary>A vetting in one line, as the form tells it (QJ-F.7): how many criteria, how they stand, and for what the applicant could be taken in.</summary>
    public static string Of(VettingDecision vetted)
    {
        var counts = string.Join('、', vetted.Findings.GroupBy(finding => finding.Verdict).OrderBy(of => of.Key).Select(of => $"{VettingWords.Of(of.Key)} {of.Count()} 项"));
        var open = vetted.MayAdmit ? $"可以入库（{Of(vetted.Pools)}{(vetted.Intents == ServiceIntents.None ? "" : $"；{Of(vetted.Intents)}")}）" : "不符合入库条件";
        return $"逐项审核 {vetted.Findings.Count} 项：{counts}；{open}";
    }

    public static string Of(Submitter submitter) => submitter switch
    {
        Submitter.Institution => "本人填写，所在机构出具推荐意见后统一提交，以机构提交的时间为准",
        Submitter.Person => "本人直接提交",
        Submitter.PersonWithConsent => "本人填写，经所在单位同意后由本人提交",
        _ => throw new ArgumentOutOfRangeException(nameof(submitter), submitter, "Unknown submitter."),
    };

    public static string Of(ApplicationPaperKind kind) => kind switch
    {
        ApplicationPaperKind.Photo => "照片",
        ApplicationPaperKind.Licence => "执业证复印件",
        ApplicationPaperKind.IdentityCard => "身份证复印件",
        ApplicationPaperKind.Qualification => "法律职业资格证复印件",
        ApplicationPaperKind.Endorsement => "所在单位盖章页",
        ApplicationPaperKind.Commitment => "承诺书",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown paper."),
    };

    public static string Of(CareerKind kind) => kind switch
    {
        CareerKind.Employment => "执业经历",
        CareerKind.Award => "奖励",
        CareerKind.Sanction => "处罚、处分",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown line."),
    };

    public static (string Word, Tone Tone) Of(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => ("草稿", Tone.Active),
        ApplicationStatus.WithInstitution => ("待单位办理", Tone.Waiting),
        ApplicationStatus.Submitted => ("已提交中心", Tone.Waiting),
        ApplicationStatus.Returned => ("退回补正", Tone.Attention),
        ApplicationStatus.Lapsed => ("视为放弃", Tone.Ended),
        ApplicationStatus.Withdrawn => ("已撤回", Tone.Ended),
        ApplicationStatus.Selected => ("拟入库", Tone.Good),
        ApplicationStatus.Refused => ("不予入库", Tone.Ended),
        ApplicationStatus.Admitted => ("已入库", Tone.Good),
        ApplicationStatus.RoundWithdrawn => ("批次已撤销", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>What people see of a round: open and closed are told by the clock.</summary>
    public static (string Word, Tone Tone) Of(RoundStatus status, DateTime opensAtUtc, DateTime? closesAtUtc, DateTime nowUtc) => status switch
    {
        RoundStatus.Draft => ("拟稿", Tone.Active),
        RoundStatus.Published when nowUtc < opensAtUtc => ("未开始", Tone.Waiting),
        RoundStatus.Published when nowUtc >= closesAtUtc => ("已截止", Tone.Ended),
        RoundStatus.Published => (closesAtUtc is null ? "常年报名" : "报名中", Tone.Good),
        RoundStatus.ResultsPublished => ("名单已公布", Tone.Good),
        RoundStatus.Withdrawn => ("已撤销", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>From when to when: 3月15日（周五）00:00 至 3月20日（周三）17:00.</summary>
    public static string Window(DateTime opensAtUtc, DateTime? closesAtUtc, DateOnly today) =>
        closesAtUtc is { } closes ? $"{Show.Moment(opensAtUtc, today)} 至 {Show.Until(closes, today)}" : $"{Show.Moment(opensAtUtc, today)} 起，随时可以报名";

    /// <summary>The papers a book asks for, in words.</summary>
    public static IReadOnlyList<string> Papers(RecruitmentRules rules) =>
    [
        .. new[]
        {
            rules.Papers is null ? null : $"入库申请表{rules.Papers.ApplicationForm.Value}份（网上填写，打印{rules.Papers.PrintedForms.Value}份）",
            rules.Papers is { Licence.Value: > 0 } || rules.Pools?.Conditions.LicenceCopy.Value == true ? "执业证复印件" : null,
            rules.Papers is { IdentityCard.Value: > 0 } ? "身份证复印件" : null,
            rules.Papers is null ? null : "照片",
            rules.Pools?.Conditions.WrittenCommitment.Value == true ? "承诺（网上签署）" : null,
        }.OfType<string>(),
    ];
}
