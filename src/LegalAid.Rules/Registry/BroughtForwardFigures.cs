using System.Globalization;

namespace LegalAid.Rules.Registry;

/// <summary>A member's figure an office brings along when it begins to use the program in the middle of a year (期初数据); the unit is in the name.</summary>
public enum BroughtForwardKind
{
    WindowShifts = 1,

    HotlineShifts,

    PointTenths,

    PaidFen,
}

/// <summary>Of which period a figure brought along is, up to which day it may count, and how it is written.</summary>
public static class BroughtForwardFigures
{
    private const int MonthsOfQuarter = 3;

    /// <summary>The first day of the period: points restart each quarter (WZ-12.1), shifts and money are counted by the year (WZ-15.1, TL-3.1b).</summary>
    public static DateOnly PeriodOf(BroughtForwardKind kind, DateOnly day) => kind switch
    {
        BroughtForwardKind.PointTenths => new(day.Year, day.Month - ((day.Month - 1) % MonthsOfQuarter), 1),
        BroughtForwardKind.WindowShifts or BroughtForwardKind.HotlineShifts or BroughtForwardKind.PaidFen => new(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of figure."),
    };

    /// <summary>Why a figure up to that day is none of the running period; null when it is. Any day of the period will do: an office begins when it begins.</summary>
    public static string? WhyNotAsOf(BroughtForwardKind kind, DateOnly asOf, DateOnly today) =>
        asOf > today ? $"截至日期{asOf:yyyy-MM-dd}晚于今天"
        : PeriodOf(kind, asOf) is var period && period == PeriodOf(kind, today) ? null
        : kind == BroughtForwardKind.PointTenths ? $"积分每季度重新计算，截至日期须不早于本季度第一天（{PeriodOf(kind, today):yyyy-MM-dd}）"
        : $"这里只收今年的数，截至日期须不早于 {PeriodOf(kind, today):yyyy-MM-dd}";

    /// <summary>12 次, 3.5 分, 1,200.00 元.</summary>
    public static string Shown(BroughtForwardKind kind, long amount) => kind switch
    {
        BroughtForwardKind.WindowShifts or BroughtForwardKind.HotlineShifts => string.Create(CultureInfo.InvariantCulture, $"{amount} 次"),
        BroughtForwardKind.PointTenths => string.Create(CultureInfo.InvariantCulture, $"{amount / 10m:0.#} 分"),
        BroughtForwardKind.PaidFen => string.Create(CultureInfo.InvariantCulture, $"{amount / 100m:#,0.00} 元"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of figure."),
    };

    public static string NameOf(BroughtForwardKind kind) => kind switch
    {
        BroughtForwardKind.WindowShifts => "本年窗口值班",
        BroughtForwardKind.HotlineShifts => "本年热线值班",
        BroughtForwardKind.PointTenths => "本季度积分",
        BroughtForwardKind.PaidFen => "本年已付补贴",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of figure."),
    };
}
