using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>Signing in and out.</summary>
public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var answer = await app.Anybody().OpenAsync("/");

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.StartsWith("http://localhost/signin", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_signs_in_and_sees_the_own_office()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var home = await clerk.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("重庆市北碚区法律援助中心", home.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_answer_is_the_same_for_unknown_names()
    {
        await app.OfficerAsync("locked", Roles.Clerk, app.OfficeId);
        var stranger = app.Anybody();
        var answers = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            answers.Add((await stranger.SubmitAsync("/signin", ("Form.UserName", "locked"), ("Form.Password", "wrong"))).Text);
        }

        var afterLock = await stranger.SubmitAsync("/signin", ("Form.UserName", "locked"), ("Form.Password", TestApp.Password));
        var unknown = await stranger.SubmitAsync("/signin", ("Form.UserName", "nobody"), ("Form.Password", "wrong"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, afterLock.Status);
        Assert.All(answers.Append(afterLock.Text), text => Assert.Equal(unknown.Text, text));
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie()
    {
        var clerk = await app.AsAsync(Roles.Clerk, app.OfficeId, name: "leaver");

        var left = await clerk.SubmitAsync("/sign-out");

        Assert.Equal("/signin", left.Location);
        Assert.Equal(HttpStatusCode.Found, (await clerk.OpenAsync("/")).Status);
    }
}
