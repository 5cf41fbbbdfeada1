using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Corps;

/// <summary>A county proposes in writing, the prefecture alone decides with reasons, and the county reads the answer (QDN-4.2a).</summary>
public sealed class CorpsProposalTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.2a")]
    public async Task A_county_proposes_to_cancel_the_prefecture_agrees_and_the_county_reads_it()
    {
        var member = await CorpsMemberAsync("议赵");
        var (county, prefecture) = (await app.AsAsync(Roles.Clerk), await app.PrefectureAsync());
        Assert.NotNull((await county.OpenAsync($"/registry/people/{member.Id}")).Document.QuerySelector($"main a[href='/corps/people/{member.Id}/propose']"));
        var made = await county.UploadAsync($"/corps/people/{member.Id}/propose", "Form.File", "说明.pdf", Pdf, ("Form.Kind", "Cancel"), ("Form.Reason", "两次缺训没有补课"));
        IsDone(made);
        Assert.Contains("待州司法局决定", (await county.OpenAsync(made.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("件待您决定", (await prefecture.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("议赵", (await prefecture.OpenAsync("/corps/proposals")).Text, StringComparison.Ordinal);
        Assert.Contains("两次缺训没有补课", (await prefecture.OpenAsync(made.Location!)).Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-1.7", (await prefecture.SubmitAsync($"{made.Location}?handler=File")).Html, StringComparison.Ordinal);

        IsDone(await prefecture.PostedAsync(made.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-17"), ("Form.Reason", "情况属实")));

        Assert.False(await app.InDbAsync(db => CorpsMembers.On(db, app.Clock.Today).AnyAsync(m => m.PersonId == member.PersonId)));
        var read = (await county.OpenAsync(made.Location!)).Text;
        Assert.Contains("州司法局已同意", read, StringComparison.Ordinal);
        Assert.Contains("情况属实", read, StringComparison.Ordinal);
        Assert.Contains("议赵", (await county.OpenAsync("/corps/proposals")).Text, StringComparison.Ordinal);
        Assert.Contains(Act.CorpsChangeProposed, await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == member.Id).Select(l => l.Act).ToListAsync()));
        var acts = await app.InDbAsync(await app.OfficeIdAsync("QDN"), db => db.Journal.Where(l => l.SubjectId == IdOf(made)).Select(l => l.Act).ToListAsync());
        Assert.Equal([Act.CorpsProposalAnswered, Act.CorpsProposalFileOpened], acts.Order());
        Assert.Equal(HttpStatusCode.Conflict, (await prefecture.PostedAsync(made.Location!, ("Form.Agrees", "false"), ("Form.On", "2026-6-17"), ("Form.Reason", "再答"))).Status);
    }

    [Fact]
    [Clause("QDN-4.2a")]
    public async Task What_the_prefecture_refuses_changes_nothing_and_may_be_proposed_again()
    {
        var member = await app.LocalAsync("议钱");
        var (county, prefecture) = (await app.AsAsync(Roles.Clerk), await app.PrefectureAsync());
        IsRefused(await ProposeAsync(county, member, "Cancel"), "现在不是服务团成员");
        var first = await ProposeAsync(county, member, "Join");
        IsDone(first);
        IsRefused(await ProposeAsync(county, member, "Join"), "州司法局还没有答复");
        IsDone(await prefecture.PostedAsync(first.Location!, ("Form.Agrees", "false"), ("Form.On", "2026-6-17"), ("Form.Reason", "名额已满")));
        Assert.False(await IsMemberAsync(member));

        var second = await ProposeAsync(county, member, "Join");
        IsRefused(await prefecture.PostedAsync(second.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-18"), ("Form.Reason", "同意")), "入团的日期不能晚于今天");
        IsDone(await prefecture.PostedAsync(second.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-17"), ("Form.Reason", "同意")));

        Assert.True(await IsMemberAsync(member));
        IsRefused(await ProposeAsync(county, member, "Join"), "已经是服务团成员");
    }

    [Fact]
    [Clause("QDN-4.2a")]
    public async Task A_county_never_answers_itself_neither_on_the_page_nor_in_the_database()
    {
        var member = await CorpsMemberAsync("议孙");
        var made = await ProposeAsync(await app.AsAsync(Roles.Clerk), member, "Cancel");
        var county = await app.AsAsync(Roles.Director);

        Assert.Null((await county.OpenAsync(made.Location!)).Document.QuerySelector("#answer"));
        IsRefused(await county.PostedAsync(made.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-17"), ("Form.Reason", "县里定")), "由州司法局");
        foreach (var office in new[] { app.OfficeId, await app.OfficeIdAsync("QDN") })
        {
            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.InDbAsync(db =>
            {
                db.Add(new CorpsProposalAnswer { Id = Guid.CreateVersion7(), OfficeId = office, ProposalId = IdOf(made), Agrees = true, Reason = "县里定", DecidedById = Guid.CreateVersion7(), DecidedAtUtc = app.Clock.UtcNow });
                return db.SaveChangesAsync();
            }));
            Assert.Equal(office == app.OfficeId ? PostgresErrorCodes.CheckViolation : PostgresErrorCodes.InsufficientPrivilege, ((PostgresException)refused.InnerException!).SqlState);
        }
    }

    [Fact]
    public async Task Malformed_forbidden_and_foreign_are_told_apart()
    {
        var member = await CorpsMemberAsync("议李");
        var made = await ProposeAsync(await app.AsAsync(Roles.Clerk), member, "Cancel");
        var prefecture = await app.PrefectureAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await prefecture.PostedAsync(made.Location!, ("Form.On", "2026-6-17"), ("Form.Reason", "没有选"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.AsAsync(Roles.Clerk)).PostedAsync($"/corps/people/{member.Id}/propose", ("Form.Kind", "Cancel"), ("Form.Reason", " "))).Status);
        IsRefused(await (await app.AsAsync(Roles.Clerk)).UploadAsync($"/corps/people/{(await CorpsMemberAsync("议周")).Id}/propose", "Form.File", "说明.pdf", "<html>"u8.ToArray(), ("Form.Kind", "Cancel"), ("Form.Reason", "附件")), "附件只收");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Clerk, await app.OfficeIdAsync("QDN"))).PostedAsync(made.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-17"), ("Form.Reason", "经办定"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await prefecture.PostedAsync($"/corps/people/{member.Id}/propose", ("Form.Kind", "Cancel"), ("Form.Reason", "州里提"))).Status);     // a county's line is not found at home
        foreach (var code in new[] { "BB", "QDN02" })
        {
            var stranger = await app.AsAsync(Roles.Director, await app.OfficeIdAsync(code));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(made.Location!)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync(made.Location!, ("Form.Agrees", "true"), ("Form.On", "2026-6-17"), ("Form.Reason", "他处定"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync($"/corps/people/{member.Id}/propose", ("Form.Kind", "Cancel"), ("Form.Reason", "他处提"))).Status);
            Assert.DoesNotContain("议李", (await stranger.OpenAsync("/corps/proposals")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_at_once_leave_one_proposal_and_one_answer()
    {
        var member = await CorpsMemberAsync("议吴");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var proposed = await Task.WhenAll(new[] { clerk, director }.Select(who => Task.Run(() => ProposeAsync(who, member, "Cancel"))));
        var made = Assert.Single(proposed, answer => answer.Status == HttpStatusCode.Found);
        var (one, other) = (await app.PrefectureAsync(), await app.AsAsync(Roles.Director, await app.OfficeIdAsync("QDN"), name: "second-head"));

        var answers = await Task.WhenAll(new[] { (one, "true"), (other, "false") }.Select(head => Task.Run(() => head.Item1.PostedAsync(made.Location!, ("Form.Agrees", head.Item2), ("Form.On", "2026-6-17"), ("Form.Reason", "同时")))));

        var done = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        var kept = await app.InDbAsync(await app.OfficeIdAsync("QDN"), db => db.CorpsProposalAnswers.SingleAsync(a => a.ProposalId == IdOf(made)));
        Assert.Equal(kept.Agrees, !await IsMemberAsync(member));
        Assert.NotNull(done);
    }

    private async Task<Membership> CorpsMemberAsync(string name)
    {
        var member = await app.LocalAsync(name);
        IsDone(await app.JoinsCorpsAsync(member, "2026-6-1"));
        return member;
    }

    private Task<bool> IsMemberAsync(Membership member) => app.InDbAsync(db => CorpsMembers.On(db, app.Clock.Today).AnyAsync(m => m.PersonId == member.PersonId));

    private static Guid IdOf(WebPage made) => Guid.Parse(made.Location!.Split('/')[^1]);

    private static Task<WebPage> ProposeAsync(Visitor who, Membership member, string kind) => who.PostedAsync($"/corps/people/{member.Id}/propose", ("Form.Kind", kind), ("Form.Reason", "县里的理由"));
}
