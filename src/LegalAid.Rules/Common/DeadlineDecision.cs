namespace LegalAid.Rules.Common;

/// <summary>What a deadline is computed from: one start, one or more periods that run side by side (the office's own first), and the calendar.</summary>
public sealed record DeadlineFacts
{
    /// <summary>The office's local time.</summary>
    public required DateTime StartedAt { get; init; }

    public required IReadOnlyList<PeriodRule> Rules { get; init; }

    public required WorkCalendar Calendar { get; init; }

    /// <summary>Days that do not count (补正、异地协作).</summary>
    public IReadOnlyList<DateRange> Pauses { get; init; } = [];

    public bool InCustody { get; init; }
}

/// <summary>The deadlines of a set of clocks, with the red line: the earliest.</summary>
public sealed record DeadlineDecision(
    IReadOnlyList<Deadline> Deadlines,
    DateTime RedLine,
    string RedLineText,
    DateTime WarnBy,
    IReadOnlyList<string> ClauseIds,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Computes the deadlines. Years are written out unless they are that of the start.</summary>
    public static DeadlineDecision Decide(DeadlineFacts facts) => OneCulture.Write(() => Count(facts));

    private static DeadlineDecision Count(DeadlineFacts facts)
    {
        List<Deadline> deadlines = [.. facts.Rules.Select(rule => Deadline.Count(facts.StartedAt, rule, facts.Calendar, facts.Pauses))];
        var earliest = Deadline.EarliestOf(deadlines);
        return new DeadlineDecision(
            deadlines,
            earliest.DueAt,
            earliest.DueText(facts.StartedAt.Year),
            deadlines.Min(d => d.WarnBy(facts.InCustody)),
            [.. deadlines.Select(d => d.Clause).Distinct(StringComparer.Ordinal)],
            [.. deadlines.Select(d => d.Warning).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}
