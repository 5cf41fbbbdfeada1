namespace LegalAid.Rules.Common;

/// <summary>In what a legal period is counted.</summary>
public enum PeriodUnit
{
    Hours = 1,
    Days,
    WorkingDays,
}

/// <summary>A length of time the law allows, and whether a last day that is no working day moves to the next one (末日顺延).</summary>
public sealed record PeriodRule(int Length, PeriodUnit Unit, bool RollsOverHolidays, string Clause, string? AssumedBecause = null)
{
    /// <summary>The length as an official paper writes it: 5日, 3个工作日, 24小时.</summary>
    public string LengthText() => Unit switch
    {
        PeriodUnit.Hours => $"{Length}小时",
        PeriodUnit.Days => $"{Length}日",
        PeriodUnit.WorkingDays => $"{Length}个工作日",
        _ => throw new InvalidOperationException($"Unknown unit {Unit}."),
    };
}
