using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Conflicts;

/// <summary>Opens the sealed text of a consent for a stated purpose; the look is journalled before it is shown.</summary>
public sealed class OpenConsent(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<string?> RunAsync(Guid caseId, Guid consentId, string purpose, CancellationToken ct)
    {
        var consent = await db.ConflictConsents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consentId && c.CaseId == caseId, ct);
        if (consent is null)
        {
            return null;
        }

        db.Note(consent.OfficeId, clock.UtcNow, Act.PersonalDataRevealed, caseId, officer.Id, purpose, new { which = "consent" });
        await db.SaveChangesAsync(ct);
        return cipher.Open(consent.Document);
    }
}
