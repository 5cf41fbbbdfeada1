using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>Facts in, cited decision out, nothing stored; what cannot be answered is told in Chinese with a code and the place.</summary>
public sealed class DecisionApiTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nothing_is_stored_of_a_question()
    {
        var key = await app.KeyAsync("不作保存");
        var before = await CountAsync();

        var answer = await app.AskAsync(key, "assignment", ApiCalls.Facts(ApiCalls.Example));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(before, await CountAsync());

        Task<(int, int)> CountAsync() => app.InDbAsync(async db => (await db.Journal.CountAsync(), await db.Decisions.CountAsync()));
    }

    [Theory]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": \"40\"", "facts-type", "/queueTurn")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40.0", "facts-type", "/queueTurn")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 4e1", "facts-type", "/queueTurn")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": -1", "facts-range", "/queueTurn")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 1000000001", "facts-range", "/queueTurn")]
    [InlineData("\"queueTurn\": 40,", "", "facts-missing", "/queueTurn")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40, \"rules\": {}", "facts-unknown", "/rules")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40, \"a/b\": 1", "facts-unknown", "/a~1b")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40, \"queueTurn\": 41", "facts-malformed", "")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40, \"district\": \"\\ud800\"", "facts-malformed", "")]
    [InlineData("\"queueTurn\": 40", "\"queueTurn\": 40, \"district\": null, \"x", "facts-malformed", "")]
    [InlineData("\"openCases\": 4", "\"openCases\": 10001", "facts-range", "/institutions/0/openCases")]
    [InlineData("\"criminalDefence, civilRepresentation\"", "\"criminalDefence,everything\"", "facts-value", "/institutions/0/practitioners/0/intents")]
    [InlineData("\"kind\": \"criminal\"", "\"kind\": \"Criminal\"", "facts-value", "/case/kind")]
    [InlineData("\"kind\": \"criminal\"", "\"kind\": 1", "facts-type", "/case/kind")]
    [InlineData("2026-06-17T10:20:00", "2026-06-17T10:20:00Z", "facts-value", "/case/receivedAt")]
    [InlineData("2026-06-17T10:20:00", "2026-06-31T10:20:00", "facts-value", "/case/receivedAt")]
    [InlineData("2016-05-06", "0001-01-01", "facts-value", "/institutions/0/practitioners/0/firstLicensedOn")]
    [InlineData("\"drawnOrder\": 2", "\"drawnOrder\": 1", "facts-twice", "/institutions/1/place/drawnOrder")]
    [InlineData("0000000000a2", "0000000000a1", "facts-twice", "/institutions/1/id")]
    public async Task Facts_that_cannot_be_read_are_told_with_a_code_and_the_place(string text, string by, string code, string place)
    {
        var answer = await app.AskAsync(await KeyAsync(), "assignment", ApiCalls.Facts(ApiCalls.Example).Replace(text, by, StringComparison.Ordinal));

        Assert.Equal("application/problem+json", answer.Type);
        Assert.Equal((HttpStatusCode.BadRequest, code, place), answer.Problem);
    }

    [Fact]
    public async Task Every_fault_of_the_facts_is_told_at_once()
    {
        var answer = await app.AskAsync(await KeyAsync(), "admission", """{ "kind": "civil", "receivedAt": 7, "extra": true }""");

        Assert.Equal(["/decidedAt", "/receivedAt", "/extra"], answer.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!));
    }

    [Theory]
    [InlineData("at=2026-06-18", HttpStatusCode.UnprocessableEntity, "day-ahead", "at")]       // tomorrow; today's is the worked example
    [InlineData("at=someday", HttpStatusCode.BadRequest, "day-malformed", "at")]
    [InlineData("at=2026-06-16", HttpStatusCode.UnprocessableEntity, "facts-later", "/case/receivedAt")]
    [InlineData("office=WZ", HttpStatusCode.Forbidden, "office-scope", "office")]
    [InlineData("office=BB&office=WZ", HttpStatusCode.Forbidden, "office-scope", "office")]
    public async Task A_day_ahead_or_another_office_is_refused(string query, HttpStatusCode status, string code, string place)
    {
        var answer = await app.AskAsync(await KeyAsync(), "assignment?" + query, ApiCalls.Facts(ApiCalls.Example));

        Assert.Equal((status, code, place), answer.Problem);
    }

    [Theory]
    [InlineData("2023-04-10", HttpStatusCode.OK)]       // the book's first day
    [InlineData("2023-04-09", HttpStatusCode.UnprocessableEntity)]
    public async Task Before_the_first_book_there_is_no_answer(string day, HttpStatusCode status)
    {
        var answer = await app.AskAsync(await KeyAsync(), $"assignment?at={day}", ApiCalls.Facts(ApiCalls.Example).Replace("2026-06-17T10:20:00", $"{day}T10:20:00", StringComparison.Ordinal));

        Assert.Equal(status, answer.Status);
        Assert.True(status == HttpStatusCode.OK || (string?)answer.Json["code"] == "no-rule-book");
    }

    [Theory]
    [InlineData("""{ "startedAt": "2026-06-01T09:00", "clauses": ["WZ-12.5"] }""", "clause-without-period", "/clauses/0")]
    [InlineData("""{ "startedAt": "2026-06-01T09:00", "clauses": ["BB-6.1"], "pauses": [{ "first": "2026-06-02", "last": "2026-06-18" }] }""", "facts-later", "/pauses/0/last")]
    public async Task A_deadline_that_no_book_of_the_office_sets_is_refused(string facts, string code, string place) =>
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, place), (await app.AskAsync(await KeyAsync(), "deadline", facts)).Problem);

    [Fact]
    public async Task Three_thousand_candidates_are_ranked()
    {
        var question = JsonNode.Parse(ApiCalls.Facts(ApiCalls.Example))!.AsObject();
        var firm = question["institutions"]![0]!.ToJsonString();
        question["institutions"] = new JsonArray([.. Enumerable.Range(1, 3000).Select(number => Numbered(firm, number))]);

        var answer = await app.AskAsync(await KeyAsync(), "assignment", question.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(3000, answer.Json["able"]!.AsArray().Count);

        static JsonNode Numbered(string firm, int number) => JsonNode.Parse(firm.Replace("-0000000000", $"-{number:D10}", StringComparison.Ordinal).Replace("\"drawnOrder\":1", $"\"drawnOrder\":{number}", StringComparison.Ordinal))!;
    }

    [Fact]
    public async Task More_than_four_megabytes_are_not_read()
    {
        var answer = await app.AskAsync(await KeyAsync(), "assignment", new string(' ', 4 * 1024 * 1024) + "{}");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "facts-too-large", null), answer.Problem);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(await KeyAsync(), "assignment", new string(' ', (4 * 1024 * 1024) - 2) + "{}")).Status);
    }

    [Theory]
    [InlineData("POST", "/api/v1/decisions/points", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/api/v1/decisions/assignment", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("POST", "/api/v1/decisions/assignment", HttpStatusCode.UnsupportedMediaType, "media-type")]
    [InlineData("GET", "/api/v2", HttpStatusCode.NotFound, "not-found")]
    public async Task What_is_no_question_is_a_problem_and_never_a_page(string method, string url, HttpStatusCode status, string code)
    {
        using var content = method == "POST" ? new StringContent("{}", Encoding.UTF8, "text/plain") : null;

        var answer = await app.SendAsync(new(method), url, await KeyAsync(), content);

        Assert.Equal((status, code, null), answer.Problem);
        Assert.Equal("application/problem+json", answer.Type);
    }

    [Fact]
    public async Task Cookies_count_for_nothing_and_a_key_opens_no_page()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/decisions/assignment", UriKind.Relative)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        using var answer = await clerk.RawAsync(asked);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);

        Assert.Equal(HttpStatusCode.Found, (await app.SendAsync(HttpMethod.Get, "/cases", await KeyAsync())).Status);
    }

    [Fact]
    public async Task The_document_names_every_question_with_its_facts_and_demands_a_key()
    {
        var answer = await app.SendAsync(HttpMethod.Get, "/api/v1/openapi.json", key: null);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var paths = answer.Json["paths"]!.AsObject();
        Assert.Equal(["assignment", "admission", "pool-admission", "deadline"], paths.Where(path => path.Value!["post"] is not null).Select(path => path.Key.Split('/')[^1]));
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path.Key, StringComparison.Ordinal));
        var facts = answer.Json["components"]!["schemas"]!["AssignmentQuestion"]!["properties"]!;
        Assert.Equal("integer", (string?)facts["queueTurn"]!["type"]);
        Assert.NotEmpty(answer.Json["security"]!.AsArray());
    }

    [Fact]
    public async Task The_schema_of_the_facts_allows_nothing_else()
    {
        var schema = (await app.SendAsync(HttpMethod.Get, "/api/v1/schemas/deadline.json", key: null)).Json;

        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal(["startedAt", "clauses"], schema["required"]!.AsArray().Select(name => (string)name!));
    }

    // One key for all tests here; its name is taken the second time.
    private static readonly SemaphoreSlim Once = new(1);
    private static string? known;

    private async Task<string> KeyAsync()
    {
        await Once.WaitAsync();
        try
        {
            return known ??= await app.KeyAsync("各项测试");
        }
        finally
        {
            Once.Release();
        }
    }
}
