using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>People leave the pool and come back, at an office whose turn goes to persons.</summary>
public sealed class DepartureTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-26.2")]
    public async Task Who_leaves_takes_no_case_from_that_day_on_keeps_the_running_ones_and_the_balances_still_sum_to_nothing()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江离一律师事务所", InstitutionKind.LawFirm);
        var (leaver, stayer) = (await app.PersonAsync("离赵", firm), await app.PersonAsync("离钱", firm));
        var running = await AssignedAsync(app, "离甲", leaver);
        var next = await app.GrantedAsync("离乙", ("Form.WishedMembershipId", leaver.Id.ToString()));
        var clerk = await app.AsAsync(Roles.Clerk);
        var departure = $"/registry/people/{leaver.Id}/departure";
        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Id == running).Select(c => c.Number).SingleAsync());
        Assert.Contains($"{number} 离赵 继续由承办人办理", (await clerk.OpenAsync(departure)).Text, StringComparison.Ordinal);

        var head = await app.AsAsync(Roles.Director);
        var told = await head.SubmitAsync(departure, ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-18"), ("Form.Reason", "录错了人"));

        Assert.Contains("还有 1 件在办案件须逐件处理", (await head.OpenAsync(told.Location!)).Html, StringComparison.Ordinal);
        Assert.Contains("建议：离赵", (await clerk.OpenAsync(PersonTurns.ProposalOf(next))).Text, StringComparison.Ordinal);     // the eve
        app.Clock.Set(2026, 6, 18);
        var shown = await clerk.OpenAsync(PersonTurns.ProposalOf(next));
        Assert.DoesNotContain("建议：离赵", shown.Text, StringComparison.Ordinal);
        Assert.Contains("建议：离钱", shown.Text, StringComparison.Ordinal);
        await clerk.SendAsync(PersonTurns.ProposalOf(next), shown, []);
        Assert.Equal(stayer.Id, (await app.AssignmentAsync(next)).MembershipId);
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
        Assert.NotEqual(0, await BalanceAsync(app, leaver, closed: true));
        Assert.Contains("已离开", (await clerk.SubmitAsync("/registry/people?today=Left", ("q", "离赵"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的人员", (await clerk.SubmitAsync("/registry/people", ("q", "离赵"))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.CaseHandlers.CountAsync(h => h.MembershipId == leaver.Id)));
    }

    [Fact]
    public async Task A_roster_that_names_who_left_brings_them_back_at_zero()
    {
        app.Clock.Set(2026, 6, 17);
        var clerk = await app.AsAsync(Roles.Clerk);
        var told = TestRoster.Person(71) with { Institution = "浙江回名册律师事务所" };
        await ImportAsync(clerk, told);
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.LicenceNumber == told.Licence));
        await app.InDbAsync(db => db.QueuePlaces.Where(p => p.MembershipId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BalanceMillionths, 7)));
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/people/{member.Id}/departure", ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-17"), ("Form.Reason", "录错了人"));
        app.Clock.Set(2026, 6, 18);

        var preview = await ImportAsync(clerk, told);

        Assert.Contains("自 2026-06-17 起离开 → 重新入库", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(app, member, closed: false));
        Assert.Equal(14, await BalanceAsync(app, member, closed: true));
        var again = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.Id == member.Id));
        Assert.Equal((null, app.Clock.Today), (again.LeftOn, again.JoinedOn));
        await app.InDbAsync(db => db.QueuePlaces.Where(p => p.MembershipId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BalanceMillionths, 0)));
    }

    [Fact]
    public async Task What_cannot_be_recorded_of_a_departure_is_told()
    {
        app.Clock.Set(2026, 6, 18);
        var person = await app.MemberAsync("离孙", await app.InstitutionAsync("浙江离二律师事务所", InstitutionKind.LawFirm));
        var (clerk, head, url) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), $"/registry/people/{person.Id}/departure");

        Assert.Equal(HttpStatusCode.BadRequest, (await head.SubmitAsync(url, ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-18"), ("Form.Reason", ""))).Status);
        Assert.Contains("离开日早于入库日", (await head.SubmitAsync(url, ("Form.Ground", "Mistake"), ("Form.Day", "2023-12-31"), ("Form.Reason", "错"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await head.SubmitAsync(url, ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-18"), ("Form.Reason", "录错了人"))).Status);
        Assert.Contains("已登记自2026年6月18日起离开", (await head.SubmitAsync(url, ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-19"), ("Form.Reason", "录错了人"))).Text, StringComparison.Ordinal);
        Assert.Contains("不在库，无须登记", (await clerk.SubmitAsync($"/registry/people/{person.Id}/absences/new", ("Form.Kind", "Leave"), ("Form.FirstDay", "2026-6-18"), ("Form.Reason", "病"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.NewGuid()}/departure")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.NewGuid()}/return")).Status);
    }

    internal static async Task<Guid> AssignedAsync(WenzhouApp app, string recipient, Membership wished)
    {
        var aidCase = await app.GrantedAsync(recipient, ("Form.WishedMembershipId", wished.Id.ToString()));
        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync(PersonTurns.ProposalOf(aidCase));
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{proposed.Location}/approval", ("Form.Agrees", "true"));
        return aidCase;
    }

    private static async Task<WebPage> ImportAsync(Visitor clerk, TestPerson told)
    {
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(told));
        await RegistryPages.ConfirmAsync(clerk, preview);
        return preview;
    }

    internal static Task<long> BalanceAsync(WenzhouApp app, Membership member, bool closed) =>
        app.InDbAsync(db => db.QueuePlaces.Where(p => p.MembershipId == member.Id && p.ClosedOn != null == closed).SumAsync(p => p.BalanceMillionths));
}
