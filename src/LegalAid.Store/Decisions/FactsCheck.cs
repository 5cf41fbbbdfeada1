using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Decisions;

/// <summary>Holds facts against their JSON Schema, the one that is published, and tells each fault with its place; knows the words those schemas use.</summary>
internal sealed class FactsCheck(JsonObject root)
{
    private const int MostFaults = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly List<Refusal> faults = [];

    public static List<Refusal> Faults(JsonElement facts, JsonObject schema)
    {
        var check = new FactsCheck(schema);
        check.Look(facts, schema, "");
        return check.faults;
    }

    private void Look(JsonElement value, JsonObject stated, string place)
    {
        var schema = Meant(stated);
        if (faults.Count >= MostFaults)
        {
            return;
        }

        if (!FactsTypes.Fits(value, schema))
        {
            Add("facts-type", $"应为{FactsTypes.NameOf(schema)}", place);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                LookInto(value, schema, place);
                break;
            case JsonValueKind.Array:
                LookThrough(value, schema, place);
                break;
            case JsonValueKind.Number:
                LookAt(value.GetInt64(), schema, place);
                break;
            case JsonValueKind.String:
                LookAt(value.GetString()!, schema, place);
                break;
            default:
                break;
        }
    }

    // What is described once is referred to elsewhere: #/properties/institutions/items.
    private JsonObject Meant(JsonObject schema) => (string?)schema["$ref"] is { } reference
        ? Meant(reference.Split('/').Skip(1).Aggregate(root, (part, step) => part[step]!.AsObject()))
        : schema;

    private void LookInto(JsonElement value, JsonObject schema, string place)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var missing in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.TryGetProperty(name, out _)))
        {
            Add("facts-missing", "缺少这一项", $"{place}/{missing}");
        }

        foreach (var property in value.EnumerateObject())
        {
            var at = $"{place}/{property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (known[property.Name] is JsonObject expected)
            {
                Look(property.Value, expected, at);
            }
            else
            {
                Add("facts-unknown", "没有这一项：规则、期限和日历由规则本给出，其余按事实的格式填写", at);
            }
        }
    }

    private void LookThrough(JsonElement value, JsonObject schema, string place)
    {
        if (value.GetArrayLength() > (int)schema["maxItems"]!)
        {
            Add("facts-too-many", $"最多 {schema["maxItems"]} 项", place);
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Look(item, schema["items"]!.AsObject(), $"{place}/{index++}");
        }
    }

    private void LookAt(long number, JsonObject schema, string place)
    {
        if (number < (long)schema["minimum"]! || number > (long)schema["maximum"]!)
        {
            Add("facts-range", $"应在 {schema["minimum"]} 至 {schema["maximum"]} 之间", place);
        }
    }

    private void LookAt(string text, JsonObject schema, string place)
    {
        if (schema["enum"]?.AsArray() is { } allowed && !allowed.Any(one => (string?)one == text))
        {
            Add("facts-value", $"应为 {string.Join('、', allowed.Select(one => (string?)one).OfType<string>())} 之一", place);
        }
        else if (schema["maxLength"] is { } longest && text.Length > (int)longest)
        {
            Add("facts-too-long", $"最多 {longest} 字", place);
        }
        else if ((schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!, RegexOptions.ExplicitCapture, Patience)) || !IsDay(text, schema)
            || ((string?)schema["format"] == "uuid" && !Guid.TryParseExact(text, "D", out _)))
        {
            Add("facts-value", Form(schema), place);
        }
    }

    private static bool IsDay(string text, JsonObject schema) =>
        (string?)schema["pattern"] is not (FactsSchema.DayPattern or FactsSchema.MomentPattern) || DateTime.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static string Form(JsonObject schema) => (string?)schema["format"] switch
    {
        "date" => "应为日期，如 2026-06-17",
        "uuid" => "应为编号（UUID），如 00000000-0000-0000-0000-0000000000a1",
        _ => (string?)schema["pattern"] == FactsSchema.MomentPattern ? "应为机构当地时间，不带时区，如 2026-06-17T10:20" : $"写法应合于 {schema["pattern"]}",
    };

    private void Add(string code, string message, string place) => faults.Add(new(code, message, [], place));
}
