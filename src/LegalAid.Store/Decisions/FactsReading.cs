using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Decisions;

/// <summary>How facts stated from outside are read as JSON, and what is said when they are not JSON at all.</summary>
internal static partial class FactsReading
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <exception cref="JsonException">For what is no JSON in UTF-8.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> facts) =>
        Readable(JsonDocument.Parse(facts.Span.StartsWith(Encoding.UTF8.Preamble) ? facts[Encoding.UTF8.Preamble.Length..] : facts, Options));

    // Half a character (\ud800 alone) is JSON, but no text.
    private static JsonDocument Readable(JsonDocument document)
    {
        try
        {
            ReadTexts(document.RootElement);
            return document;
        }
        catch (InvalidOperationException error)
        {
            document.Dispose();
            throw new JsonException(error.Message, error);
        }
    }

    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            default:
                break;
        }
    }

    /// <summary>The place in the text for what is no JSON; the field for what only the types refuse.</summary>
    public static Refusal Fault(JsonException error) => error.Path is { Length: > 1 } path
        ? new("facts-value", "这一项的值不能用", [], Pointer(path))
        : new("facts-malformed", $"事实不是可读的 JSON（第 {(error.LineNumber + 1 ?? 1).ToString(CultureInfo.InvariantCulture)} 行附近）：须完整、字段不得重复", [], "");

    // $.institutions[0].kind → /institutions/0/kind
    private static string Pointer(string path) => string.Concat(Steps().Matches(path).Select(step => "/" + step.Groups["step"].Value));

    [GeneratedRegex(@"(\.|\[')?(?<step>[A-Za-z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
