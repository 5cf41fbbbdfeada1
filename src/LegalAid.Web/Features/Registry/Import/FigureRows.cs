using System.Globalization;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Reads the rows an office brings along when it goes live (期初数据): shifts, points, money and sanctions.</summary>
internal static class FigureRows
{
    private const decimal Largest = 100_000_000;

    public static HistoryEntry? Read(string sheet, RowReading reading, DateOnly today) => sheet switch
    {
        HistoryColumns.Duty => Shifts(reading, today),
        HistoryColumns.Points => One(reading, BroughtForwardKind.PointTenths, Scaled(reading, HistoryColumns.PointsSoFar, 1), today),
        HistoryColumns.Paid => One(reading, BroughtForwardKind.PaidFen, NotNegative(reading, HistoryColumns.PaidSoFar, Scaled(reading, HistoryColumns.PaidSoFar, 2)), today),
        HistoryColumns.Sanctions => Sanction(reading, today),
        _ => throw new ArgumentOutOfRangeException(nameof(sheet), sheet, "No such sheet."),
    };

    /// <summary>A number as a whole count of its smallest unit: 12.5 with one place is 125. What spreadsheets add beyond the sixth place is no digit of the sender's.</summary>
    public static long? Scaled(RowReading reading, ListColumn column, int places)
    {
        var text = TextCleaning.Narrow(reading.Text(column, 30)).Replace(",", "", StringComparison.Ordinal).TrimEnd('元', '分', ' ');
        if (text.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > Largest || decimal.Round(number, places) != decimal.Round(number, 6))
        {
            reading.Fault(column, $"{reading.TitleOf(column)}应为数字，最多 {places} 位小数");
            return null;
        }

        return (long)(decimal.Round(number, places) * (places == 1 ? 10 : 100));
    }

    private static FiguresTold? Shifts(RowReading reading, DateOnly today)
    {
        var (window, hotline) = (reading.Count(HistoryColumns.WindowShifts), reading.Count(HistoryColumns.HotlineShifts));
        return AsOf(reading, BroughtForwardKind.WindowShifts, today) is { } day && window is { } w && hotline is { } h
            ? new(day, [(BroughtForwardKind.WindowShifts, w), (BroughtForwardKind.HotlineShifts, h)])
            : null;
    }

    private static FiguresTold? One(RowReading reading, BroughtForwardKind kind, long? amount, DateOnly today) =>
        AsOf(reading, kind, today) is { } day && amount is { } known ? new(day, [(kind, known)]) : null;

    private static SanctionTold? Sanction(RowReading reading, DateOnly today)
    {
        var (kind, day) = (reading.OneOf(HistoryColumns.SanctionKind, Words.Sanctions), HistoryReader.PastDay(reading, HistoryColumns.SanctionFrom, today));
        var (text, source) = (reading.Text(HistoryColumns.SanctionText), reading.Text(HistoryColumns.SanctionSource, 100));
        return kind is { } known && day is { } from ? new(known, from, text, source) : null;
    }

    private static long? NotNegative(RowReading reading, ListColumn column, long? amount)
    {
        if (amount < 0)
        {
            reading.Fault(column, $"{reading.TitleOf(column)}不能是负数");
        }

        return amount;
    }

    private static DateOnly? AsOf(RowReading reading, BroughtForwardKind kind, DateOnly today)
    {
        if (reading.Day(HistoryColumns.FiguresAsOf) is not { } day)
        {
            return null;
        }

        if (BroughtForwardFigures.WhyNotAsOf(kind, day, today) is { } reason)
        {
            reading.Fault(HistoryColumns.FiguresAsOf, reason);
        }

        return day;
    }
}
