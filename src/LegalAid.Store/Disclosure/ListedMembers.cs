using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Store.Disclosure;

/// <summary>
/// Who stands on the published list on a day: the case pool, but nobody who left, is suspended or stopped from practising. Read from the records themselves,
/// so whoever leaves or is removed is off the list in the same transaction (WZ-29.2b).
/// </summary>
public static class ListedMembers
{
    public static IQueryable<Membership> On(AidDb db, DateOnly day) => db.Memberships
        .Where(m => m.LeftOn == null || m.LeftOn > day)
        .Where(PoolStanding.In(Pools.Cases, day))
        .Where(m => !m.Absences.Any(a => a.VoidedAtUtc == null && a.Kind != AbsenceKind.Leave && a.FirstDay <= day && (a.LastDay == null || a.LastDay >= day)));
}
