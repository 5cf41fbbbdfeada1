using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What somebody does for a pool, or gets for it.</summary>
public enum KindRight
{
    /// <summary>进入资源库</summary>
    Entry = 1,

    /// <summary>咨询、代拟文书</summary>
    Advice,

    /// <summary>值班</summary>
    Duty,

    /// <summary>刑事辩护</summary>
    Defence,

    /// <summary>代理民事、行政、仲裁等案件</summary>
    Representation,

    /// <summary>补贴</summary>
    Subsidy,
}

/// <summary>One answer of the book: allowed or not, in words where neither says it, and by which clauses.</summary>
public sealed record KindAnswer(bool? Allowed, string Words, IReadOnlyList<string> Clauses);

/// <summary>
/// What people without a licence may do: volunteers advise and draft, the centre's own staff handle what is no criminal defence (WZ-1.1, WZ-5.1, LAW-17, LAW-25). They have no institution:
/// the centre itself, or its volunteers, stands in that place.
/// </summary>
public static class PersonKinds
{
    private const string Volunteers = "LAW-17";
    private const string LawyersOnly = "LAW-25";
    private const string Subsidies = "LAW-52";

    public static PractitionerKind PractitionerOf(PoolPerson person) => person switch
    {
        PoolPerson.SocialLawyer or PoolPerson.PublicLawyer => PractitionerKind.Lawyer,
        PoolPerson.LegalWorker => PractitionerKind.LegalWorker,
        PoolPerson.Volunteer => PractitionerKind.Volunteer,
        PoolPerson.CentreStaff => PractitionerKind.CentreStaff,
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Unknown kind of person."),
    };

    public static PoolPerson PersonOf(PractitionerKind kind) => kind switch
    {
        PractitionerKind.Lawyer => PoolPerson.SocialLawyer,
        PractitionerKind.LegalWorker => PoolPerson.LegalWorker,
        PractitionerKind.Volunteer => PoolPerson.Volunteer,
        PractitionerKind.CentreStaff => PoolPerson.CentreStaff,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of practitioner."),
    };

    /// <summary>Who has neither licence nor institution.</summary>
    public static bool IsUnlicensed(PractitionerKind kind) => kind is PractitionerKind.Volunteer or PractitionerKind.CentreStaff;

    /// <summary>A volunteer is never given a case, whatever else is written (WZ-5.1, LAW-17).</summary>
    public static Refusal? WhyNotHandle(PractitionerKind kind) =>
        kind == PractitionerKind.Volunteer ? new("practitioner-volunteer", "志愿者只做咨询和代拟文书，不承办案件", [Volunteers]) : null;

    /// <summary>Every reason why somebody cannot be entered by hand for these pools and intents.</summary>
    public static List<Refusal> WhyNotEnter(PoolPerson person, Pools pools, ServiceIntents intents, RecruitmentRules rules)
    {
        var refusals = new List<Refusal>();
        if (ApplicationRules.IsLicensed(person))
        {
            refusals.Add(new("kind-licensed", "有执业证的人员由名册导入或者申请入库。", []));
        }

        if (ApplicationRules.WhyNotIntents(person, intents, rules) is { } intent)
        {
            refusals.Add(intent);
        }

        if (pools == Pools.None)
        {
            refusals.Add(new("pools-none", "请选进入哪个库。", rules.Pools is { } both ? [both.BothAllowed.Clause] : []));
        }

        if (pools == (Pools.Duty | Pools.Cases) && rules.Pools is { BothAllowed.Value: false } apart)
        {
            refusals.Add(new("pools-both", "不能同时在两库。", [apart.BothAllowed.Clause]));
        }

        if (person == PoolPerson.Volunteer && pools.HasFlag(Pools.Cases))
        {
            refusals.Add(new("volunteer-cases", "志愿者只做咨询和代拟文书，不进办案库。", [rules.Pools?.VolunteersAdviseOnly.Clause ?? Volunteers]));
        }

        if (pools.HasFlag(Pools.Cases) && person != PoolPerson.Volunteer && intents == ServiceIntents.None)
        {
            refusals.Add(new("intents-none", "进办案库的，请选服务意向。", []));
        }

        return refusals;
    }

    /// <summary>What the book lets this kind of person do, right by right.</summary>
    public static KindAnswer Answer(PoolPerson person, KindRight right, RecruitmentRules rules) => right switch
    {
        KindRight.Entry => Entry(person, rules),
        KindRight.Advice => new(true, "可以", person == PoolPerson.Volunteer ? [rules.Pools?.VolunteersAdviseOnly.Clause ?? Volunteers] : []),
        KindRight.Duty => ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", rules.Pools is { } pools ? [pools.Duty.LicenceYears.Clause] : []) : new(false, "不在库，不排班", Opening(rules)),
        KindRight.Defence => PractitionerOf(person) == PractitionerKind.Lawyer ? new(true, "可以", [LawyersOnly]) : new(false, "只能由律师承办", [LawyersOnly]),
        KindRight.Representation => Representation(person, rules),
        KindRight.Subsidy => person is PoolPerson.CentreStaff or PoolPerson.PublicLawyer
            ? new(null, "本机构的规则没有分别写，按当地补贴办法", [Subsidies])
            : new(true, "按补贴标准", [Subsidies]),
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Unknown right."),
    };

    private static KindAnswer Entry(PoolPerson person, RecruitmentRules rules) =>
        ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", Opening(rules)) : new(false, "本机构的资源库不收", Opening(rules));

    private static KindAnswer Representation(PoolPerson person, RecruitmentRules rules) =>
        person == PoolPerson.Volunteer ? new(false, "只做咨询和代拟文书", [rules.Pools?.VolunteersAdviseOnly.Clause ?? Volunteers])
        : ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", Opening(rules))
        : new(false, "不在库，不指派", Opening(rules));

    private static IReadOnlyList<string> Opening(RecruitmentRules rules) => [rules.Pools?.OpenTo.Clause ?? rules.Entry.Clause];
}
