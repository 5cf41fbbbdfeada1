using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>Reads an application as the rule of what is missing looks at it.</summary>
public static class ApplicationSheets
{
    public static async Task<ApplicationSheet> ReadAsync(AidDb db, FieldCipher cipher, PoolApplication application, CancellationToken ct)
    {
        var papers = await db.ApplicationPapers.Where(p => p.ApplicationId == application.Id && p.ReplacedAtUtc == null).Select(p => p.Kind).ToListAsync(ct);
        var employed = await db.CareerLines.AnyAsync(l => l.ApplicationId == application.Id && l.Kind == CareerKind.Employment, ct);
        var institution = await db.Institutions.Where(i => i.Id == application.InstitutionId).Select(i => (InstitutionKind?)i.Kind).SingleOrDefaultAsync(ct);
        var offered = await db.RecruitmentRounds.Where(r => r.Id == application.RoundId).Select(r => r.Pools).SingleAsync(ct);
        return Of(application, cipher) with
        {
            OfferedPools = offered,
            Institution = institution,
            HasEmployment = employed,
            HasPhoto = papers.Contains(ApplicationPaperKind.Photo),
            HasLicenceCopy = papers.Contains(ApplicationPaperKind.Licence),
            HasIdentityCopy = papers.Contains(ApplicationPaperKind.IdentityCard),
            HasEmployersPage = papers.Contains(ApplicationPaperKind.Endorsement),
        };
    }

    private static ApplicationSheet Of(PoolApplication a, FieldCipher cipher) => new(a.As)
    {
        HasName = !string.IsNullOrWhiteSpace(a.Name),
        HasGender = a.Gender is not null,
        IdentityFault = IdentityNumber.TryParse(Open(a.IdentityNumber, cipher), out _, out var identity) ? null : identity,
        HasPoliticalStatus = a.PoliticalStatus is not null,
        HasEducation = a.Education is not null,
        PhoneFault = PhoneNumber.TryParse(Open(a.Phone, cipher), out _, out var phone) ? null : phone,
        HasAddress = a.Address is not null,
        HasOtherEmployer = a.Employer is not null,
        LicenceFault = LicenceFaultOf(a),
        HasFirstLicensedOn = a.FirstLicensedOn is not null,
        Intents = a.Intents,
        Pools = a.Pools,
        HasFirstCriminalCaseOn = a.FirstCriminalCaseOn is not null,
        AnswersPartyDiscipline = a.PartyDiscipline is not null,
        AnswersPublicList = a.ConsentsToList is not null,
    };

    private static string? Open(Sealed? value, FieldCipher cipher) => value is null ? null : cipher.Open(value);

    private static string? LicenceFaultOf(PoolApplication a)
    {
        if (!LicenceNumber.TryParse(a.LicenceNumber, out var licence, out var fault))
        {
            return fault;
        }

        var worker = a.As == PoolPerson.LegalWorker;
        return (licence.Kind == PractitionerKind.LegalWorker) == worker ? null : $"首位应为{(worker ? "3（基层法律服务工作者）" : "1（律师）")}";
    }
}
