using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Parts;

/// <summary>How cases are spoken of on every page.</summary>
public static class CaseWords
{
    /// <summary>Whose case it is where several are aided: 陈某甲等5人.</summary>
    public static string Recipient(string? first, int headcount) => headcount > 1 ? $"{first}等{headcount}人" : first ?? "";

    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Criminal => "刑事",
        CaseKind.Civil => "民事",
        CaseKind.Administrative => "行政",
        CaseKind.LabourArbitration => "劳动仲裁",
        CaseKind.NonLitigation => "其他非诉讼",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static string Of(CaseStage stage) => stage switch
    {
        CaseStage.Investigation => "侦查",
        CaseStage.Prosecution => "审查起诉",
        CaseStage.FirstInstance => "一审",
        CaseStage.SecondInstance => "二审",
        CaseStage.Retrial => "再审",
        CaseStage.DeathPenaltyReview => "死刑复核",
        CaseStage.Arbitration => "仲裁",
        CaseStage.Enforcement => "执行",
        CaseStage.OutOfCourt => "非诉讼",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };

    public static string Of(CaseSource source) => source switch
    {
        CaseSource.Application => "公民申请",
        CaseSource.Notification => "办案机关通知",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
    };

    public static (string Word, Tone Tone) Of(CaseStatus status) => status switch
    {
        CaseStatus.UnderExamination => ("待审查", Tone.Waiting),
        CaseStatus.Refused => ("不予法律援助", Tone.Ended),
        CaseStatus.AwaitingAssignment => ("待指派", Tone.Attention),
        CaseStatus.Proposed => ("待审批", Tone.Waiting),
        CaseStatus.Assigned => ("待安排承办人", Tone.Waiting),
        CaseStatus.HandlerNamed => ("承办中", Tone.Active),
        CaseStatus.Forwarded => ("待中心接收", Tone.Waiting),
        CaseStatus.Voided => ("已作废", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>What a proposal waits for, where it is known who decides it.</summary>
    public static string Of(ProposalStage stage) => stage switch
    {
        ProposalStage.WithDirector => "待负责人决定",
        ProposalStage.ToDiscuss => "待集体讨论",
        ProposalStage.ToReport => "待报请司法局",
        ProposalStage.WithBureau => "待司法局决定",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };

    public static string Of(NotificationGround ground) => ground switch
    {
        NotificationGround.Minor => "未成年人",
        NotificationGround.SensoryDisability => "视力、听力、言语残疾人",
        NotificationGround.LimitedCapacity => "不能完全辨认自己行为的成年人",
        NotificationGround.LifeOrDeathPenalty => "可能被判处无期徒刑、死刑",
        NotificationGround.DeathPenaltyReviewOnRequest => "申请法律援助的死刑复核案件被告人",
        NotificationGround.TrialInAbsence => "缺席审判案件被告人",
        NotificationGround.CompulsoryTreatment => "强制医疗",
        NotificationGround.OtherByLaw => "法律法规规定的其他人员",
        NotificationGround.OptionalOrdinaryProcedure => "普通程序案件，法院认为有必要",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    public static string Of(ScopeGround ground) => ground switch
    {
        ScopeGround.Defence => "没有委托辩护人的犯罪嫌疑人、被告人",
        ScopeGround.VictimRepresentation => "被害人、自诉人、附带民事诉讼原告人",
        ScopeGround.StateCompensation => "请求国家赔偿",
        ScopeGround.SocialBenefits => "社会保险待遇、社会救助",
        ScopeGround.DependantsPension => "发给抚恤金",
        ScopeGround.Maintenance => "赡养费、抚养费、扶养费",
        ScopeGround.Wages => "确认劳动关系、支付劳动报酬",
        ScopeGround.LegalCapacity => "认定无民事行为能力、限制民事行为能力",
        ScopeGround.PersonalInjury => "工伤、交通、食品药品、医疗事故人身损害赔偿",
        ScopeGround.Environment => "环境污染、生态破坏损害赔偿",
        ScopeGround.OtherByLaw => "法律法规规定的其他事项",
        ScopeGround.NoHardshipNeeded => "不受经济困难条件限制的事项",
        ScopeGround.Retrial => "再审、抗诉案件",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    public static string Of(HardshipBasis basis) => basis switch
    {
        HardshipBasis.NotExamined => "不审查经济状况",
        HardshipBasis.Declaration => "个人诚信承诺",
        HardshipBasis.SharedData => "信息共享查询",
        HardshipBasis.ExemptFromCheck => "免予核查",
        HardshipBasis.NoHardshipNeeded => "不受经济困难条件限制",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    public static string Of(CaseFlags flag) => flag switch
    {
        CaseFlags.LifeOrDeathPenalty => "可能判处无期徒刑以上",
        CaseFlags.SocialImpact => "有一定社会影响",
        CaseFlags.Difficult => "重大疑难",
        CaseFlags.AffectsStability => "对社会平安稳定有影响",
        CaseFlags.OtherGrave => "中心认定的其他重大疑难",
        CaseFlags.Minor => "受援人未成年",
        CaseFlags.InCustody => "受援人在押",
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "Unknown flag."),
    };

    /// <summary>All that hold, joined; a dash when none does.</summary>
    public static string All(CaseFlags flags)
    {
        var held = Enum.GetValues<CaseFlags>().Where(flag => flag != CaseFlags.None && flags.HasFlag(flag)).Select(Of).ToList();
        return held.Count == 0 ? "—" : string.Join('、', held);
    }

    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Recipient => "受援人",
        PartyRole.Opponent => "对方当事人",
        PartyRole.Victim => "被害人",
        PartyRole.CoDefendant => "同案犯罪嫌疑人、被告人",
        PartyRole.Applicant => "代为申请人",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    public static string Of(AuthorityKind kind) => kind switch
    {
        AuthorityKind.Court => "人民法院",
        AuthorityKind.Procuratorate => "人民检察院",
        AuthorityKind.Police => "公安机关",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown authority."),
    };
}
