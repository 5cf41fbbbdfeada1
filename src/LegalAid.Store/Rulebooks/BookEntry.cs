using System.Collections;
using System.Globalization;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Rulebooks;

/// <summary>One setting of a book as a page lists it: its key and Chinese title, the value in words, the clause, and why it was assumed.</summary>
public sealed record BookEntry(string Key, string Title, string Text, string Clause, string? AssumedBecause, int Line)
{
    internal static BookEntry Of(string key, string title, object setting, int line)
    {
        var type = setting.GetType();
        var clause = (string)type.GetProperty("Clause")!.GetValue(setting)!;
        var because = (string?)type.GetProperty(RecordShape.AssumedBecause)!.GetValue(setting);
        return new(key, title, Told(key, setting), clause, because, line);
    }

    /// <summary>The length of a period as an official writes it.</summary>
    public static string Words(PeriodRule period) => period.Unit switch
    {
        PeriodUnit.Hours => $"{period.Length} 小时",
        PeriodUnit.Days => $"{period.Length} 日" + (period.RollsOverHolidays ? "（末日遇休息日顺延）" : "（末日不顺延）"),
        PeriodUnit.WorkingDays => $"{period.Length} 个工作日",
        _ => throw new ArgumentOutOfRangeException(nameof(period), period.Unit, "Unknown unit."),
    };

    // Money is kept in fen and told in yuan; points are kept in tenths and told whole.
    private static string Told(string key, object setting) => setting switch
    {
        Setting<long> { Value: var fen } when key.EndsWith("-fen", StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:#,0.##} 元"),
        Setting<int> { Value: var tenths } when key.EndsWith("-tenths", StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10m:0.#} 分"),
        _ => Words(setting),
    };

    private static string Words(object? value) => value switch
    {
        PeriodRule period => Words(period),
        true => "是",
        false => "否",
        Enum word => Naming.Word(word),
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IReadOnlyList<OrderStep> steps => string.Join(" → ", steps.Select(step => Words(step))),
        IEnumerable list => string.Join('、', list.Cast<object>().Select(Words)),
        _ when value?.GetType().GetProperty("Value") is { } inner => Words(inner.GetValue(value)),
        _ => value?.ToString() ?? "",
    };
}
