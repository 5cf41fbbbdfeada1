using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Notices;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>Tells a member and the institution, once, that a suspension is over: the day after its last one, whether the day was set from the beginning or the suspension was lifted.</summary>
public sealed class TellOfSuspensions(AidDb db, OfficeClock clock)
{
    /// <summary>What ended longer ago, recorded afterwards, is news to nobody.</summary>
    private const int DaysBack = 7;

    public async Task RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var (today, since) = (clock.Today, clock.Today.AddDays(-DaysBack));
        var over = await db.Absences
            .Where(a => a.Kind == AbsenceKind.Suspension && a.VoidedAtUtc == null && a.LastDay < today && a.LastDay >= since && a.EndToldAtUtc == null)
            .OrderBy(a => a.Id).ToListAsync(ct);
        var ids = over.ConvertAll(a => a.MembershipId);
        var members = await db.Memberships.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        foreach (var absence in over)
        {
            absence.EndToldAtUtc = clock.UtcNow;
            if (members[absence.MembershipId] is var member && !(member.LeftOn <= today))
            {
                db.TellOfStanding(NoticeKind.SuspensionOver, member, clock.UtcNow);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
