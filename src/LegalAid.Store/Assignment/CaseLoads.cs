using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>How many cases somebody has open, got within the last year, and of criminal ones handled here since the roster's own figures.</summary>
internal sealed record CaseLoad(int Open, int LastYear, int CriminalSince)
{
    public static CaseLoad None { get; } = new(0, 0, 0);
}

/// <summary>
/// Counts loads from the program's own assignments and from what an office brought along. 近一年 is the year reported for it (as long as
/// <see cref="BroughtAlong.LastYear"/> says) and what came later; a case the reported year covers is not counted a second time.
/// </summary>
internal static class CaseLoads
{
    public static async Task<Dictionary<Guid, CaseLoad>> OfInstitutionsAsync(AidDb db, DateOnly today, CancellationToken ct)
    {
        var (yearAgo, firstDay) = (YearBefore(today), today.AddYears(-1));
        var own = await db.Assignments.AsNoTracking().Where(a => !AssignmentStatuses.Undone.Contains(a.Status))
            .GroupBy(a => a.InstitutionId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(), group.Count(a => a.ProposedAtUtc >= yearAgo), 0) }).ToListAsync(ct);
        var covered = await Handling.In(db).Where(h => h.Covered && h.ProposedAtUtc >= yearAgo)
            .GroupBy(h => h.InstitutionId)
            .Select(group => new { group.Key, Load = new CaseLoad(0, -group.Select(h => h.AssignmentId).Distinct().Count(), 0) }).ToListAsync(ct);
        var prior = await Matters(db).GroupBy(m => m.InstitutionId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(m => m.Open), group.Count(m => m.AssignedOn >= firstDay && !m.Covered), 0) }).ToListAsync(ct);
        var reported = (await ReportedAsync(db, today, ct)).Select(year => (year.InstitutionId, year.Load));
        return Sum(own.Concat(covered).Concat(prior).Select(row => (row.Key, row.Load)).Concat(reported));
    }

    public static async Task<Dictionary<Guid, CaseLoad>> OfMembersAsync(AidDb db, DateOnly today, CancellationToken ct)
    {
        var (yearAgo, firstDay) = (YearBefore(today), today.AddYears(-1));
        var own = await Handling.In(db).GroupBy(h => h.MembershipId)
            .Select(mine => new
            {
                mine.Key,
                Load = new CaseLoad(mine.Count(), mine.Count(h => h.ProposedAtUtc >= yearAgo && !h.Covered), mine.Count(h => h.Kind == CaseKind.Criminal && !h.Covered)),
            }).ToListAsync(ct);
        var prior = await Matters(db).GroupBy(m => m.MembershipId)
            .Select(group => new { group.Key, Load = new CaseLoad(group.Count(m => m.Open), group.Count(m => m.AssignedOn >= firstDay && !m.Covered), 0) }).ToListAsync(ct);
        var reported = (await ReportedAsync(db, today, ct)).Select(year => (year.MemberId, year.Load));
        return Sum(own.Concat(prior).Select(row => (row.Key, row.Load)).Concat(reported));
    }

    // People who left count on: what their institution handled, it handled.
    private static async Task<List<(Guid MemberId, Guid InstitutionId, CaseLoad Load)>> ReportedAsync(AidDb db, DateOnly today, CancellationToken ct)
    {
        var figures = await db.Memberships.AsNoTracking().Where(m => m.PriorAidCasesLastYear > 0)
            .Select(m => new { m.Id, m.InstitutionId, m.PriorAidCasesLastYear, m.ExperienceAsOf }).ToListAsync(ct);
        return figures.ConvertAll(told => (told.Id, told.InstitutionId, new CaseLoad(0, BroughtAlong.LastYear(told.PriorAidCasesLastYear, told.ExperienceAsOf, today), 0)));
    }

    private static IQueryable<Matter> Matters(AidDb db) =>
        from matter in db.PriorMatters.AsNoTracking()
        join member in db.Memberships on matter.MembershipId equals member.Id
        select new Matter
        {
            MembershipId = matter.MembershipId,
            InstitutionId = matter.InstitutionId,
            AssignedOn = matter.AssignedOn,
            Open = matter.ClosedOn == null,
            Covered = member.ExperienceAsOf != null && matter.AssignedOn <= member.ExperienceAsOf,
        };

    private static DateTime YearBefore(DateOnly today) => OfficeClock.ToUtc(today.AddYears(-1).ToDateTime(TimeOnly.MinValue));

    private static Dictionary<Guid, CaseLoad> Sum(IEnumerable<(Guid Key, CaseLoad Load)> loads) =>
        loads.GroupBy(row => row.Key).ToDictionary(
            group => group.Key,
            group => new CaseLoad(group.Sum(row => row.Load.Open), group.Sum(row => row.Load.LastYear), group.Sum(row => row.Load.CriminalSince)));

    private sealed class Matter
    {
        public required Guid MembershipId { get; init; }

        public required Guid InstitutionId { get; init; }

        public required DateOnly AssignedOn { get; init; }

        public required bool Open { get; init; }

        public required bool Covered { get; init; }
    }
}
