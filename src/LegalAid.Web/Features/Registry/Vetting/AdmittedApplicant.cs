using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Writes what an admitted application says into person and membership: who somebody is, where and as what they practise.</summary>
internal static class AdmittedApplicant
{
    public static Person Person(PoolApplication a) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = a.Name,
        Gender = a.Gender ?? "—",
        BornOn = a.BornOn!.Value,
        IdentityNumber = a.IdentityNumber!,
        IdentityIndex = a.IdentityIndex!,
    };

    public static Membership Member(PoolApplication a, Person person, (Guid Office, Guid Home) place, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = place.Office,
        PersonId = person.Id,
        RosterName = person.Name == a.Name ? null : a.Name,
        RosterGender = a.Gender is null || person.Gender == a.Gender ? null : a.Gender,
        InstitutionId = place.Home,
        Kind = PersonKinds.PractitionerOf(a.As),
        LicenceNumber = LicenceOf(a),
        FirstLicensedOn = ApplicationRules.IsLicensed(a.As) ? a.FirstLicensedOn!.Value : today,     // without a licence no year is proved
        Employer = EmployerOf(a),
        Intents = ServiceIntents.None,
        QualifiedOn = a.QualifiedOn,
        ListConsentOn = a.ConsentsToList == true ? today : null,
        ListConsentSaidAtUtc = a.ConsentsToList is null ? null : a.SubmittedAtUtc,
        Phone = a.Phone!,
        Address = a.Address,
        Education = a.Education,
        JoinedOn = today,
        ExperienceAsOf = today,
        CriminalCases = a.CriminalCases,
        FirstCriminalCaseOn = a.FirstCriminalCaseOn,
        PriorAidCases = a.PriorAidCases,
        Specialities = [.. a.Specialities],
        Languages = [.. a.Languages],
    };

    /// <summary>Whether a member says they practise as something else, elsewhere, or under another number than the roster has.</summary>
    public static bool PractisesOtherwise(Membership member, PoolApplication a, Guid homeId) =>
        (member.InstitutionId, member.LicenceNumber, member.Kind) != (homeId, LicenceOf(a), PersonKinds.PractitionerOf(a.As));

    /// <summary>As what, and where, somebody who is known goes on.</summary>
    public static void Practises(Membership member, PoolApplication application, Guid homeId)
    {
        (member.InstitutionId, member.LicenceNumber, member.Kind) = (homeId, LicenceOf(application), PersonKinds.PractitionerOf(application.As));
        member.Employer = EmployerOf(application);
        member.FirstLicensedOn = ApplicationRules.IsLicensed(application.As) ? application.FirstLicensedOn!.Value : member.FirstLicensedOn;
    }

    private static string LicenceOf(PoolApplication a) => ApplicationRules.IsLicensed(a.As) ? a.LicenceNumber! : "";

    private static string? EmployerOf(PoolApplication a) => PersonKinds.HasInstitution(a.As) ? null : a.Employer;
}
