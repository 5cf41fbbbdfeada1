namespace LegalAid.Rules.Common;

/// <summary>In what a legal period is counted.</summary>
public enum PeriodUnit
{
    Hours = 1,
    Days,
    WorkingDays,
}

/// <summary>A length of time the law allows, and whether a last day that is no working day moves to the next one (末日顺延).</summary>
public sealed record PeriodRule(int Length, PeriodUnit Unit, bool RollsOverHolidays, string Clause, string? AssumedBecause = null);
