using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Joining;

/// <summary>Puts what was typed into the application, and back into the form. What cannot be read yet is kept as it was typed; the list of what is missing says so.</summary>
internal static class ApplicationWriting
{
    public static void Write(PoolApplication a, PoolApplicationForm form, RecruitmentRules rules, FieldCipher cipher)
    {
        (a.Name, a.Gender, a.Education) = (TextCleaning.PersonName(form.Name ?? ""), Blank(form.Gender), Blank(form.Education));
        (a.Phone, a.Address, a.PoliticalStatus) = (Seal(form.Phone), Seal(form.Address), ApplicationRules.HasForm(rules) ? Seal(form.PoliticalStatus) : null);
        WriteIdentity(a, form.IdentityNumber, cipher);
        a.As = form.As == default ? a.As : form.As;
        WriteEmployer(a, form);
        (a.LicenceNumber, a.FirstLicensedOn, a.QualifiedOn) = (Blank(TextCleaning.Number(form.LicenceNumber ?? "")), form.FirstLicensedOn, form.QualifiedOn);
        (a.FirstCriminalCaseOn, a.CriminalCases, a.PriorAidCases) = (form.FirstCriminalCaseOn, form.CriminalCases ?? 0, form.PriorAidCases ?? 0);
        (a.Intents, a.Pools) = (form.Intents, PoolsOf(form, rules));
        (a.Specialities, a.Languages) = ([.. TextCleaning.List(form.Specialities ?? "")], [.. TextCleaning.List(form.Languages ?? "")]);
        (a.PartyDiscipline, a.ConsentsToList) = rules.Pools is null ? (null, null) : (form.PartyDiscipline, form.ConsentsToList);
        a.DeclaredAtUtc = null;     // what was signed for has changed

        Sealed? Seal(string? text) => Blank(text) is { } written ? cipher.Seal(written) : null;
    }

    public static PoolApplicationForm Read(PoolApplication a, FieldCipher cipher)
    {
        return new()
        {
            Name = a.Name,
            Gender = a.Gender,
            IdentityNumber = Open(a.IdentityNumber),
            PoliticalStatus = Open(a.PoliticalStatus),
            Education = a.Education,
            Phone = Open(a.Phone),
            Address = Open(a.Address),
            As = a.As,
            InstitutionId = a.Employer is null ? a.InstitutionId : null,
            Employer = a.Employer,
            LicenceNumber = a.LicenceNumber,
            FirstLicensedOn = a.FirstLicensedOn,
            QualifiedOn = a.QualifiedOn,
            FirstCriminalCaseOn = a.FirstCriminalCaseOn,
            CriminalCases = a.CriminalCases,
            PriorAidCases = a.PriorAidCases,
            Intents = a.Intents,
            WillingForDuty = a.Pools.HasFlag(Pools.Duty),
            Pools = a.Pools,
            Specialities = string.Join('、', a.Specialities),
            Languages = string.Join('、', a.Languages),
            PartyDiscipline = a.PartyDiscipline,
            ConsentsToList = a.ConsentsToList,
        };

        string? Open(Sealed? value) => value is null ? null : cipher.Open(value);
    }

    // What a clerk matched stays with the words it was matched by.
    private static void WriteEmployer(PoolApplication a, PoolApplicationForm form)
    {
        var stated = form.InstitutionId is null ? Blank(form.Employer) : null;
        (a.InstitutionId, a.Employer) = (stated is not null && stated == a.Employer ? a.InstitutionId : form.InstitutionId, stated);
    }

    // An office with one list asks for intents and for duty (QJ-F.2, QJ-F.3); they say which kind of work is wanted.
    private static Pools PoolsOf(PoolApplicationForm form, RecruitmentRules rules) => rules.Pools is not null ? form.Pools
        : (form.WillingForDuty ? Pools.Duty : Pools.None) | (form.Intents == ServiceIntents.None ? Pools.None : Pools.Cases);

    private static void WriteIdentity(PoolApplication a, string? typed, FieldCipher cipher)
    {
        var known = IdentityNumber.TryParse(typed, out var number, out _);
        a.IdentityNumber = known ? cipher.Seal(number!.Value) : Blank(typed) is { } text ? cipher.Seal(text) : null;
        (a.IdentityIndex, a.BornOn) = (known ? cipher.Index(number!.Value) : null, number?.BirthDate);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
