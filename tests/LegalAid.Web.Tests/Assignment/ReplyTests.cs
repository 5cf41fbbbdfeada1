using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The reply to the authority and its receipt: in which order they may be, and where they are found afterwards.</summary>
public sealed class ReplyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("LAW-36", "REG-24")]
    public async Task A_receipt_from_before_the_reply_letter_is_refused_with_both_moments_and_stops_nothing()
    {
        var (caseId, why) = await RepliedAsync("901");

        var early = await app.ReceiptAsync(why, "2026-6-18 14:56");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("回执时间不能早于复函时间", early.Text, StringComparison.Ordinal);
        Assert.Contains("回执 6月18日（周四）14:56，复函 6月18日（周四）14:57", early.Text, StringComparison.Ordinal);
        Assert.Contains("/rules/clauses/LAW-36", early["main .refusals"].InnerHtml, StringComparison.Ordinal);
        var assignment = await app.AssignmentAsync(caseId);
        Assert.Equal((AssignmentStatus.HandlerNamed, null), (assignment.Status, assignment.ReceiptAtUtc));
        Assert.NotNull(await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.NextDueAtUtc).SingleAsync()));
    }

    [Fact]
    [Clause("LAW-36")]
    public async Task A_receipt_of_the_very_minute_of_the_reply_letter_is_taken()
    {
        var (_, why) = await RepliedAsync("902");

        Assert.Equal($"{why}/reply", (await app.ReceiptAsync(why, "2026-6-18 14:57")).Location);
    }

    [Fact]
    [Clause("LAW-36")]
    public async Task After_the_receipt_the_case_the_register_and_the_letters_page_tell_of_it()
    {
        var (caseId, why) = await RepliedAsync("903");
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("尚未收到回执", (await clerk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 19, 9);
        await app.ReceiptAsync(why, "2026-6-18 16:30", by: "收发室丁某");
        var number = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.ReplyNumber!).SingleAsync());

        var told = (await clerk.OpenAsync($"/cases/{caseId}"))[$"main a[href='{why}/reply']"].Closest("dd")!.TextContent;
        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Contains("6月18日（周四）16:30", told, StringComparison.Ordinal);
        Assert.Contains("收发室丁某", told, StringComparison.Ordinal);
        var letter = await clerk.OpenAsync($"{why}/reply");
        Assert.Contains(number, letter.Text, StringComparison.Ordinal);
        Assert.Contains("签收人 收发室丁某", letter.Text, StringComparison.Ordinal);
        var incoming = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId).SingleAsync());
        foreach (var page in new[] { "/intake/letters", $"/intake/letters/{incoming}" })
        {
            var line = (await clerk.OpenAsync(page))[$"main a[href='{why}/reply']"].Closest("td")!.TextContent;
            Assert.Contains(number, line, StringComparison.Ordinal);
            Assert.Contains("回执 6月18日（周四）16:30", line, StringComparison.Ordinal);
            Assert.DoesNotContain("无期限", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_may_not_open_the_reply_letter_reads_its_number_without_a_link()
    {
        var (caseId, why) = await RepliedAsync("904");
        var number = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.ReplyNumber!).SingleAsync());

        var page = await (await app.AsAsync(Roles.Bureau)).OpenAsync($"/cases/{caseId}");

        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"a[href='{why}/reply']"));
    }

    // The reply letter is made on 18 June at 14:57 and half a minute.
    private async Task<(Guid CaseId, string Why)> RepliedAsync(string number)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆复函律师事务所")))
        {
            await app.LawFirmAsync("重庆复函律师事务所", "函甲");
        }

        app.Clock.Set(2026, 6, 17, 10);
        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:20");
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        app.Clock.Set(new DateTime(2026, 6, 18, 14, 57, 30));
        await app.ReplyAsync(why);
        return (caseId, why);
    }
}
