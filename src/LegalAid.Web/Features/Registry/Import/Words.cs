using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>The words people write in lists, and what they mean. The first word of each meaning is the one the program writes.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, bool> YesNo { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["是"] = true,
        ["否"] = false,
        ["愿意"] = true,
        ["不愿意"] = false,
        ["√"] = true,
        ["×"] = false,
    };

    public static IReadOnlyDictionary<string, PractitionerKind> Kinds { get; } = new Dictionary<string, PractitionerKind>(StringComparer.Ordinal)
    {
        ["律师"] = PractitionerKind.Lawyer,
        ["公职律师"] = PractitionerKind.PublicLawyer,
        ["公司律师"] = PractitionerKind.CompanyLawyer,
        ["基层法律服务工作者"] = PractitionerKind.LegalWorker,
        ["执业律师"] = PractitionerKind.Lawyer,
        ["专职律师"] = PractitionerKind.Lawyer,
        ["兼职律师"] = PractitionerKind.Lawyer,
        ["社会律师"] = PractitionerKind.Lawyer,
        ["基层法律工作者"] = PractitionerKind.LegalWorker,
        ["法律工作者"] = PractitionerKind.LegalWorker,
    };

    public static IReadOnlyDictionary<string, ServiceIntents> Intents { get; } = new Dictionary<string, ServiceIntents>(StringComparer.Ordinal)
    {
        ["刑事辩护"] = ServiceIntents.CriminalDefence,
        ["民事代理"] = ServiceIntents.CivilRepresentation,
        ["行政代理"] = ServiceIntents.AdministrativeRepresentation,
        ["劳动仲裁"] = ServiceIntents.LabourArbitration,
        ["刑事"] = ServiceIntents.CriminalDefence,
        ["刑辩"] = ServiceIntents.CriminalDefence,
        ["民事"] = ServiceIntents.CivilRepresentation,
        ["行政"] = ServiceIntents.AdministrativeRepresentation,
        ["仲裁"] = ServiceIntents.LabourArbitration,
        ["劳动争议仲裁"] = ServiceIntents.LabourArbitration,
    };

    public static IReadOnlyDictionary<string, CaseKind> CaseKinds { get; } = new Dictionary<string, CaseKind>(StringComparer.Ordinal)
    {
        ["刑事"] = CaseKind.Criminal,
        ["民事"] = CaseKind.Civil,
        ["行政"] = CaseKind.Administrative,
        ["劳动仲裁"] = CaseKind.LabourArbitration,
        ["非诉讼"] = CaseKind.NonLitigation,
        ["仲裁"] = CaseKind.LabourArbitration,
        ["非诉"] = CaseKind.NonLitigation,
    };

    public static IReadOnlyDictionary<string, CaseStage> Stages { get; } = new Dictionary<string, CaseStage>(StringComparer.Ordinal)
    {
        ["侦查"] = CaseStage.Investigation,
        ["审查起诉"] = CaseStage.Prosecution,
        ["一审"] = CaseStage.FirstInstance,
        ["二审"] = CaseStage.SecondInstance,
        ["再审"] = CaseStage.Retrial,
        ["死刑复核"] = CaseStage.DeathPenaltyReview,
        ["仲裁"] = CaseStage.Arbitration,
        ["执行"] = CaseStage.Enforcement,
        ["非诉讼"] = CaseStage.OutOfCourt,
        ["非诉"] = CaseStage.OutOfCourt,
    };

    public static IReadOnlyDictionary<string, Grade> Grades { get; } = new Dictionary<string, Grade>(StringComparer.Ordinal)
    {
        ["优秀"] = Grade.Excellent,
        ["良好"] = Grade.Good,
        ["合格"] = Grade.Qualified,
        ["不合格"] = Grade.Unqualified,
    };

    public static IReadOnlyDictionary<string, OfficialRecordKind> Sanctions { get; } = new Dictionary<string, OfficialRecordKind>(StringComparer.Ordinal)
    {
        ["行政处罚"] = OfficialRecordKind.AdministrativePenalty,
        ["行业惩戒"] = OfficialRecordKind.IndustrySanction,
        ["查证属实的投诉"] = OfficialRecordKind.VerifiedComplaint,
        ["行业处分"] = OfficialRecordKind.IndustrySanction,
        ["投诉属实"] = OfficialRecordKind.VerifiedComplaint,
    };

    private static readonly (ServiceIntents Intent, string Word)[] ShortIntents =
    [
        (ServiceIntents.CriminalDefence, "刑事"),
        (ServiceIntents.CivilRepresentation, "民事"),
        (ServiceIntents.AdministrativeRepresentation, "行政"),
        (ServiceIntents.LabourArbitration, "劳动"),
    ];

    public static string Of(ServiceIntents intents) => string.Join('、', Intents
        .DistinctBy(word => word.Value)
        .Where(word => intents.HasFlag(word.Value))
        .Select(word => word.Key));

    /// <summary>For columns of lists: 刑事、民事.</summary>
    public static string Short(ServiceIntents intents) => string.Join('、', ShortIntents.Where(word => intents.HasFlag(word.Intent)).Select(word => word.Word));

    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct, Enum =>
        words.First(word => word.Value.Equals(value)).Key;
}
