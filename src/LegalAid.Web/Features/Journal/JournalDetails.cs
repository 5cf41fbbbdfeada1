using System.Globalization;
using System.Text.Json;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Journal;

/// <summary>One figure of a line: what it is, and its value or the subject it names.</summary>
public sealed record JournalDetail(string Label, string Text, string? Url = null);

/// <summary>
/// Reads the details of a line, whatever the use case wrote there, into words. What has no word yet is shown as it is written; an id nobody can name is left out.
/// </summary>
internal static class JournalDetails
{
    public static IEnumerable<Guid> Ids(string? details)
    {
        using var json = JsonDocument.Parse(details ?? "{}");
        return [.. Leaves(json.RootElement).Select(leaf => leaf.ValueKind == JsonValueKind.String && leaf.TryGetGuid(out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
    }

    public static IReadOnlyList<JournalDetail> Read(string? details, IReadOnlyDictionary<Guid, JournalSubject> subjects, DateOnly today)
    {
        using var json = JsonDocument.Parse(details ?? "{}");
        return [.. json.RootElement.EnumerateObject().SelectMany(property => Of(property, subjects, today))];
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Leaves(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element],
    };

    private static IEnumerable<JournalDetail> Of(JsonProperty property, IReadOnlyDictionary<Guid, JournalSubject> subjects, DateOnly today)
    {
        var label = JournalDetailWords.Label(property.Name);
        var parts = property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray()] : new[] { property.Value };
        if (Array.Exists(parts, part => part.ValueKind == JsonValueKind.Object))
        {
            return parts.SelectMany(part => part.EnumerateObject()).SelectMany(inner => Of(inner, subjects, today)).Select(inner => inner with { Label = $"{label}：{inner.Label}" });
        }

        if (parts is [var only] && Named(only, subjects) is { } subject)
        {
            return [new(label, subject.Name, subject.Url)];
        }

        var text = string.Join('、', parts.Select(part => Text(property.Name, part, subjects, today)).OfType<string>());
        return text.Length == 0 ? [] : [new(label, text)];
    }

    private static JournalSubject? Named(JsonElement value, IReadOnlyDictionary<Guid, JournalSubject> subjects) =>
        value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? subjects.GetValueOrDefault(id) : null;

    private static string? Text(string name, JsonElement value, IReadOnlyDictionary<Guid, JournalSubject> subjects, DateOnly today) => value.ValueKind switch
    {
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String when value.TryGetGuid(out _) => Named(value, subjects)?.Name,
        JsonValueKind.String => Words(name, value.GetString()!, today),
        _ => null,
    };

    private static string Words(string name, string text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Show.FullDay(day)
        : text.EndsWith('Z') && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc) ? Show.Moment(utc, today)
        : name is "role" or "formerRole" && Roles.All.Contains(text, StringComparer.Ordinal) ? Roles.Name(text)
        : JournalDetailWords.Value(text);
}
