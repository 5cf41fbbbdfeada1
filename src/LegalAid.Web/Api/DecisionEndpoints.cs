using System.Net;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Decisions;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Api;

/// <summary>
/// /api/v1: <c>POST decisions/{kind}</c> takes facts and answers with the decision, the same bytes as <c>./legalaid decide … --json</c>; nothing is stored.
/// Besides, the schemas of the facts and the OpenAPI document, open to everybody.
/// </summary>
internal static class DecisionEndpoints
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";
    private static readonly int[] Refusals = [400, 401, 403, 413, 415, 422, 429];

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/v1/openapi.json").AllowAnonymous();
        foreach (var kind in Questions.All)
        {
            var decision = app.MapPost($"/api/v1/decisions/{kind.Name}", (HttpContext http, AidDb db, RuleBooks books, OfficeClock clock, [FromQuery] string? office, [FromQuery] string? at) =>
                    AnswerAsync(http, kind, office, at, new(db, books, clock)))
                .RequireAuthorization(Policies.ApiClient)
                .WithName(kind.Name).WithSummary(kind.Title).WithDescription($"office 缺省为密钥所限机构，at 缺省为今天。事实的格式：/api/v1/schemas/{kind.Name}.json")
                .Accepts(kind.Facts, Json)
                .Produces(StatusCodes.Status200OK, kind.Decision, Json);
            foreach (var status in Refusals)
            {
                decision.Produces<ApiProblem>(status, Problem);
            }

            var schema = kind.Schema.ToJsonString(CanonicalJson.Options);
            app.MapGet($"/api/v1/schemas/{kind.Name}.json", () => Results.Text(schema, "application/schema+json")).AllowAnonymous().WithSummary($"事实的格式：{kind.Title}");
        }

        MapTheRest(app);
    }

    // Whatever else is asked under /api, so that no page answers: another kind, another method, another format.
    private static void MapTheRest(IEndpointRouteBuilder app)
    {
        app.Map("/api/v1/decisions/{kind}", (HttpContext http, string kind) =>
            ApiProblem.WriteAsync(http, Questions.Find(kind) is null ? HttpStatusCode.NotFound : HttpMethods.IsPost(http.Request.Method) ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.MethodNotAllowed))
            .RequireAuthorization(Policies.ApiClient).ExcludeFromDescription();
        app.Map("/api/{**rest}", (HttpContext http) => ApiProblem.WriteAsync(http, HttpStatusCode.NotFound)).RequireAuthorization(Policies.ApiClient).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(HttpContext http, QuestionKind kind, string? office, string? at, Sources sources)
    {
        if (WhyNotAsk(http, kind, office) is { } outside)
        {
            await ApiProblem.WriteAsync(http, HttpStatusCode.Forbidden, outside, outside.Code == "office-scope" ? "office" : null);
            return;
        }

        var (today, day) = (sources.Clock.Today, sources.Clock.Today);
        if (at is not null && !ChineseDate.TryParse(at, out day, out _))
        {
            await ApiProblem.WriteAsync(http, HttpStatusCode.BadRequest, new("day-malformed", "at 应为日期，如 2026-06-17。", []), "at");
        }
        else if (day > today)
        {
            await ApiProblem.WriteAsync(http, HttpStatusCode.UnprocessableEntity, new("day-ahead", $"{day:yyyy-MM-dd} 尚未到来，那一天的规则今天还不知道。", []), "at");
        }
        else if (await RequestBody.ReadAsync(http.Request, http.RequestAborted) is not { } facts)
        {
            await ApiProblem.WriteAsync(http, HttpStatusCode.RequestEntityTooLarge, new("facts-too-large", $"事实最多 {RequestBody.MostBytes / 1024 / 1024} MB。", []));
        }
        else
        {
            await TellAsync(http, kind.Ask(facts, new(OfficeOf(http), day, sources.Books, await WorkCalendars.WholeAsync(sources.Db, http.RequestAborted))));
        }
    }

    private static Refusal? WhyNotAsk(HttpContext http, QuestionKind kind, string? office) =>
        office is not null && office != OfficeOf(http) ? new("office-scope", $"这个接口密钥只能用于机构 {OfficeOf(http)}。", [])
        : !http.User.HasClaim(claim => claim.Type == ApiClients.KindClaim && string.Equals(claim.Value, kind.Name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ? new("kind-scope", $"这个接口密钥不能问“{kind.Name}”。", [])
        : null;

    private static string OfficeOf(HttpContext http) => http.User.FindFirst(ApiClients.OfficeClaim)!.Value;

    // What cannot be read is malformed (400); what no book or no clause answers is refused (422). A decision that says no is an answer.
    private static Task TellAsync(HttpContext http, Outcome<Answer> outcome)
    {
        if (outcome.Value is not { } answer)
        {
            var isRefused = outcome.Refusals.All(reason => !reason.Code.StartsWith("facts-", StringComparison.Ordinal) || reason.Code == "facts-later");
            return ApiProblem.WriteAllAsync(http, isRefused ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest, outcome.Refusals);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers["Yuanku-Rule-Books"] = string.Join(", ", answer.Books);
        return http.Response.WriteAsync(answer.Json, http.RequestAborted);
    }

    private sealed record Sources(AidDb Db, RuleBooks Books, OfficeClock Clock);
}
