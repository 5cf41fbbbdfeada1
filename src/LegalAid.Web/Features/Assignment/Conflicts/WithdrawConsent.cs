using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Conflicts;

/// <summary>Records that a consent was taken back, or entered by mistake: the conflict stands again. What was decided before keeps it in its record.</summary>
public sealed class WithdrawConsent(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<ConflictConsent?> RunAsync(Guid caseId, Guid consentId, CancellationToken ct)
    {
        var consent = await db.ConflictConsents.SingleOrDefaultAsync(c => c.Id == consentId && c.CaseId == caseId && c.WithdrawnAtUtc == null, ct);
        if (consent is null)
        {
            return null;
        }

        consent.WithdrawnAtUtc = clock.UtcNow;
        db.Note(consent.OfficeId, clock.UtcNow, Act.ConsentWithdrawn, caseId, officer.Id, reason: null, new { source = consent.SourceId });
        await db.SaveChangesAsync(ct);
        return consent;
    }
}
