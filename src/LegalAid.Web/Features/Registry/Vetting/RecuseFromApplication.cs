using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>An officer stands aside from an application, with the reason; it is not taken back.</summary>
public sealed class RecuseFromApplication(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<ApplicationRecusal>?> RunAsync(Guid applicationId, string reason, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is null)
        {
            return null;
        }

        if (await ApplicationRecusals.WhyNotAsync(db, officer.Id, [applicationId], ct) is not null)
        {
            return new Refusal("recused-already", "您已经对这份申请回避。", []);
        }

        var recusal = new ApplicationRecusal { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, ApplicationId = applicationId, OfficerId = officer.Id, Reason = cipher.Seal(reason), AtUtc = clock.UtcNow };
        db.Add(recusal);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApplicationRecused, applicationId, officer.Id);
        await db.SaveChangesAsync(ct);
        return recusal;
    }
}
