using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A moment of receipt that was corrected after the proposal moves the case's clocks, not the record of the decision; its page says so.</summary>
public sealed class CorrectedClockTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("LAW-36", "BB-6.1")]
    public async Task The_why_page_says_that_the_receipt_was_corrected_since()
    {
        await app.LawFirmAsync("重庆更正律师事务所", "更甲");
        var caseId = await app.RegisteredAsync("951", "2026-6-17 9:20");
        var why = await app.ProposedAsync(caseId);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.DoesNotContain("更正过", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId).SingleAsync());

        var corrected = await clerk.SubmitAsync($"/intake/letters/{letter}/correct", ("Form.ReceivedAtUtc", "2026-6-16 9:20"), ("Form.Reason", "收文章是16日"));

        Assert.Equal(HttpStatusCode.Found, corrected.Status);
        Assert.Contains("收到的时间在提出指派意见以后更正过", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
        Assert.Contains("6月17日（周三）24:00", (await clerk.OpenAsync($"/cases/{caseId}"))[".clocks"].TextContent, StringComparison.Ordinal);
        Assert.Contains("更正过", (await (await app.AsAsync(Roles.Director)).OpenAsync($"{why}/approval")).Text, StringComparison.Ordinal);
    }
}
