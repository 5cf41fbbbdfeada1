using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The centre takes note that a change recorded ahead was not done; it leaves the home page then.</summary>
public sealed class NotePlannedChange(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PlannedChange>?> RunAsync(Guid changeId, CancellationToken ct)
    {
        if (await db.PlannedChanges.SingleOrDefaultAsync(c => c.Id == changeId, ct) is not { } change)
        {
            return null;
        }

        if (PlannedChanges.WhyNotNote(change.Status, change.NotedAtUtc is not null) is { } refusal)
        {
            return refusal;
        }

        (change.NotedAtUtc, change.SettledById) = (clock.UtcNow, officer.Id);
        db.Note(change.OfficeId, clock.UtcNow, Act.PlannedChangeNoted, change.MembershipId, officer.Id, details: new { planned = change.Id, plannedKind = change.Kind });
        await db.SaveChangesAsync(ct);
        return change;
    }
}
