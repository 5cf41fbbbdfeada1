using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Registry.Leave.LeaveDesk;

namespace LegalAid.Web.Tests.Registry.Leave;

/// <summary>The way back from a leave, whose it is, and two hands at once.</summary>
public sealed class LeaveReturnTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task A_member_comes_back_early_and_is_available_from_that_day()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await MemberAsync("返赵");
        var request = await app.AskedAsync(member, "2026-6-17", "2026-6-30");
        await app.AnswerAsync(request, agrees: true);
        var (own, clerk, page) = (await app.MemberAsync(member), await app.AsAsync(Roles.Clerk), $"{Mine}/{request.Id}");
        app.Clock.Set(2026, 6, 19);
        Assert.Contains("返岗日从今天起", (await own.SubmitAsync(page, ("Form.Day", "2026-6-18"))).Text, StringComparison.Ordinal);
        Assert.Contains("原定2026年7月1日返岗", (await own.SubmitAsync(page, ("Form.Day", "2026-7-1"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.SubmitAsync(page, ("Form.Day", "改天"))).Status);

        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync(page, ("Form.Day", "2026-6-20"))).Status);

        Assert.Contains("今天请假", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 20);
        Assert.Contains("今天可指派", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("提前到 6月19日", (await own.OpenAsync(Mine)).Text, StringComparison.Ordinal);
        Assert.Null((await own.OpenAsync(page)).Document.QuerySelector("main form"));       // over
        Assert.Contains("已于2026年6月19日结束", (await own.PostedAsync(page + "?handler=Return", ("Form.Day", "2026-6-20"))).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    public async Task A_leave_not_begun_is_cancelled_as_a_whole_and_one_that_waits_is_withdrawn()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await MemberAsync("返钱");
        var granted = await app.AskedAsync(member, "2026-7-1", "2026-7-5");
        await app.AnswerAsync(granted, agrees: true);
        var own = await app.MemberAsync(member);
        Assert.Equal(HttpStatusCode.Conflict, (await own.PostedAsync($"{Mine}/{granted.Id}?handler=Withdraw")).Status);        // answered already

        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync($"{Mine}/{granted.Id}", ("Form.Day", "2026-7-1"))).Status);

        Assert.NotNull(await app.InDbAsync(db => db.Absences.Where(a => a.MembershipId == member.Id).Select(a => a.VoidedAtUtc).SingleAsync()));
        Assert.Contains("已取消", (await own.OpenAsync(Mine)).Text, StringComparison.Ordinal);
        var waiting = await app.AskedAsync(member, "2026-7-1", "2026-7-5");      // the days are free again
        Assert.Equal(Mine, (await own.SubmitAsync($"{Mine}/{waiting.Id}")).Location);
        Assert.Equal(LeaveStatus.Withdrawn, (await app.LeaveAsync(member)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await (await app.AsAsync(Roles.Clerk)).PostedAsync($"/registry/leaves/{waiting.Id}", ("Form.Agrees", "true"))).Status);
        Assert.Equal(
            new[] { Act.LeaveAsked, Act.AbsenceRecorded, Act.LeaveGranted, Act.AbsenceVoided, Act.LeaveAsked, Act.LeaveWithdrawn }.Order(),
            (await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == member.Id).Select(l => l.Act).ToListAsync())).Order());
    }

    [Fact]
    public async Task Nobody_reaches_the_leave_of_somebody_else()
    {
        app.Clock.Set(2026, 6, 17);
        var (member, stranger) = (await MemberAsync("返孙"), await app.MemberAsync(await MemberAsync("返李")));
        var request = await app.AskedAsync(member, "2026-7-1", "2026-7-5");
        var elsewhere = await app.AsAsync(Roles.Clerk, await OtherOfficeAsync());
        (string, string) yes = ("Form.Agrees", "true");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{Mine}/{request.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync($"{Mine}/{request.Id}?handler=Withdraw")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostedAsync($"/registry/leaves/{request.Id}", yes)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"/registry/leaves/{request.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostedAsync($"/registry/leaves/{request.Id}", yes)).Status);
        Assert.DoesNotContain("返孙", (await elsewhere.OpenAsync("/registry/leaves")).Text, StringComparison.Ordinal);
        foreach (var role in new[] { Roles.Bureau, Roles.Section, Roles.FirmAdministrator })
        {
            var reader = role == Roles.FirmAdministrator ? await app.AsAsync(role, app.OfficeId, institutionId: member.InstitutionId) : await app.AsAsync(role);
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, (await reader.OpenAsync($"/registry/leaves/{request.Id}")).Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/leaves/{Guid.NewGuid()}")).Status);
        await app.AnswerAsync(request, agrees: true);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync($"{Mine}/{request.Id}?handler=Return", ("Form.Day", "2026-7-2"))).Status);
        Assert.Equal(new DateOnly(2026, 7, 5), await app.InDbAsync(db => db.Absences.Where(a => a.MembershipId == member.Id).Select(a => a.LastDay).SingleAsync()));
    }

    [Fact]
    public async Task Two_clerks_at_once_or_a_clerk_and_the_member_leave_one_answer()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await MemberAsync("返周");
        var (clerk, director, own) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), await app.MemberAsync(member));
        var first = await app.AskedAsync(member, "2026-7-1", "2026-7-5");
        var url = $"/registry/leaves/{first.Id}";
        var (one, two) = (await clerk.OpenAsync(url), await director.OpenAsync(url));

        var answers = await Task.WhenAll(clerk.SendAsync(url, one, [("Form.Agrees", "true")]), director.SendAsync(url, two, [("Form.Agrees", "false"), ("Form.Note", "人手不足")]));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var status = (await app.LeaveAsync(member)).Status;
        Assert.Equal(status == LeaveStatus.Granted ? 1 : 0, await app.InDbAsync(db => db.Absences.CountAsync(a => a.MembershipId == member.Id)));

        var second = await app.AskedAsync(member, "2026-8-1", "2026-8-5");
        var (mine, theirs) = ($"{Mine}/{second.Id}", $"/registry/leaves/{second.Id}");
        var (withdrawing, answering) = (await own.OpenAsync(mine), await clerk.OpenAsync(theirs));

        answers = await Task.WhenAll(own.SendAsync(mine, withdrawing, []), clerk.SendAsync(theirs, answering, [("Form.Agrees", "true")]));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var ended = await app.LeaveAsync(member);
        Assert.Equal(ended.Status == LeaveStatus.Granted, ended.AbsenceId is not null);
        Assert.Equal(ended.AbsenceId is not null, await app.InDbAsync(db => db.Absences.AnyAsync(a => a.MembershipId == member.Id && a.FirstDay == new DateOnly(2026, 8, 1))));
    }

    [Fact]
    public async Task Who_has_left_asks_for_nothing_more()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await MemberAsync("返吴");
        var own = await app.MemberAsync(member);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, new DateOnly(2026, 6, 18))));
        Assert.NotNull((await own.OpenAsync(Mine)).Document.QuerySelector("main form"));        // the last day
        app.Clock.Set(2026, 6, 18);

        Assert.Null((await own.OpenAsync(Mine)).Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await own.PostedAsync(Mine, Wish("2026-6-18", "2026-6-19"))).Status);
        app.Clock.Set(2026, 6, 17);
    }

    private async Task<Membership> MemberAsync(string name) => await app.PersonAsync(name, await app.InstitutionAsync($"浙江{name}律师事务所", InstitutionKind.LawFirm));

    private Task<Guid> OtherOfficeAsync() => app.InDbAsync(async db =>
    {
        var office = new Office { Id = Guid.CreateVersion7(), Code = "LV", BookCode = "WZ", Name = "请假市法律援助中心", BureauName = "请假市司法局", District = "请假市", DocumentPrefix = "请", Address = "请假路", Phone = "0" };
        db.Add(office);
        await db.SaveChangesAsync();
        return office.Id;
    });
}
