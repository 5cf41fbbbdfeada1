using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>An answer of the interface for programs.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? Type, string Body, string? Books)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>Status, code and place of what was refused.</summary>
    public (HttpStatusCode Status, string? Code, string? Place) Problem => (Status, (string?)Json["code"], (string?)Json["pointer"] ?? (string?)Json["parameter"]);
}

/// <summary>Another program that asks the rules.</summary>
internal static class ApiCalls
{
    public const string Example = "assignment-beibei";

    public static string Facts(string example) => File.ReadAllText(PathOf(example));

    public static string PathOf(string example) => Path.Combine(SourceTree.Repository, $"docs/examples/{example}.json");

    /// <summary>A key made on the administrator's page.</summary>
    public static async Task<string> KeyAsync(this TestApp app, string name, string office = "BB", params string[] scope)
    {
        var found = await app.OfficeAsync(office);
        var administrator = await app.AsAsync(Roles.Administrator, found.ParentId ?? found.Id);
        var kinds = scope is [] ? ["Assignment", "Admission", "PoolAdmission", "Deadline"] : scope;
        var made = await administrator.SubmitAsync("/keys/new", [("Form.Name", name), ("Form.AsksForId", found.Id.ToString()), .. kinds.Select(kind => ("Form.Scope", kind))]);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return made["#key"].TextContent;
    }

    public static Task<Office> OfficeAsync(this TestApp app, string code) => app.InDbAsync(db => db.Offices.AsNoTracking().SingleAsync(o => o.Code == code));

    public static Task<ApiAnswer> AskAsync(this TestApp app, string? key, string kind, string facts) =>
        app.SendAsync(HttpMethod.Post, $"/api/v1/decisions/{kind}", key, new StringContent(facts, Encoding.UTF8, "application/json"));

    public static async Task<ApiAnswer> SendAsync(this TestApp app, HttpMethod method, string url, string? key, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        }

        using var program = app.Anybody();
        using var response = await program.RawAsync(request);
        var books = response.Headers.TryGetValues("Yuanku-Rule-Books", out var told) ? told.Single() : null;
        Assert.False(response.Headers.Contains("Set-Cookie"), "The interface for programs sets no cookie.");
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), books);
    }
}
