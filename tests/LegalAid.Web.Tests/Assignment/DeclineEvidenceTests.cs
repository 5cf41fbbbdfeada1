using System.Net;
using System.Text;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The file that shows why a case is declined: what is taken, how it is kept, who sees it.</summary>
public sealed class DeclineEvidenceTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("证明.pdf", "%PDF-1.4", true)]
    [InlineData("照片.jpg", "\u00FF\u00D8\u00FF\u00E0", true)]
    [InlineData("照片.png", "\u0089PNG\r\n\u001A\n", true)]
    [InlineData("证明.pdf", "MZ\u0090\u0000", false)]                     // a program by another name
    [InlineData("证明.pdf", "%PDX-1.4", false)]
    [InlineData("页面.png", "<html>", false)]
    [InlineData("空.pdf", "", false)]
    public async Task A_file_is_what_its_first_bytes_say(string name, string start, bool taken)
    {
        await FirmAsync();
        var agreed = await app.AgreedAsync($"证{Guid.NewGuid():N}"[..8]);

        var answer = await agreed.DeclineAsync(evidence: Encoding.Latin1.GetBytes(start), name: name);

        Assert.Equal(taken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(taken, (await agreed.NowAsync()).AwaitsRuling);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.Found)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task Five_megabytes_are_taken_and_not_a_byte_more(int more, HttpStatusCode status)
    {
        await FirmAsync();
        var agreed = await app.AgreedAsync($"量{more}");
        var file = new byte[(EvidenceTypes.LargestMegabytes * 1024 * 1024) + more];
        Pdf.CopyTo(file, 0);

        Assert.Equal(status, (await agreed.DeclineAsync(evidence: file)).Status);
    }

    [Fact]
    public async Task It_is_kept_sealed_and_the_centre_alone_takes_it_each_look_journalled()
    {
        await FirmAsync();
        var agreed = await app.AgreedAsync("密1");
        IsDone(await agreed.DeclineAsync(evidence: Pdf));
        var clerk = await app.AsAsync(Roles.Clerk);
        var kept = await app.InDbAsync(db => db.DeclineEvidence.AsNoTracking().SingleAsync(e => db.Declines.Any(d => d.Id == e.DeclineId && d.AssignmentId == agreed.Id)));
        Assert.False(kept.Content.Bytes.AsSpan().IndexOf("%PDF"u8) >= 0);

        Assert.Contains("PDF，1 KB", (await clerk.OpenAsync($"{agreed.Url}/evidence")).Text, StringComparison.Ordinal);
        var taken = await clerk.SubmitAsync($"{agreed.Url}/evidence");

        Assert.Equal((HttpStatusCode.OK, true), (taken.Status, taken.Html.StartsWith("%PDF-1.7", StringComparison.Ordinal)));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == agreed.CaseId && l.Act == Act.DeclineEvidenceOpened)));
        foreach (var visitor in new[] { await agreed.ReceiverAsync(), await app.AsAsync(Roles.Bureau) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpenAsync($"{agreed.Url}/evidence")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostedAsync($"{agreed.Url}/evidence")).Status);
        }

        Assert.DoesNotContain("委托关系", await app.InDbAsync(async db => string.Join('\n', await db.Journal.Select(l => l.Reason + l.Details).ToListAsync())), StringComparison.Ordinal);
    }

    private async Task FirmAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆证据律师事务所", "证某甲");
        }
    }
}
