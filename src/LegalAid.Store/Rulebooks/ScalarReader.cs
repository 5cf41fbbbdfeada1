using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LegalAid.Store.Rulebooks;

/// <summary>Reads one value of a rule book: a number, a switch, a day, a time of day, a word of a list of words, or text.</summary>
internal static class ScalarReader
{
    public static bool Reads(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(bool) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type.IsEnum;

    /// <summary>The value, or the reason why there is none.</summary>
    public static (object? Value, string? WhyNot) Read(Type type, YamlNode node, Bounds bounds)
    {
        if (node is not YamlScalarNode { Value: { } text })
        {
            return (null, "应为单个值，写的是一组值");
        }

        return text.Trim().Length == 0 ? (null, "值不能为空")
            : type == typeof(string) ? (text.Trim(), null)
            : type == typeof(bool) ? Switch(text)
            : type == typeof(DateOnly) ? Day(text)
            : type == typeof(TimeOnly) ? TimeOfDay(text)
            : type.IsEnum ? Word(type, text)
            : Number(type, text, bounds);
    }

    private static (object?, string?) Switch(string text) => text switch
    {
        "true" => (true, null),
        "false" => (false, null),
        _ => (null, $"应为 true 或 false，写的是“{text}”"),
    };

    private static (object?, string?) Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : (null, $"应为日期（年-月-日，如 2023-04-10），写的是“{text}”");

    private static (object?, string?) TimeOfDay(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time, null)
            : (null, $"应为时刻（时:分，如 17:00），写的是“{text}”");

    private static (object?, string?) Word(Type type, string text)
    {
        var words = Naming.EnumValues(type);
        return words.TryGetValue(text, out var value) ? (value, null) : (null, $"不认识“{text}”，可用：{string.Join("、", words.Keys)}");
    }

    private static (object?, string?) Number(Type type, string text, Bounds bounds)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return (null, $"应为整数，写的是“{text}”");
        }

        var limits = type == typeof(int) ? bounds with { Max = Math.Min(bounds.Max, int.MaxValue) } : bounds;
        return !limits.Hold(number) ? (null, $"须{limits}，写的是 {number}")
            : type == typeof(int) ? ((int)number, null)
            : (number, null);
    }
}
