using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>The state of a member as the centre and the member see it.</summary>
public sealed class MemberStatePageTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    public static TheoryData<AbsenceKind> Kinds => [.. Enum.GetValues<AbsenceKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_absence_the_form_offers_shows_on_both_pages_ahead_and_on_its_day(AbsenceKind kind)
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync($"态{kind}", await app.InstitutionAsync($"浙江态{kind}律师事务所", InstitutionKind.LawFirm));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}";
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{url}/absences/new", ("Form.Kind", $"{kind}"), ("Form.FirstDay", "2026-6-18"), ("Form.Reason", "通知"))).Status);
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        var state = MemberStates.NameOf(MemberStates.Of(kind));

        Assert.Matches($"将于 \\S+ {state}", (await clerk.OpenAsync(url)).Text);
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync("/registry/mine")).Status);
        app.Clock.Set(2026, 6, 18);

        Assert.Contains(state, (await clerk.OpenAsync(url))["#standing"].TextContent, StringComparison.Ordinal);
        Assert.Contains(state, (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-9.1")]
    public async Task Outsiders_are_on_the_roster_and_not_in_the_pool()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江外一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("库内", firm);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var before = (await clerk.OpenAsync("/registry/states"))["#composition"].TextContent;

        var outsider = await app.PersonAsync("库外某", firm, m => m.Standings.Clear());

        Assert.Contains("库外", (await clerk.OpenAsync($"/registry/people/{outsider.Id}"))["#standing"].TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await clerk.OpenAsync("/registry/states"))["#composition"].TextContent);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/registry/renewals", ("Form.Reason", "试运行"))).Status);
        Assert.True(await app.InDbAsync(db => db.Renewals.AnyAsync()));
        Assert.False(await app.InDbAsync(db => db.Renewals.AnyAsync(r => r.MembershipId == outsider.Id)));
    }
}
