using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>A firm is dissolved while cases come in; on a clock that only goes forward.</summary>
public sealed class DissolvedFirmTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.1")]
    public async Task A_dissolved_firm_takes_no_case_from_that_day_on_and_its_balance_stays_in_the_sum()
    {
        app.Clock.Set(2026, 6, 17);
        var (closing, staying) = (await app.LawFirmAsync("重庆销一律师事务所", "销甲"), await app.LawFirmAsync("重庆销二律师事务所", "销乙"));
        var clerk = await app.AsAsync(Roles.Clerk);
        var proposed = await clerk.SubmitAsync(await LetterAsync(clerk, 1));
        var why = proposed.Location ?? throw new InvalidOperationException(proposed.Text);
        var assigned = Guid.Parse(why["/assignment/".Length..]);
        var taker = await app.InDbAsync(db => db.Assignments.Where(a => a.Id == assigned).Select(a => a.InstitutionId).SingleAsync());
        (closing, staying) = taker == closing.Id ? (closing, staying) : (staying, closing);
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var (close, firm) = ($"/registry/institutions/{closing.Id}/close", await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: closing.Id));
        Assert.Contains("自离开之日起不能再安排", (await clerk.OpenAsync(close))["#running"].TextContent, StringComparison.Ordinal);

        await clerk.SubmitAsync(close, ("Form.Kind", "Dissolved"), ("Form.Day", "2026-6-18"), ("Form.Reason", "注销公告"));

        var second = await LetterAsync(clerk, 2);
        Assert.Contains(closing.Name, await AbleAsync(clerk, second));       // the eve
        app.Clock.Set(2026, 6, 18);
        var shown = await clerk.OpenAsync(second);
        Assert.DoesNotContain(closing.Name, await AbleAsync(clerk, second));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(second, shown, [])).Status);
        var places = await app.InDbAsync(db => db.QueuePlaces.ToListAsync());
        Assert.Equal(0, places.Sum(p => p.BalanceMillionths));
        Assert.Contains(places, p => p.InstitutionId == closing.Id && p.ClosedOn == app.Clock.Today && p.BalanceMillionths != 0);
        var handler = Assert.Single(await MembersAsync(closing));
        Assert.Equal(app.Clock.Today, handler.LeftOn);
        var named = await firm.PostAsync($"{why}/handler", [await firm.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.HandlerId", handler.Id.ToString())]);      // the case assigned before
        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.Status);
        Assert.Contains("机构已注销", named.Text, StringComparison.Ordinal);
        var acts = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == closing.Id || l.SubjectId == handler.Id).Select(l => l.Act).ToListAsync());
        Assert.Equal([Act.InstitutionClosed, Act.MemberLeft], acts.Order().Reverse());
    }

    private static async Task<string> LetterAsync(Visitor clerk, int number)
    {
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）注销{number}号", "2026-6-17 9:20", $"注销受援{"甲乙"[number - 1]}"));
        return $"/assignment{registered.Location}/propose";
    }

    private static async Task<List<string>> AbleAsync(Visitor clerk, string proposal) =>
        [.. (await clerk.OpenAsync(proposal)).Document.QuerySelectorAll(".candidates tbody:first-of-type th.c-name").Select(cell => cell.TextContent.Trim().Split((char[]?)null)[0])];

    private Task<List<Membership>> MembersAsync(Institution institution) => app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == institution.Id).ToListAsync());
}

/// <summary>A firm is closed, moves away, and comes back.</summary>
public sealed class InstitutionClosingTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("2026-06-18", 18, true)]        // today: taken back
    [InlineData("2026-06-17", 18, true)]        // gone by, but recorded today
    [InlineData("2026-06-17", 17, false)]       // gone by: anew, at the end, with nothing
    public async Task A_firm_put_back_keeps_balance_and_people_until_the_day_has_gone_by(string day, int recordedOn, bool keeps)
    {
        app.Clock.Set(2026, 6, recordedOn);
        var firm = await app.LawFirmAsync($"重庆复{day[^2..]}{recordedOn}律师事务所", $"复{day[^2..]}{recordedOn}");
        await app.InDbAsync(db => db.QueuePlaces.Where(p => p.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BalanceMillionths, 5)));
        var (clerk, page) = (await app.AsAsync(Roles.Clerk), $"/registry/institutions/{firm.Id}");
        await clerk.SubmitAsync($"{page}/close", ("Form.Kind", "Dissolved"), ("Form.Day", day), ("Form.Reason", "公告看错"));
        app.Clock.Set(2026, 6, 18);
        Assert.Contains("恢复机构", (await clerk.OpenAsync(page)).Text, StringComparison.Ordinal);

        var back = await clerk.SubmitAsync($"{page}/reopen", ("Form.Reason", "公告是另一所的"));

        Assert.Equal(page, back.Location);
        var open = await app.InDbAsync(db => db.QueuePlaces.Where(p => p.InstitutionId == firm.Id && p.ClosedOn == null).ToListAsync());
        Assert.Equal(2, open.Count);
        Assert.All(open, place => Assert.Equal(keeps ? 5 : 0, place.BalanceMillionths));
        Assert.Equal(keeps, (await MembersAsync(firm))[0].LeftOn is null);
        await app.InDbAsync(db => db.QueuePlaces.Where(p => p.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BalanceMillionths, 0)));
    }

    [Fact]
    public async Task A_firm_that_moves_away_is_let_go_to_its_new_district_and_may_come_back()
    {
        app.Clock.Set(2026, 6, 18);
        var firm = await app.LawFirmAsync("重庆迁一律师事务所", "迁甲");
        var (clerk, page) = (await app.AsAsync(Roles.Clerk), $"/registry/institutions/{firm.Id}");
        (string, string)[] moved = [("Form.Kind", "MovedAway"), ("Form.Day", "2026-6-18"), ("Form.Reason", "变更登记")];
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"{page}/close", [.. moved, ("Form.NewDistrict", "Yuzhong 1")])).Status);
        Assert.Contains("请写明迁往何处", (await clerk.SubmitAsync($"{page}/close", moved)).Text, StringComparison.Ordinal);

        await clerk.SubmitAsync($"{page}/close", [.. moved, ("Form.NewDistrict", "重庆市渝中区")]);

        var gone = await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Id == firm.Id));
        Assert.Equal(("重庆市渝中区", null), (gone.District, gone.ClosedOn));
        Assert.Contains("机构登记在重庆市渝中区", (await clerk.SubmitAsync($"{page}/close", ("Form.Kind", "Dissolved"), ("Form.Reason", "再登"))).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 19);
        Assert.Contains("原执业机构现登记在重庆市渝中区", (await clerk.SubmitAsync($"/registry/people/{(await MembersAsync(firm))[0].Id}/return", ("Form.Reason", "回来"))).Text, StringComparison.Ordinal);
        Assert.Equal(page, (await clerk.SubmitAsync($"{page}/reopen", ("Form.Reason", "迁回"))).Location);
        Assert.Equal("重庆市北碚区", await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).Select(i => i.District).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_office_of_the_district_closes_a_firm()
    {
        var firm = await app.LawFirmAsync("重庆销三律师事务所", "销丁");
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, "浙江省温州市")));
        var (clerk, page) = (await app.AsAsync(Roles.Clerk), $"/registry/institutions/{firm.Id}");

        var refused = await clerk.SubmitAsync($"{page}/close", ("Form.Kind", "Dissolved"), ("Form.Reason", "公告"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("由当地法律援助机构登记", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"{page}/reopen", ("Form.Reason", "抢过来"))).Status);
        Assert.DoesNotContain("恢复机构", (await clerk.OpenAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync($"{page}/close")).Status);
        Assert.All(["close", "reopen"], act => Assert.Equal(HttpStatusCode.NotFound, clerk.OpenAsync($"/registry/institutions/{Guid.NewGuid()}/{act}").Result.Status));
    }

    private Task<List<Membership>> MembersAsync(Institution institution) => app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == institution.Id).ToListAsync());
}
