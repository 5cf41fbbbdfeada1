using System.Net;
using System.Text;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Disclosure;

/// <summary>A published list given out later, when some have been removed and some have come back.</summary>
public sealed class KeptListTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-8.3", "WZ-28.6", "WZ-29.2b")]
    public async Task A_list_leaves_out_who_was_removed_since_and_nobody_who_was_removed_before_or_came_back()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江公回律师事务所", InstitutionKind.LawFirm);
        var (before, back, gone) = (await app.MemberAsync("公旧归", firm, m => m.JoinedOn = new(2026, 1, 5)), await app.MemberAsync("公再归", firm), await app.MemberAsync("公已去", firm));
        await RemovedAsync(before, new(2022, 3, 1));
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/disclosure/list")).Status);
        await RemovedAsync(gone, new(2026, 6, 17));      // the very day
        await RemovedAsync(back, new(2026, 6, 17));
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == back.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.JoinedOn, new DateOnly(2029, 6, 18))));

        var csv = Encoding.UTF8.GetString(await app.Anybody().DownloadAsync($"/public/wz/lists/{await app.InDbAsync(db => db.ListPublications.Select(p => p.Id).SingleAsync())}?as=csv"));

        Assert.Equal((true, true, false), (csv.Contains("公旧归", StringComparison.Ordinal), csv.Contains("公再归", StringComparison.Ordinal), csv.Contains("公已去", StringComparison.Ordinal)));
        Assert.Contains("清退的 1 人不再列出", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WZ", HttpStatusCode.OK)]
    [InlineData("wz", HttpStatusCode.OK)]
    [InlineData("BB", HttpStatusCode.NotFound)]         // an office that publishes nothing
    [Clause("WZ-8.2")]
    public async Task An_office_is_found_by_its_code_in_capitals_or_not(string code, HttpStatusCode answer) =>
        Assert.Equal(answer, (await app.Anybody().OpenAsync($"/public/{code}/people")).Status);

    private Task<int> RemovedAsync(Membership member, DateOnly on) => app.InDbAsync(async db =>
    {
        var index = await db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync();
        db.Add(new PoolRemoval { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, IdentityIndex = index, Ground = RemovalGround.GraveHarm, Reason = "试", DecidedOn = on, ProposedById = Guid.CreateVersion7(), DecidedById = Guid.CreateVersion7(), DecidedAtUtc = app.Clock.UtcNow });
        return await db.SaveChangesAsync();
    });
}
