using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Voids a participation that was recorded by mistake: it counts no more and stays with the reason.</summary>
public sealed class VoidActivity(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ActivityParticipation>?> RunAsync(Guid membershipId, Guid activityId, string reason, CancellationToken ct)
    {
        if (await db.Participations.SingleOrDefaultAsync(a => a.Id == activityId && a.MembershipId == membershipId, ct) is not { } activity)
        {
            return null;
        }

        if (activity.VoidedAtUtc is not null)
        {
            return new Refusal("activity-voided", "这条登记已经撤销。", []);
        }

        (activity.VoidedAtUtc, activity.VoidedReason) = (clock.UtcNow, reason);
        db.Note(activity.OfficeId, clock.UtcNow, Act.ActivityVoided, membershipId, officer.Id, details: new { activity = activity.Kind, activityOn = activity.HeldOn });
        await db.SaveChangesAsync(ct);
        return activity;
    }
}
