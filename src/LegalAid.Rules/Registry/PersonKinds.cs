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
/// What each kind of person may do. Public and company lawyers are lawyers without a law firm; volunteers advise and draft, the centre's own staff handle what is no criminal defence
/// (WZ-1.1, WZ-5.1, LAW-17, LAW-25). None of them has an institution: the centre itself, or those of a kind together, stands in that place.
/// </summary>
public static class PersonKinds
{
    internal const string Volunteers = "LAW-17";
    private const string LawyersOnly = "LAW-25";
    private const string Subsidies = "LAW-52";

    public static PractitionerKind PractitionerOf(PoolPerson person) => person switch
    {
        PoolPerson.SocialLawyer => PractitionerKind.Lawyer,
        PoolPerson.PublicLawyer => PractitionerKind.PublicLawyer,
        PoolPerson.CompanyLawyer => PractitionerKind.CompanyLawyer,
        PoolPerson.LegalWorker => PractitionerKind.LegalWorker,
        PoolPerson.Volunteer => PractitionerKind.Volunteer,
        PoolPerson.CentreStaff => PractitionerKind.CentreStaff,
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Unknown kind of person."),
    };

    public static PoolPerson PersonOf(PractitionerKind kind) => kind switch
    {
        PractitionerKind.Lawyer => PoolPerson.SocialLawyer,
        PractitionerKind.PublicLawyer => PoolPerson.PublicLawyer,
        PractitionerKind.CompanyLawyer => PoolPerson.CompanyLawyer,
        PractitionerKind.LegalWorker => PoolPerson.LegalWorker,
        PractitionerKind.Volunteer => PoolPerson.Volunteer,
        PractitionerKind.CentreStaff => PoolPerson.CentreStaff,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of practitioner."),
    };

    /// <summary>Who has neither licence nor institution.</summary>
    public static bool IsUnlicensed(PractitionerKind kind) => kind is PractitionerKind.Volunteer or PractitionerKind.CentreStaff;

    /// <summary>Whom criminal defence is open to (LAW-25): the law asks for a lawyer and not for a law firm.</summary>
    public static bool IsLawyer(PractitionerKind kind) => kind is PractitionerKind.Lawyer or PractitionerKind.PublicLawyer or PractitionerKind.CompanyLawyer;

    public static bool IsLawyer(PoolPerson person) => IsLawyer(PractitionerOf(person));

    /// <summary>Licensed as a lawyer, employed by somebody who is no legal service institution.</summary>
    public static bool IsEmployedLawyer(PractitionerKind kind) => kind is PractitionerKind.PublicLawyer or PractitionerKind.CompanyLawyer;

    /// <summary>Who practises at a law firm or a basic-level legal service office.</summary>
    public static bool HasInstitution(PractitionerKind kind) => HasPractice(RosterAdmission.HomeOf(kind));

    public static bool HasInstitution(PoolPerson person) => HasInstitution(PractitionerOf(person));

    /// <summary>A law firm or a basic-level office; the others only say where people without one stand.</summary>
    public static bool HasPractice(InstitutionKind kind) => kind is InstitutionKind.LawFirm or InstitutionKind.LegalServiceOffice;

    /// <summary>Where lawyers stand and nobody else.</summary>
    public static bool IsOfLawyers(InstitutionKind kind) => kind is InstitutionKind.LawFirm or InstitutionKind.PublicLawyers or InstitutionKind.CompanyLawyers;

    /// <summary>People who stand together here and work for different employers: what one of them handled is no conflict of the others.</summary>
    public static bool StandsForManyEmployers(InstitutionKind kind) => kind is InstitutionKind.PublicLawyers or InstitutionKind.CompanyLawyers or InstitutionKind.Volunteers;

    /// <summary>What the place is called where people of a kind without institution stand together.</summary>
    public static string HomeNameOf(InstitutionKind home, string office) => home == InstitutionKind.Centre ? office : $"{office}（{RosterAdmission.NameOf(home)}）";

    /// <summary>A volunteer is never given a case, whatever else is written (WZ-5.1, LAW-17).</summary>
    public static Refusal? WhyNotHandle(PractitionerKind kind) =>
        kind == PractitionerKind.Volunteer ? new("practitioner-volunteer", "志愿者只做咨询和代拟文书，不承办案件", [Volunteers]) : null;

    /// <summary>What the book lets this kind of person do, right by right.</summary>
    /// <param name="person">As what somebody would come.</param>
    /// <param name="right">What is asked.</param>
    /// <param name="rules">Whom the pool is open to.</param>
    /// <param name="outsidePool">Cases may be given outside the pool (WZ-21.2); null where the book does not speak of it.</param>
    public static KindAnswer Answer(PoolPerson person, KindRight right, RecruitmentRules rules, Setting<bool>? outsidePool = null) => right switch
    {
        KindRight.Entry => Entry(person, rules),
        KindRight.Advice => new(true, "可以", person == PoolPerson.Volunteer ? [rules.Pools?.VolunteersAdviseOnly.Clause ?? Volunteers] : []),
        KindRight.Duty => ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", rules.Pools is { } pools ? [pools.Duty.LicenceYears.Clause] : []) : new(false, "不在库，不排班", Opening(rules)),
        KindRight.Defence => !IsLawyer(person) ? new(false, "只能由律师承办", [LawyersOnly]) : ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", [LawyersOnly]) : Outside(rules, outsidePool),
        KindRight.Representation => Representation(person, rules, outsidePool),
        KindRight.Subsidy => person is PoolPerson.CentreStaff or PoolPerson.PublicLawyer or PoolPerson.CompanyLawyer
            ? new(null, "本机构的规则没有分别写，按当地补贴办法", [Subsidies])
            : new(true, "按补贴标准", [Subsidies]),
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Unknown right."),
    };

    private static KindAnswer Entry(PoolPerson person, RecruitmentRules rules) =>
        ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", Opening(rules)) : new(false, "本机构的资源库不收", Opening(rules));

    private static KindAnswer Representation(PoolPerson person, RecruitmentRules rules, Setting<bool>? outsidePool) =>
        person == PoolPerson.Volunteer ? new(false, "只做咨询和代拟文书", [rules.Pools?.VolunteersAdviseOnly.Clause ?? Volunteers])
        : ApplicationRules.OpenTo(rules).Contains(person) ? new(true, "可以", Opening(rules))
        : Outside(rules, outsidePool);

    private static KindAnswer Outside(RecruitmentRules rules, Setting<bool>? outsidePool) =>
        outsidePool is { Value: true } ? new(true, "库外人员，凭书面理由指派", [outsidePool.Clause]) : new(false, "不在库，不指派", Opening(rules));

    private static IReadOnlyList<string> Opening(RecruitmentRules rules) => [rules.Pools?.OpenTo.Clause ?? rules.Entry.Clause];
}
