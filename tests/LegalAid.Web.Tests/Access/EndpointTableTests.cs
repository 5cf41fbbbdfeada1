using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>Every address of the program against every role.</summary>
public sealed class EndpointTableTests(TestApp app) : IClassFixture<TestApp>
{
    private const string StaticFallback = "{**path:file}";      // how MapStaticAssets answers for files that joined after the build

    [Fact]
    public async Task Every_endpoint_of_the_program_has_a_row_in_the_table()
    {
        await app.Anybody().OpenAsync("/healthz");

        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != StaticFallback)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(endpoints.Count >= 20, $"The program shows only {endpoints.Count} endpoints; this test looks at the wrong thing.");
        Assert.Equal(EndpointTable.Rows.Select(row => row.Pattern).Order(StringComparer.Ordinal), endpoints.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_role_opens_what_its_rows_say_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var role in Roles.All)
        {
            var visitor = await SignedInAsync(role);
            foreach (var row in EndpointTable.Rows)
            {
                var answer = await AskAsync(visitor, row);
                var asSaid = row.Roles.Contains(role)
                    ? answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound || (row.Anonymous && answer is { Status: HttpStatusCode.Found, Location: "/" })
                    : answer.Status == (row.ForPrograms ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden);
                if (!asSaid)
                {
                    wrong.Add($"{role} {row.Url} → {(int)answer.Status} {answer.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_signed_in_is_led_to_the_sign_in_page()
    {
        var wrong = new List<string>();
        var stranger = app.Anybody();
        foreach (var row in EndpointTable.Rows)
        {
            var answer = await AskAsync(stranger, row);
            var led = answer is { Status: HttpStatusCode.Found, Location: { } location } && location.StartsWith("http://localhost/signin?", StringComparison.Ordinal);
            var asSaid = row.ForPrograms ? answer.Status == HttpStatusCode.Unauthorized : led != row.Anonymous;
            if (!asSaid || (row.Anonymous && answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Found)))
            {
                wrong.Add($"{row.Url} → {(int)answer.Status} {answer.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_answer_forbids_inline_scripts_and_storing()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        foreach (var row in EndpointTable.Rows.Where(row => row.Method == "GET"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(row.Url, UriKind.Relative));
            using var response = await clerk.RawAsync(request);

            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.True(response.Headers.CacheControl is { NoStore: true }, $"{row.Url} may be stored.");
        }
    }

    private async Task<Visitor> SignedInAsync(string role)
    {
        if (role is not (Roles.FirmAdministrator or Roles.Practitioner))
        {
            return await app.AsAsync(role);
        }

        var firm = await app.LawFirmAsync($"重庆{role}律师事务所");
        var member = await app.MemberAsync("表甲", firm);
        return role == Roles.FirmAdministrator
            ? await app.AsAsync(role, app.OfficeId, institutionId: firm.Id)
            : await app.AsAsync(role, app.OfficeId, membershipId: member.Id);
    }

    private static Task<WebPage> AskAsync(Visitor visitor, EndpointRow row) =>
        row.Method == "GET" ? visitor.OpenAsync(row.Url) : visitor.PostAsync(row.Url, [("back", "/")]);
}
