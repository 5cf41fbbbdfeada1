using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>The cookie is checked against the account again and again; the officer goes on seeing the own office meanwhile.</summary>
public sealed class RevalidationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_officer_still_sees_the_own_cases_after_the_cookie_was_checked_again()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初21号", "2026-6-17 9:20"));

        app.Clock.Set(2026, 6, 17, 12, 0);
        var after = await clerk.OpenAsync(registered.Location!);
        var again = await clerk.OpenAsync(registered.Location!);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (after.Status, again.Status));
    }
}
