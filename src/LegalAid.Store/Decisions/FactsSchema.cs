using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Decisions;

/// <summary>
/// The JSON Schema of a kind of facts, from the types the rules read, with the bounds outside of which no fact of an office lies: they keep the arithmetic
/// of the rules exact and an answer short.
/// </summary>
internal static class FactsSchema
{
    public const string DayPattern = "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
    public const string MomentPattern = "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";
    private const int MostItems = 5_000;
    private const int LongestText = 500;
    private const long HighestCount = 10_000;
    private const long HighestTurn = 1_000_000_000;
    private const long HighestBalance = 1_000_000_000_000;

    public static JsonObject Of(Type facts, string title)
    {
        var schema = (JsonObject)CanonicalJson.Options.GetJsonSchemaAsNode(facts, new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Bound });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema;
    }

    private static JsonNode Bound(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node;
        }

        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        schema.Remove("default");
        if (type == typeof(DateTime))
        {
            schema.Remove("format");        // a date-time of JSON Schema has an offset; these are the office's local time
            (schema["pattern"], schema["description"]) = (MomentPattern, "机构当地时间，如 2026-06-17T10:20");
        }
        else if (type == typeof(DateOnly))
        {
            schema["pattern"] = DayPattern;
        }
        else if (type == typeof(int))
        {
            (schema["minimum"], schema["maximum"]) = (0L, HighestCount);
        }
        else if (type == typeof(long))
        {
            var balance = context.PropertyInfo?.Name == JsonNamingPolicy.CamelCase.ConvertName(nameof(Rules.Assignment.PlaceFacts.BalanceMillionths));
            (schema["minimum"], schema["maximum"]) = (balance ? -HighestBalance : 0L, balance ? HighestBalance : HighestTurn);
        }
        else if (type.IsEnum && type.GetCustomAttribute<FlagsAttribute>() is not null)
        {
            var names = string.Join('|', Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
            (schema["pattern"], schema["description"]) = ($"^({names})(, ({names}))*$", "可并列数项，以逗号和空格隔开");
        }
        else if (type == typeof(string))
        {
            schema["maxLength"] = LongestText;
        }
        else if (context.TypeInfo.Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Enumerable)
        {
            schema["maxItems"] = MostItems;
        }

        return schema;
    }
}
