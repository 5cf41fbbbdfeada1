using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>What a member promised at entry is counted: publicity and voluntary work (QJ-2.6).</summary>
public sealed class ActivityTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-2.6")]
    public async Task Each_time_is_recorded_counted_by_the_year_and_voided_when_it_was_a_mistake()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.MemberAsync("活赵", await app.InstitutionAsync("重庆活动律师事务所", InstitutionKind.LawFirm));
        var (clerk, url) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{member.Id}/activities");
        Assert.Contains("不能晚于今天", (await RecordAsync(clerk, url, "2026-6-18")).Text, StringComparison.Ordinal);
        Assert.Contains("以前的活动不计", (await RecordAsync(clerk, url, "2023-12-31")).Text, StringComparison.Ordinal);      // joined on 1 January 2024

        foreach (var day in new[] { "2024-1-1", "2026-1-1", "2026-6-17" })
        {
            Assert.Equal(HttpStatusCode.Found, (await RecordAsync(clerk, url, day)).Status);
        }

        Assert.Contains("今年 2 次，累计 3 次", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains("法律援助宣传：宪法日宣传，某某广场", (await clerk.OpenAsync($"/registry/people/{member.Id}/ledger")).Text, StringComparison.Ordinal);
        var last = await app.InDbAsync(db => db.Participations.Where(a => a.MembershipId == member.Id).OrderByDescending(a => a.HeldOn).Select(a => a.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.Found, (await clerk.PostedAsync($"{url}?handler=Void", ("Void.ActivityId", last.ToString()), ("Void.Reason", "登错了人"))).Status);
        Assert.Contains("已经撤销", (await clerk.PostedAsync($"{url}?handler=Void", ("Void.ActivityId", last.ToString()), ("Void.Reason", "再撤"))).Text, StringComparison.Ordinal);
        Assert.Contains("今年 1 次，累计 2 次", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(3, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == member.Id && line.Act == Act.ActivityRecorded)));
    }

    private static Task<WebPage> RecordAsync(Visitor clerk, string url, string day) =>
        clerk.SubmitAsync(url, ("Form.Kind", "Publicity"), ("Form.HeldOn", day), ("Form.Remark", "宪法日宣传，某某广场"));
}
