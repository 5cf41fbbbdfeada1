using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LegalAid.Web.Parts.Tags;

/// <summary>What a field shows: what was typed when the form comes back, else what the model holds.</summary>
internal static class FieldValue
{
    internal static IReadOnlyList<string> Of(ModelStateEntry? entry, object? model) => entry switch
    {
        { RawValue: string[] typed } => typed,
        { AttemptedValue: { } typed } => [typed],
        _ => Format(model),
    };

    private static IReadOnlyList<string> Format(object? model) => model switch
    {
        null => [],
        DateOnly day => day == default ? [] : [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateTime utc => utc == default ? [] : [OfficeTime.Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)],
        bool ticked => [ticked ? "true" : "false"],
        Enum flags when flags.GetType().IsDefined(typeof(FlagsAttribute), inherit: false) =>
            [.. Enum.GetValues(flags.GetType()).Cast<Enum>().Where(flag => Convert.ToInt64(flag) != 0 && flags.HasFlag(flag)).Select(flag => flag.ToString())],
        Enum value => Convert.ToInt64(value) == 0 ? [] : [value.ToString()],
        string text => [text],
        System.Collections.IEnumerable many => [.. many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? string.Empty)],
        _ => [Convert.ToString(model, CultureInfo.InvariantCulture) ?? string.Empty],
    };
}
