using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>Something the applicant signs for (承诺), with the clause that asks for it.</summary>
public sealed record Declaration(string Text, string Clause);

/// <summary>What an office's book says of applications: who hands them in, who may apply as what, what is signed.</summary>
public static class ApplicationRules
{
    /// <summary>Where the book does not say, the person hands in the own application.</summary>
    public static Submitter SubmitterOf(RecruitmentRules rules) => rules.SubmittedBy?.Value ?? Submitter.Person;

    /// <summary>The book has a form of its own, printed in so many copies (QJ-F.8).</summary>
    public static bool HasForm(RecruitmentRules rules) => rules.Papers is not null;

    public static int PrintedForms(RecruitmentRules rules) => rules.Papers?.PrintedForms.Value ?? 1;

    /// <summary>How long somebody has to complete what the centre sends back.</summary>
    public static PeriodRule CompletionOf(RecruitmentRules rules) =>
        rules.CompletionClock ?? new(7, PeriodUnit.Days, RollsOverHolidays: true, rules.Entry.Clause, "原文没有写多久；取七日。");

    /// <summary>What is weighed in a selection, in the book's order (QJ-6.6); where it names nothing, everything the program knows.</summary>
    public static IReadOnlyList<SelectionFactor> FactorsOf(RecruitmentRules rules) => rules.SelectionFactors?.Value is { Count: > 0 } named ? named : Enum.GetValues<SelectionFactor>();

    /// <summary>The institution seals its opinion (QJ-F.6); null where the book does not ask for it.</summary>
    public static Setting<bool>? SealOf(RecruitmentRules rules) => rules.Conditions?.InstitutionSeal is { Value: true } asked ? asked : null;

    /// <summary>A pool without a list of kinds is open to lawyers and basic-level legal workers.</summary>
    public static IReadOnlyList<PoolPerson> OpenTo(RecruitmentRules rules) => rules.Pools?.OpenTo.Value ?? [PoolPerson.SocialLawyer, PoolPerson.LegalWorker];

    /// <summary>Who practises under a licence; volunteers and centre staff need none to come into the pool.</summary>
    public static bool IsLicensed(PoolPerson person) => !PersonKinds.IsUnlicensed(PersonKinds.PractitionerOf(person));

    /// <summary>Intents somebody of this kind cannot have (QJ-F.2, LAW-25, WZ-5.1).</summary>
    public static Refusal? WhyNotIntents(PoolPerson person, ServiceIntents intents, RecruitmentRules rules) =>
        !OpenTo(rules).Contains(person) ? new("kind-closed", "本批次不招募这一类人员。", [rules.Pools?.OpenTo.Clause ?? rules.Entry.Clause])
        : person == PoolPerson.LegalWorker && intents.HasFlag(ServiceIntents.CriminalDefence) ? new("worker-criminal", "刑事辩护只能由律师承办，基层法律服务工作者不能选。", ["QJ-F.2", "LAW-25"])
        : person == PoolPerson.CentreStaff && intents.HasFlag(ServiceIntents.CriminalDefence) ? new("staff-criminal", "刑事辩护只能由律师承办，中心工作人员不能选。", ["LAW-25"])
        : person == PoolPerson.Volunteer && rules.Pools?.VolunteersAdviseOnly.Value == true && intents != ServiceIntents.None
            ? new("volunteer-cases", "志愿者只做咨询和代拟文书，不选承办意向。", [rules.Pools.VolunteersAdviseOnly.Clause])
        : null;

    public static IReadOnlyList<Declaration> Declarations(PoolPerson person, RecruitmentRules rules) =>
        HasForm(rules) ?
        [
            new("拥护中国共产党的领导，热心公益，有奉献精神，具备独立办理法律事务的能力。", "QJ-2.1"),
            new("服从法律援助中心的指派和安排，积极参加法律援助宣传和志愿服务。", "QJ-2.6"),
            new("所填内容和所交材料真实，奖惩情况没有隐瞒。", "QJ-F.5"),
        ]
        : rules.Pools is { } pools ? OfPools(person, pools)
        : [new("本人自愿申请加入，所填内容和所交材料真实。", "QDN-4.1a")];

    // The conditions are written for some only (WZ-6); the commitment to follow the centre's arrangements everybody gives.
    private static IReadOnlyList<Declaration> OfPools(PoolPerson person, PoolRules pools) =>
    [
        .. pools.Conditions.WrittenFor.Value.Contains(person) ?
            [
                new("拥护中华人民共和国宪法，遵守法律法规和职业道德，品行良好。", "WZ-6.1"),
                new("有责任感和奉献精神，热心法律援助事业。", "WZ-6.2"),
                new("身体健康，专业素养良好。", "WZ-6.3"),
            ]
            : Array.Empty<Declaration>(),
        new("自愿接受法律援助机构的安排、指导和监督，遵守法律援助的各项制度。", "WZ-6.4b"),
    ];
}
