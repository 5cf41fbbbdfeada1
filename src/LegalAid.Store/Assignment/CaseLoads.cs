using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>How many cases somebody has open, and got within the last year.</summary>
internal sealed record CaseLoad(int Open, int LastYear)
{
    public static CaseLoad None { get; } = new(0, 0);
}

/// <summary>Counts loads from the program's own assignments and from what an office brought along, one grouped query each.</summary>
internal static class CaseLoads
{
    public static async Task<Dictionary<Guid, CaseLoad>> OfInstitutionsAsync(AidDb db, DateOnly today, CancellationToken ct)
    {
        var yearAgo = YearBefore(today);
        var own = await db.Assignments.AsNoTracking().Where(a => !AssignmentStatuses.Undone.Contains(a.Status))
            .GroupBy(a => a.InstitutionId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(), group.Count(a => a.ProposedAtUtc >= yearAgo)) }).ToListAsync(ct);
        var prior = await db.PriorMatters.AsNoTracking()
            .GroupBy(m => m.InstitutionId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(m => m.ClosedOn == null), group.Count(m => m.AssignedOn >= today.AddYears(-1))) }).ToListAsync(ct);
        return Sum(own.Concat(prior).Select(row => (row.Key, row.Load)));
    }

    public static async Task<Dictionary<Guid, CaseLoad>> OfMembersAsync(AidDb db, DateOnly today, CancellationToken ct)
    {
        var yearAgo = YearBefore(today);
        var own = await (
            from handler in db.CaseHandlers.AsNoTracking()
            join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
            where !AssignmentStatuses.Undone.Contains(assignment.Status)
            group assignment by handler.MembershipId into mine
            select new { mine.Key, Load = new CaseLoad(mine.Count(), mine.Count(a => a.ProposedAtUtc >= yearAgo)) }).ToListAsync(ct);
        var prior = await db.PriorMatters.AsNoTracking()
            .GroupBy(m => m.MembershipId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(m => m.ClosedOn == null), group.Count(m => m.AssignedOn >= today.AddYears(-1))) }).ToListAsync(ct);
        return Sum(own.Concat(prior).Select(row => (row.Key, row.Load)));
    }

    private static DateTime YearBefore(DateOnly today) => OfficeClock.ToUtc(today.AddYears(-1).ToDateTime(TimeOnly.MinValue));

    private static Dictionary<Guid, CaseLoad> Sum(IEnumerable<(Guid Key, CaseLoad Load)> loads) =>
        loads.GroupBy(row => row.Key).ToDictionary(group => group.Key, group => new CaseLoad(group.Sum(row => row.Load.Open), group.Sum(row => row.Load.LastYear)));
}
