using System.Net;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Tests;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Corps.PostingPath;

namespace LegalAid.Web.Tests.Corps;

/// <summary>Who is in the corps the prefecture alone records; the counties read it, and nobody else does.</summary>
public sealed class CorpsMemberTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.2a", "QDN-4.2c", "QDN-4.2b")]
    public async Task The_prefecture_records_and_the_county_reads()
    {
        var member = await app.FromElsewhereAsync("团赵");
        var (prefecture, county) = (await app.PrefectureAsync(), await app.AsAsync(Roles.Director));
        Assert.Contains("服务团不是成员", Flat(await county.OpenAsync($"/registry/people/{member.Id}")), StringComparison.Ordinal);
        Assert.NotNull((await prefecture.OpenAsync($"/registry/people/{member.Id}")).Document.QuerySelector($"main a[href='/corps/people/{member.Id}']"));

        IsDone(await app.JoinsCorpsAsync(member));

        Assert.Contains("成员，自2026年6月17日", Flat(await county.OpenAsync($"/registry/people/{member.Id}")), StringComparison.Ordinal);
        foreach (var reader in new[] { prefecture, county })
        {
            var list = await reader.OpenAsync("/corps");
            Assert.Contains("团赵", list.Text, StringComparison.Ordinal);
            Assert.Contains("凯里市法律援助中心", list.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("团赵", (await (await app.AsAsync(Roles.Director, await app.OfficeIdAsync("QDN02"))).OpenAsync("/corps")).Text, StringComparison.Ordinal);
        IsRefused(await prefecture.PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", "再登")), "已经是服务团成员");
    }

    [Fact]
    [Clause("QDN-4.2a")]
    public async Task A_county_does_not_record_it_and_its_connection_does_not_write_it()
    {
        var member = await app.LocalAsync("县赵");
        var county = await app.AsAsync(Roles.Director);

        Assert.Contains("由州司法局登记", (await county.OpenAsync($"/corps/people/{member.Id}")).Text, StringComparison.Ordinal);
        IsRefused(await county.PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", "县里登")), "成员身份由州司法局登记");
        IsDone(await app.JoinsCorpsAsync(member));
        Assert.Contains("州局 2026 年成员名单", (await county.OpenAsync($"/corps/people/{member.Id}")).Text, StringComparison.Ordinal);
        IsRefused(await county.PostedAsync($"/corps/people/{member.Id}?handler=End", ("Leaving.End", "Left"), ("Leaving.On", "2026-6-17"), ("Leaving.Reason", "县里退")), "成员身份由州司法局登记");

        var (seen, changed) = await app.InDbAsync(async db => (
            await CorpsMembers.InSight(db).CountAsync(m => m.PersonId == member.PersonId),
            await CorpsMembers.InSight(db).Where(m => m.PersonId == member.PersonId).ExecuteUpdateAsync(set => set.SetProperty(m => m.EndReason, "县里改的"))));
        Assert.Equal((1, 0), (seen, changed));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/corps/people/{member.Id}")).Status);
    }

    [Fact]
    [Clause("QDN-4.2a")]
    public async Task Who_leaves_or_is_struck_off_is_no_member_from_that_day_on_and_may_come_back()
    {
        var member = await app.FromElsewhereAsync("离赵");
        IsDone(await app.JoinsCorpsAsync(member, "2026-6-1"));
        var prefecture = await app.PrefectureAsync();

        IsRefused(await EndAsync(member, "2026-6-1"), "离团的日期须晚于入团的日期");
        IsRefused(await EndAsync(member, "2026-6-18"), "离团的日期不能晚于今天");
        Assert.Equal(HttpStatusCode.BadRequest, (await prefecture.PostedAsync($"/corps/people/{member.Id}?handler=End", ("Leaving.On", "2026-6-17"), ("Leaving.Reason", "没有选"))).Status);
        IsDone(await EndAsync(member, "2026-6-17"));

        Assert.Equal((true, false), (await IsMemberAsync(member, new(2026, 6, 16)), await IsMemberAsync(member, new(2026, 6, 17))));
        Assert.Contains("取消资格，自", (await prefecture.OpenAsync("/corps")).Text, StringComparison.Ordinal);
        IsRefused(await EndAsync(member, "2026-6-17"), "现在不是服务团成员");
        IsDone(await app.JoinsCorpsAsync(member));
        Assert.Equal(2, await app.InDbAsync(await app.OfficeIdAsync("QDN"), db => db.CorpsMembers.CountAsync(m => m.PersonId == member.PersonId)));
        Assert.True(await IsMemberAsync(member, new(2026, 6, 17)));
    }

    [Fact]
    public async Task Two_at_once_leave_one_membership()
    {
        var member = await app.LocalAsync("并赵");
        var (one, other) = (await app.PrefectureAsync(), await app.AsAsync(Roles.Director, await app.OfficeIdAsync("QDN"), name: "second-prefect"));

        var answers = await Task.WhenAll(new[] { one, other }.Select(head => Task.Run(() => head.PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", "同时")))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Equal(1, await app.InDbAsync(db => CorpsMembers.On(db, app.Clock.Today).CountAsync(m => m.PersonId == member.PersonId)));
    }

    [Fact]
    public async Task Another_prefecture_and_a_neighbour_find_nobody()
    {
        var member = await app.LocalAsync("陌赵");
        foreach (var code in new[] { "BB", "QDN02" })
        {
            var stranger = await app.AsAsync(Roles.Director, await app.OfficeIdAsync(code));

            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/corps/people/{member.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", "试"))).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.PrefectureAsync()).PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", " "))).Status);
    }

    [Theory]
    [InlineData(10)]        // left the roster before
    [InlineData(30)]        // leaves it on a day ahead
    [Clause("QDN-4.2a", "QDN-4.7.3")]
    public async Task Who_left_the_roster_is_struck_from_the_corps_all_the_same_and_does_not_join_it_again_from_that_line(int day)
    {
        var member = await app.FromElsewhereAsync($"走赵{day}");
        IsDone(await app.JoinsCorpsAsync(member, "2026-6-1"));
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, new DateOnly(2026, 6, day))));

        IsDone(await EndAsync(member, "2026-6-17"));

        Assert.False(await IsMemberAsync(member, new(2026, 6, 17)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.PrefectureAsync()).PostedAsync($"/corps/people/{member.Id}", ("Form.On", "2026-6-17"), ("Form.Evidence", "再登"))).Status);
    }

    // As the county sees it, by which it assigns.
    private Task<bool> IsMemberAsync(LegalAid.Store.Registry.Membership member, DateOnly day) => app.InDbAsync(db => CorpsMembers.On(db, day).AnyAsync(m => m.PersonId == member.PersonId));

    private async Task<WebPage> EndAsync(LegalAid.Store.Registry.Membership member, string on) => await (await app.PrefectureAsync())
        .PostedAsync($"/corps/people/{member.Id}?handler=End", ("Leaving.End", nameof(CorpsEnd.Cancelled)), ("Leaving.On", on), ("Leaving.Reason", "两次迟交卷宗"));

    private static string Flat(WebPage page) => page.Text.Replace(" ", "", StringComparison.Ordinal);
}
