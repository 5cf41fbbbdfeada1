using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>The days somebody is on the roster, those in a pool where the book tells pools apart (null where it does not), and the times away.</summary>
public sealed record PresenceFacts(PoolDays OnRoster, IReadOnlyList<PoolDays>? InPools, IReadOnlyList<TimeAway> Away)
{
    public bool IsInPool(DateOnly day) => OnRoster.Contains(day) && (InPools is null || InPools.Any(days => days.Contains(day)));

    public bool IsAvailable(DateOnly day) => IsInPool(day) && !Away.Any(away => away.Contains(day));
}

/// <summary>How many are in the pool on a day (在库), and how many of them are available (在岗).</summary>
public sealed record DayPresence(DateOnly Day, int InPool, int Available);

/// <summary>Days on which somebody is away for one reason, the gravest where several meet.</summary>
public sealed record AwaySpan(DateOnly First, DateOnly Last, AbsenceKind Kind)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

/// <summary>Counts who is there, day by day.</summary>
public static class Presence
{
    /// <param name="days">The days to count.</param>
    /// <param name="steady">How many are in the pool and available on every one of them.</param>
    /// <param name="others">Everybody else who is in the pool on some of them.</param>
    public static IReadOnlyList<DayPresence> Of(DateRange days, int steady, IReadOnlyList<PresenceFacts> others) =>
        [.. Each(days).Select(day => new DayPresence(day, steady + others.Count(one => one.IsInPool(day)), steady + others.Count(one => one.IsAvailable(day))))];

    /// <summary>The days with fewest available; none where every day has as many.</summary>
    public static IReadOnlyList<DayPresence> Fewest(IReadOnlyList<DayPresence> days) =>
        days.Count > 0 && days.Min(day => day.Available) is var fewest && fewest < days.Max(day => day.Available) ? [.. days.Where(day => day.Available == fewest)] : [];

    /// <summary>The times away within these days, in their order; days without any lie between them.</summary>
    public static IReadOnlyList<AwaySpan> Spans(DateRange days, IReadOnlyList<TimeAway> away)
    {
        var spans = new List<AwaySpan>();
        foreach (var day in Each(days))
        {
            if (Gravest(away, day) is not { } kind)
            {
                continue;
            }

            if (spans.Count > 0 && spans[^1] is var last && last.Kind == kind && last.Last.AddDays(1) == day)
            {
                spans[^1] = last with { Last = day };
            }
            else
            {
                spans.Add(new(day, day, kind));
            }
        }

        return spans;
    }

    /// <summary>Days put together where one follows the other.</summary>
    public static IReadOnlyList<DateRange> Runs(IEnumerable<DateOnly> days)
    {
        var runs = new List<DateRange>();
        foreach (var day in days.Order())
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day)
            {
                runs[^1] = new(runs[^1].First, day);
            }
            else
            {
                runs.Add(new(day, day));
            }
        }

        return runs;
    }

    public static IEnumerable<DateOnly> Each(DateRange days) => Enumerable.Range(0, days.Last.DayNumber - days.First.DayNumber + 1).Select(days.First.AddDays);

    // As MemberStates has it: a stop of practice is graver than a suspension, and that than a leave.
    private static AbsenceKind? Gravest(IReadOnlyList<TimeAway> away, DateOnly day) => away.Where(one => one.Contains(day)).Select(one => (AbsenceKind?)one.Kind).Max();
}
