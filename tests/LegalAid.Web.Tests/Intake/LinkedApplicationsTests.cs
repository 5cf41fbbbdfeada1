using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>Separate applications of one matter: suggested, linked by a clerk, added up, taken apart again.</summary>
public sealed class LinkedApplicationsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-5.2")]
    [InlineData(30, 20, DecidingBody.BureauAfterDiscussion)]
    [InlineData(30, 19, DecidingBody.CentreDirector)]
    public async Task Linked_applications_add_up_to_fifty_and_the_deciding_path_follows(int one, int other, DecidingBody body)
    {
        var (a, b) = (await app.WageCaseAsync(one, $"合{other}甲"), await app.WageCaseAsync(other, $"合{other}乙"));
        var why = await app.ProposedAsync(a);
        Assert.Equal(DecidingBody.CentreDirector, (await app.LatestAsync(a)).DecidingBody);

        Assert.Equal(HttpStatusCode.Found, (await LinkAsync(a, b)).Status);

        Assert.Contains($"合计 {one + other} 人", (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{a}")).Text, StringComparison.Ordinal);
        var decided = await (await app.AsAsync(Roles.Director)).VerdictAsync(why);
        Assert.Equal(body == DecidingBody.CentreDirector ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, decided.Status);
        await app.ProposedAsync(b);
        Assert.Equal(body, (await app.LatestAsync(b)).DecidingBody);
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task Taken_apart_each_counts_alone_and_the_journal_tells_both()
    {
        var (a, b) = (await app.WageCaseAsync(30, "分甲"), await app.WageCaseAsync(20, "分乙"));
        await LinkAsync(a, b);
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"/cases/{b}/matter?handler=Unlink", ("Unlink.Reason", " "))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/cases/{b}/matter?handler=Unlink", ("Unlink.Reason", "不是同一工地"))).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsync($"/cases/{a}/matter?handler=Unlink", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Unlink.Reason", "再")])).Status);
        Assert.All(await app.InDbAsync(db => db.Cases.Where(c => c.Id == a || c.Id == b).Select(c => c.MatterId).ToListAsync()), Assert.Null);
        await app.ProposedAsync(a);
        Assert.Equal(DecidingBody.CentreDirector, (await app.LatestAsync(a)).DecidingBody);
        Assert.Equal(
            [Act.CaseLinked, Act.CaseUnlinked],
            await app.InDbAsync(db => db.Journal.Where(line => line.SubjectId == b && (line.Act == Act.CaseLinked || line.Act == Act.CaseUnlinked)).OrderBy(line => line.Id).Select(line => line.Act).ToListAsync()));
    }

    [Fact]
    public async Task What_looks_alike_is_suggested_and_never_linked_by_itself()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var first = await TakeAsync("似甲", "重庆似某建设有限公司", "2026-6-16 9:00");
        var alike = await TakeAsync("似乙", "重庆似某建设有限公司", "2026-5-17 9:00");        // thirty days before: still
        var early = await TakeAsync("似丙", "重庆似某建设有限公司", "2026-5-17 8:59");
        var other = await TakeAsync("似丁", "重庆别某建设有限公司", "2026-6-16 9:00");

        var page = await clerk.OpenAsync($"/cases/{first}/matter");

        Assert.Equal([alike.ToString()], page.Document.QuerySelectorAll("input[name='Form.Others']").Select(box => box.GetAttribute("value")));
        Assert.Contains("有 1 件可能同一事由", (await clerk.OpenAsync($"/cases/{first}")).Text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Cases.AnyAsync(c => (c.Id == first || c.Id == alike || c.Id == early || c.Id == other) && c.MatterId != null)));
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task What_cannot_belong_to_the_matter_is_refused_with_its_reason()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (a, b, c, d) = (await TakeAsync("拒甲"), await TakeAsync("拒乙"), await TakeAsync("拒丙"), await TakeAsync("拒丁"));
        var notice = await app.RegisteredAsync("拒绝关联", "2026-6-17 9:00");
        await LinkAsync(a, b);
        await LinkAsync(c, d);

        Assert.Contains("同函各案已经合并计算", (await LinkAsync(a, notice)).Text, StringComparison.Ordinal);
        Assert.Contains("已分别关联到不同的事由", (await LinkAsync(a, c)).Text, StringComparison.Ordinal);
        Assert.Contains("已经关联", (await LinkAsync(a, b)).Text, StringComparison.Ordinal);
        Assert.Contains("请勾选", (await LinkAsync(a)).Text, StringComparison.Ordinal);
        Assert.Contains("没有编号为2026-9999的案件", (await clerk.SubmitAsync($"/cases/{a}/matter", ("Form.Numbers", "2026-9999"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await LinkAsync(a, Guid.CreateVersion7())).Status);      // another office's looks like none
    }

    private async Task<WebPage> LinkAsync(Guid caseId, params Guid[] others)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        return await clerk.PostAsync($"/cases/{caseId}/matter", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. others.Select(other => ("Form.Others", other.ToString()))]);
    }

    private async Task<Guid> TakeAsync(string recipient, string opponent = "重庆拒某建设有限公司", string receivedAt = "2026-6-16 9:00")
    {
        app.Clock.Set(2026, 6, 17, 10);
        var fields = TestData.Application(receivedAt, recipient).Where(field => field.Field != "Form.Opponents");
        return NoticePath.IdOf((await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", [.. fields, ("Form.Opponents", opponent)])).Location!);
    }
}
