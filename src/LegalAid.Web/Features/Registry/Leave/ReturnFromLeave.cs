using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member comes back from the own leave before its end (销假), or does not take it at all. From that day on assignment counts on them again; the absence's version settles clerk and member at once.</summary>
public sealed class ReturnFromLeave(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Absence>?> RunAsync(Guid requestId, DateOnly back, CancellationToken ct)
    {
        var own = officer.MembershipId;
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.VoidedAtUtc == null && a.MembershipId == own && db.LeaveRequests.Any(r => r.Id == requestId && r.AbsenceId == a.Id), ct);
        if (absence is null)
        {
            return null;
        }

        var leave = new TimeAway(absence.Kind, absence.FirstDay, absence.LastDay);
        if (Leaves.WhyNotReturn(leave, back, clock.Today) is { } refusal)
        {
            return refusal;
        }

        if (Leaves.FallsAway(leave, back))
        {
            AbsenceRecords.Void(db, absence, new(officer.Id, clock.UtcNow, "本人没有休假"));
        }
        else
        {
            AbsenceRecords.End(db, absence, back.AddDays(-1), new(officer.Id, clock.UtcNow, "本人提前返岗"));
        }

        await db.SaveChangesAsync(ct);
        return absence;
    }
}
