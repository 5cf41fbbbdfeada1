using System.Text.Json;
using System.Text.Json.Nodes;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Decisions;

/// <summary>
/// The facts of an assignment as somebody outside states them (JSON): the case, the institutions with their people, the turn of the queue.
/// Rules, statute, calendar and day are not theirs to state; they come from the books.
/// </summary>
public static class AssignmentQuestion
{
    private static readonly string[] FromTheBooks = ["rules", "statute", "clockRules", "calendar", "decidingDay"];

    /// <summary>The complete facts, or why they cannot be read, naming the field.</summary>
    public static Outcome<AssignmentFacts> Read(string json, string officeCode, DateOnly day, RuleBooks books, WorkCalendar calendar)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject question)
            {
                return Fault("应为一个 JSON 对象");
            }

            if (FromTheBooks.FirstOrDefault(question.ContainsKey) is { } taken)
            {
                return Fault($"{taken} 由规则本和 --at 给出，不要填写");
            }

            Complete(question, officeCode, day, books, calendar);
            return WithClocks(CanonicalJson.Read<AssignmentFacts>(question.ToJsonString(CanonicalJson.Options)), officeCode, books);
        }
        catch (JsonException error)
        {
            return Fault($"{(error.Path is { Length: > 0 } path ? $"字段 {path} " : "")}读不懂：{error.Message}");
        }
    }

    private static void Complete(JsonObject question, string officeCode, DateOnly day, RuleBooks books, WorkCalendar calendar)
    {
        question["decidingDay"] = JsonSerializer.SerializeToNode(day, CanonicalJson.Options);
        question["district"] ??= books.Offices.SelectMany(office => (office.Counties ?? []).Prepend(office)).FirstOrDefault(office => office.Code == officeCode)?.District;
        question["rules"] = JsonSerializer.SerializeToNode(books.InForceOn(BookOf(officeCode, books), day).Assignment, CanonicalJson.Options);
        question["statute"] = JsonSerializer.SerializeToNode(books.National(day).Assignment, CanonicalJson.Options);
        question["calendar"] = JsonSerializer.SerializeToNode(calendar, CanonicalJson.Options);
    }

    // The clocks go by the books of the day that starts them, which the case tells.
    private static AssignmentFacts WithClocks(AssignmentFacts facts, string officeCode, RuleBooks books) =>
        facts.Case.ClocksStartAt is not { } start ? facts : facts with
        {
            ClockRules = ClockRules.For(
                facts.Case.Kind,
                facts.Case.Source,
                books.InForceOn(BookOf(officeCode, books), DateOnly.FromDateTime(start)).Assignment,
                books.National(DateOnly.FromDateTime(start)).Assignment),
        };

    // A county follows its prefecture's books.
    private static string BookOf(string officeCode, RuleBooks books) =>
        books.Offices.FirstOrDefault(office => office.Counties?.Any(county => county.Code == officeCode) == true)?.Code ?? officeCode;

    private static Refusal Fault(string reason) => new("question-unreadable", $"事实文件{reason}", []);
}
