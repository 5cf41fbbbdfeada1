using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Reads how many of the pool are available on each of some days (在岗人数). Whoever is there and never away on all of them is only counted; the others, few in any month, are looked at day by day.
/// </summary>
public sealed class PresenceReader(AidDb db)
{
    /// <param name="filter">Pool and kind of the people counted.</param>
    /// <param name="pools">The office's pools; null where its book tells none apart, and then everybody on the roster counts.</param>
    /// <param name="days">The days.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DayPresence>> ReadAsync(CalendarFilter filter, PoolRules? pools, DateRange days, CancellationToken ct)
    {
        var people = CalendarQuery.OnRoster(db, filter, days);
        var others = await Others(people, filter, pools, days).ToListAsync(ct);
        var all = await people.CountAsync(ct);
        return Presence.Of(days, all - others.Count, others.ConvertAll(one => one.Facts(filter, pools)));
    }

    private static IQueryable<Other> Others(IQueryable<Membership> people, CalendarFilter filter, PoolRules? pools, DateRange days)
    {
        var (first, last, pooled, counts) = (days.First, days.Last, pools is not null, CalendarQuery.Within(days, null));
        return people
            .Where(m => m.JoinedOn > first || m.LeftOn <= last || m.Absences.AsQueryable().Any(counts)
                || (pooled && !m.Standings.Any(s => (filter.Pool == null || s.Pool == filter.Pool) && s.EnteredOn <= first && (s.LeftOn == null || s.LeftOn > last))))
            .OrderBy(m => m.Id)
            .Select(m => new Other(
                m.JoinedOn, m.LeftOn, m.Standings.Select(s => new StandingLine(s.Pool, s.EnteredOn, s.LeftOn)).ToList(),
                m.Absences.AsQueryable().Where(counts).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToList()));
    }

    private sealed record Other(DateOnly JoinedOn, DateOnly? LeftOn, List<StandingLine> Standings, List<TimeAway> Away)
    {
        public PresenceFacts Facts(CalendarFilter filter, PoolRules? pools) => new(
            new(JoinedOn, LeftOn),
            pools is null ? null : [.. Standings.Where(s => filter.Pool is null || s.Pool == filter.Pool).Select(s => new PoolDays(s.EnteredOn, s.LeftOn))],
            Away);
    }
}
