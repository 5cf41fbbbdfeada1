using System.Text;
using System.Text.Json.Nodes;
using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Decisions;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>Whatever stands in one place of the facts, in every place in turn, is answered or refused with a code; it never makes the program fail.</summary>
public sealed class OddFactsTests
{
    private static readonly RuleBooks Books = RuleBooks.Load(Deployment.RuleBooksBeside());
    private static readonly WorkCalendar Calendar = BuiltInHolidays.Calendar(Deployment.HolidaysBeside());
    private static readonly string[] Odd =
    [
        "null", "true", "0", "1", "-1", "1.5", "1e3", "9223372036854775807", "9223372036854775808", "10000", "1000000000", "1000000000000", "-1000000000000", "\"\"", "\"x\"", "\"none\"", "\"\\ud800\"", "[]", "{}", "[null]",
        "\"1900-01-01\"", "\"2099-12-31\"", "\"2026-06-17\"", "\"1900-01-01T00:00\"", "\"2026-06-17T23:59:59\"", "\"2099-12-31T23:59\"", "\"00000000-0000-0000-0000-000000000000\"", "\"00000000-0000-0000-0000-0000000000c1\"",
    ];

    private const string Everything = """
        { "case": { "id": "00000000-0000-0000-0000-000000000001", "kind": "civil", "stage": "firstInstance", "source": "application", "receivedAt": "2026-06-10T10:20:00", "grantedAt": "2026-06-12T10:20:00",
            "ground": "minor", "flags": "minor, inCustody", "headcount": 2, "wish": { "institutionId": "00000000-0000-0000-0000-0000000000a1", "practitionerId": "00000000-0000-0000-0000-0000000000c1" },
            "help": { "helper": "lawFirm", "institutionId": "00000000-0000-0000-0000-0000000000a1" }, "outOfTurn": { "step": "recipientWish", "hasWrittenReason": true, "practitionerId": "00000000-0000-0000-0000-0000000000c1" },
            "declinedBy": ["00000000-0000-0000-0000-0000000000a9"], "setAside": ["00000000-0000-0000-0000-0000000000a9"] },
          "queueTurn": 40, "district": "重庆市北碚区",
          "institutions": [{ "id": "00000000-0000-0000-0000-0000000000a1", "kind": "lawFirm", "district": "重庆市北碚区", "openCases": 4, "casesLastYear": 11, "closedOn": "2027-01-01",
              "place": { "id": "00000000-0000-0000-0000-0000000000b1", "balanceMillionths": 1260000, "drawnOrder": 1, "waitingSinceTurn": 31 },
              "conflicts": [{ "rule": "CF-13", "matter": "x", "fact": "x", "bars": false }],
              "practitioners": [{ "id": "00000000-0000-0000-0000-0000000000c1", "kind": "lawyer", "firstLicensedOn": "2016-05-06", "intents": "criminalDefence, civilRepresentation", "criminalCases": 30,
                  "firstCriminalCaseOn": "2017-01-01", "minorsSpecialist": true, "inCasePool": true, "examScore": 60, "inductedOn": "2026-03-01", "willingFromElsewhere": false, "leftOn": "2027-01-01", "openCases": 1, "casesLastYear": 2,
                  "place": { "id": "00000000-0000-0000-0000-0000000000d1", "balanceMillionths": 0, "drawnOrder": 1, "waitingSinceTurn": 0 },
                  "absences": [{ "kind": "leave", "first": "2026-01-01", "last": "2026-01-02" }], "grades": { "excellent": 1, "good": 1, "qualified": 1, "unqualified": 1 }, "specialities": ["婚姻"],
                  "conflicts": [{ "rule": "CF-13", "matter": "x", "fact": "x", "bars": false }] }] }] }
        """;

    [Theory]
    [InlineData("BB")]
    [InlineData("WZ")]
    [InlineData("QJ")]
    [InlineData("TL")]
    [InlineData("QDN")]
    public void Nothing_that_stands_in_a_place_makes_the_program_fail(string office)
    {
        var asking = new Asking(office, new(2026, 6, 17), Books, Calendar);
        var answered = 0;
        foreach (var (kind, facts) in new[] { ("assignment", Everything), ("admission", ApiCalls.Facts("admission-qijiang")), ("pool-admission", ApiCalls.Facts("pool-admission-qijiang")), ("deadline", ApiCalls.Facts("deadline-qijiang")) })
        {
            var question = Questions.Find(kind)!;
            Assert.NotNull(question.Ask(Encoding.UTF8.GetBytes(facts), asking).Value);
            answered += Variants(JsonNode.Parse(facts)!, question.Schema).Count(variant => Answers(question, variant, asking));
        }

        Assert.True(answered > 100, $"Only {answered} were answered; the others were refused before the rules saw them.");
    }

    private static bool Answers(QuestionKind question, string facts, Asking asking)
    {
        var outcome = question.Ask(Encoding.UTF8.GetBytes(facts), asking);
        Assert.True(outcome.Value is not null || outcome.Refusals.All(refusal => refusal.Code.Length > 0 && refusal.Message.Length > 0), facts);
        return outcome.Value is not null;
    }

    private static List<string> Variants(JsonNode facts, JsonObject schema)
    {
        var places = new List<(Action<string> Put, string Was, JsonObject? Schema)>();
        Walk(facts, schema, places);
        var variants = new List<string>();
        foreach (var (put, was, expected) in places)
        {
            foreach (var odd in Odd.Concat((expected?["enum"]?.AsArray() ?? []).Select(value => value?.ToJsonString() ?? "null")))
            {
                put("\"@\"");
                variants.Add(facts.ToJsonString().Replace("\"@\"", odd, StringComparison.Ordinal));
            }

            put(was);
        }

        return variants;
    }

    private static void Walk(JsonNode? node, JsonObject? schema, List<(Action<string>, string, JsonObject?)> places)
    {
        if (node is JsonObject one)
        {
            foreach (var name in one.Select(property => property.Key).ToList())
            {
                var inner = schema?["properties"]?[name] as JsonObject;
                Walk(one[name], inner, places);     // the inner places first: putting the outer one back makes it anew
                places.Add((text => one[name] = JsonNode.Parse(text), one[name]?.ToJsonString() ?? "null", inner));
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var at = i;
                Walk(list[i], schema?["items"] as JsonObject, places);
                places.Add((text => list[at] = JsonNode.Parse(text), list[i]?.ToJsonString() ?? "null", schema?["items"] as JsonObject));
            }
        }
    }
}
