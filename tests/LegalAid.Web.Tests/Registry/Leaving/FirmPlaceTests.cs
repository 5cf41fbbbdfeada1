using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>Where the turn goes to institutions of the own district: a firm that gets its first member stands in the queues from that day, and a firm elsewhere is none to go to.</summary>
public sealed class FirmPlaceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-2.3")]
    public async Task A_firm_gets_its_places_on_the_day_its_first_member_comes()
    {
        app.Clock.Set(2026, 6, 17);
        var (from, to) = (await app.LawFirmAsync("重庆转处旧律师事务所"), await app.InstitutionAsync("重庆转处新律师事务所", InstitutionKind.LawFirm));
        var member = await app.MemberAsync("转处赵", from);
        var url = $"/registry/people/{member.Id}/firm";
        var clerk = await app.AsAsync(Roles.Clerk);
        var opened = await clerk.OpenAsync(url);

        var recorded = await clerk.SendAsync(url, opened, [("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-18"), ("Form.Reason", "变更批复")]);

        Assert.True(recorded.Status == HttpStatusCode.Found, recorded.Text);
        Assert.Equal(0, await PlacesAsync(to.Id));
        app.Clock.Set(2026, 6, 18);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ActOnPlannedChanges>().RunAsync(default));
        Assert.Equal(Enum.GetValues<QueueKind>().Length, await PlacesAsync(to.Id));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
    }

    [Fact]
    [Clause("BB-2.3")]
    public async Task A_firm_of_another_district_is_none_to_go_to_and_the_page_says_so_before()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.MemberAsync("转外赵", await app.LawFirmAsync("重庆转外旧律师事务所"));
        var elsewhere = await app.InstitutionAsync("重庆转外新律师事务所", InstitutionKind.LawFirm);
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == elsewhere.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, "重庆市渝中区")));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/firm";
        (string, string)[] order = [("Form.InstitutionId", elsewhere.Id.ToString()), ("Form.Reason", "变更批复")];

        var shown = await clerk.SubmitAsync($"{url}?handler=Check", order);

        Assert.All(["执业注册地重庆市渝中区，不在重庆市北碚区", "BB-2.3", "不能登记"], text => Assert.Contains(text, shown.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, order)).Status);
        Assert.Equal(member.InstitutionId, await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.InstitutionId).SingleAsync()));
    }

    private Task<int> PlacesAsync(Guid institutionId) => app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.InstitutionId == institutionId && p.ClosedOn == null));
}
