using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalAid.Store.Decisions;

/// <summary>The types a JSON Schema knows, and how they are spoken of. A number is an integer written without a fraction.</summary>
internal static class FactsTypes
{
    public static bool Fits(JsonElement value, JsonObject schema) => value.ValueKind switch
    {
        JsonValueKind.Object => Takes(schema, "object"),
        JsonValueKind.Array => Takes(schema, "array"),
        JsonValueKind.Number => Takes(schema, "integer") && value.TryGetInt64(out _),
        JsonValueKind.String => Takes(schema, "string"),
        JsonValueKind.True or JsonValueKind.False => Takes(schema, "boolean"),
        JsonValueKind.Null => Takes(schema, "null"),
        _ => false,
    };

    private static bool Takes(JsonObject schema, string type) => TypesOf(schema).Contains(type, StringComparer.Ordinal);

    // An enum is exported as its values, without a type.
    private static IEnumerable<string> TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(one => (string)one!),
        { } one => [(string)one!],
        null => (schema["enum"]?.AsArray() ?? []).Select(one => one is null ? "null" : "string").Distinct(StringComparer.Ordinal),
    };

    public static string NameOf(JsonObject schema) => string.Join('或', TypesOf(schema).Select(NameOf));

    private static string NameOf(string type) => type switch
    {
        "object" => "对象",
        "array" => "数组",
        "integer" => "整数",
        "string" => "文字",
        "boolean" => "true 或 false",
        "null" => "空（null）",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of a schema."),
    };
}
