using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>Takes a tie back that was entered by mistake or holds no longer; it stays in the table, the check does not see it any more.</summary>
public sealed class RemoveTie(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<MemberTie?> RunAsync(Guid membershipId, Guid tieId, CancellationToken ct)
    {
        var tie = await db.MemberTies.SingleOrDefaultAsync(t => t.Id == tieId && t.MembershipId == membershipId && t.OfficeId == officer.OfficeId && t.RemovedAtUtc == null, ct);
        if (tie is null)
        {
            return null;
        }

        tie.RemovedAtUtc = clock.UtcNow;
        db.Note(officer.OfficeId, clock.UtcNow, Act.TieRemoved, membershipId, officer.Id, reason: null, new { kind = tie.Kind });
        await db.SaveChangesAsync(ct);
        return tie;
    }
}
