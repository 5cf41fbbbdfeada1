using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What a roster row says of a person, as far as it could be read. What is unreadable is null and told elsewhere.</summary>
public sealed record RosterCandidate(
    PractitionerKind? Kind,
    LicenceNumber? Licence,
    InstitutionKind? InstitutionKind,
    DateOnly? BornOn,
    DateOnly? FirstLicensedOn,
    ServiceIntents Intents)
{
    /// <summary>The lists the row puts somebody into.</summary>
    public Pools Pools { get; init; }
}

/// <summary>The settings the roster is checked by, with their clauses, and the district the office serves.</summary>
public sealed record RosterRules(Setting<bool> LawyersOnlyForDefence, Setting<DistrictReach> Reach, string District)
{
    /// <summary>How people come into the pool; null where the book does not speak of it.</summary>
    public RecruitmentRules? Recruitment { get; init; }

    /// <summary>Cases may be given to people outside the pool (WZ-9.1, WZ-21.2); null where the book does not speak of it.</summary>
    public Setting<bool>? OutsidePool { get; init; }

    /// <summary>What the places are called where those without institution stand.</summary>
    public IReadOnlyDictionary<InstitutionKind, string> Homes { get; init; } = new Dictionary<InstitutionKind, string>();

    /// <summary>Whether an institution registered there may have people on this roster.</summary>
    public bool Reaches(string district) => district == District || Reach.Value != DistrictReach.OwnDistrict;
}

/// <summary>Who may stand on an office's roster (名册): practising lawyers and basic-level legal workers, each for the work their licence allows.</summary>
public static class RosterAdmission
{
    private const int Majority = 18;

    /// <summary>Every reason at once, so that a sender mends the row in one go.</summary>
    public static IEnumerable<Refusal> WhyNotList(RosterCandidate candidate, DateOnly today, RosterRules rules) => [.. WhyNotAs(candidate, rules), .. WhyNotOnDays(candidate, today, rules)];

    private static IEnumerable<Refusal> WhyNotAs(RosterCandidate candidate, RosterRules rules)
    {
        if (rules.LawyersOnlyForDefence.Value && candidate.Kind == PractitionerKind.LegalWorker && candidate.Intents.HasFlag(ServiceIntents.CriminalDefence))
        {
            yield return new("legal-worker-defence", "基层法律服务工作者不能办理刑事辩护，刑事辩护只能由律师担任", [rules.LawyersOnlyForDefence.Clause]);
        }

        if (candidate.Kind is { } closed && WhyNotKind(closed, candidate.Pools, rules) is { } refusal)
        {
            yield return refusal;
        }

        if (candidate is { Kind: { } kind, Licence: { } licence } && licence.IsForLawyer != PersonKinds.IsLawyer(kind))
        {
            yield return new("licence-kind", $"执业证号首位“{licence.Value[0]}”是{NameOf(licence.Kind)}的证号，与人员类别“{NameOf(kind)}”不符", []);
        }

        if (candidate is { Kind: { } person, InstitutionKind: { } institution } && institution != HomeOf(person))
        {
            yield return new("institution-kind", $"{NameOf(person)}{(PersonKinds.HasInstitution(person) ? $"应在{NameOf(HomeOf(person))}执业" : "不在执业机构执业")}，所填机构是{NameOf(institution)}", []);
        }
    }

    private static IEnumerable<Refusal> WhyNotOnDays(RosterCandidate candidate, DateOnly today, RosterRules rules)
    {
        if (candidate.FirstLicensedOn > today)
        {
            yield return new("licensed-in-future", $"首次执业日期{candidate.FirstLicensedOn:yyyy-MM-dd}晚于今天，尚未执业", [rules.Reach.Clause]);
        }

        if (candidate is { BornOn: { } born, FirstLicensedOn: { } licensed } && licensed < born.AddYears(Majority))
        {
            yield return new("licensed-as-minor", $"按身份证号，首次执业时未满{Majority}周岁，请核对身份证号和首次执业日期", []);
        }
    }

    // Public and company lawyers come as far as the book's pool takes them; an office that assigns beyond its pool may list the others without a pool.
    private static Refusal? WhyNotKind(PractitionerKind kind, Pools pools, RosterRules rules) =>
        !PersonKinds.IsEmployedLawyer(kind) || (rules.Recruitment is { } open && ApplicationRules.OpenTo(open).Contains(PersonKinds.PersonOf(kind))) ? null
        : rules.OutsidePool is not { Value: true } ? new("kind-closed", $"本机构的名册不收{NameOf(kind)}", [rules.Recruitment?.Pools?.OpenTo.Clause ?? rules.Recruitment?.Entry.Clause ?? rules.Reach.Clause])
        : pools == Pools.None ? null
        : new("kind-closed", $"本机构的资源库不收{NameOf(kind)}；作为库外人员登记的，不值班、不进办案库", [rules.Recruitment?.Pools?.OpenTo.Clause ?? rules.OutsidePool.Clause]);

    public static InstitutionKind HomeOf(PractitionerKind kind) => kind switch
    {
        PractitionerKind.Lawyer => InstitutionKind.LawFirm,
        PractitionerKind.PublicLawyer => InstitutionKind.PublicLawyers,
        PractitionerKind.CompanyLawyer => InstitutionKind.CompanyLawyers,
        PractitionerKind.LegalWorker => InstitutionKind.LegalServiceOffice,
        PractitionerKind.Volunteer => InstitutionKind.Volunteers,
        PractitionerKind.CentreStaff => InstitutionKind.Centre,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of practitioner."),
    };

    public static string NameOf(PractitionerKind kind) => kind switch
    {
        PractitionerKind.Lawyer => "律师",
        PractitionerKind.PublicLawyer => "公职律师",
        PractitionerKind.CompanyLawyer => "公司律师",
        PractitionerKind.LegalWorker => "基层法律服务工作者",
        PractitionerKind.Volunteer => "志愿者",
        PractitionerKind.CentreStaff => "中心工作人员",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of practitioner."),
    };

    public static string NameOf(InstitutionKind kind) => kind switch
    {
        InstitutionKind.LawFirm => "律师事务所",
        InstitutionKind.LegalServiceOffice => "基层法律服务所",
        InstitutionKind.Centre => "法律援助中心",
        InstitutionKind.Volunteers => "志愿者",
        InstitutionKind.PublicLawyers => "公职律师",
        InstitutionKind.CompanyLawyers => "公司律师",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of institution."),
    };
}
