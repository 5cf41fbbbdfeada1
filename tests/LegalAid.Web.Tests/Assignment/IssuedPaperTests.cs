using LegalAid.Rules.Tests;
using LegalAid.Store.Documents;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A paper that has its number says for ever what it said then.</summary>
public sealed class IssuedPaperTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-6.3", "LAW-36")]
    public async Task Renaming_lawyer_firm_recipient_letter_and_office_afterwards_changes_no_numbered_paper()
    {
        var firm = await app.LawFirmAsync("重庆原名律师事务所", "原某甲");
        var caseId = await app.RegisteredAsync("811", "2026-6-17 9:00");
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        await app.ReplyAsync(why);
        var clerk = await app.AsAsync(Roles.Clerk);
        var (notice, reply) = (await NoticeAsync(clerk, why), await ReplyAsync(clerk, why));
        Assert.Contains("指派你单位承办，承办人为原某甲", notice, StringComparison.Ordinal);
        Assert.Contains("重庆原名律师事务所原某甲律师为陈某甲盗窃一案", reply, StringComparison.Ordinal);

        await RenameAsync(firm.Id, caseId);

        Assert.Equal(notice, await NoticeAsync(clerk, why));
        Assert.Equal(reply, await ReplyAsync(clerk, why));
        var page = (await clerk.OpenAsync($"/cases/{caseId}")).Text;
        Assert.Contains("新某甲", page, StringComparison.Ordinal);       // the case itself goes by today's names
        Assert.Contains("重庆新名律师事务所", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_paper_is_kept_sealed()
    {
        await app.LawFirmAsync("重庆密封律师事务所", "封某甲");
        var why = await app.ProposedAsync(await app.RegisteredAsync("812", "2026-6-17 9:00"));
        await app.DecideAsync(why);
        await app.NameAsync(why);

        var kept = await app.InDbAsync(db => db.IssuedPapers.AsNoTracking().SingleAsync(p => p.AssignmentId == NoticePath.IdOf(why)));

        Assert.Equal(DocumentKind.AssignmentNotice, kept.Kind);
        Assert.DoesNotContain("陈某甲", System.Text.Encoding.UTF8.GetString(kept.Content.Bytes), StringComparison.Ordinal);
        Assert.Contains("陈某甲", app.Cipher.Open(kept.Content), StringComparison.Ordinal);
    }

    private Task<int> RenameAsync(Guid firmId, Guid caseId) => app.InDbAsync(async db =>
    {
        await db.Institutions.Where(i => i.Id == firmId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, "重庆新名律师事务所"));
        await db.Persons.Where(p => p.Name == "原某甲").ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "新某甲"));
        await db.CaseParties.Where(p => p.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "陈某新"));
        await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Cause, "抢劫"));
        await db.IncomingLetters.ExecuteUpdateAsync(set => set.SetProperty(l => l.Authority, "重庆市某区人民法院"));
        return await db.Offices.Where(o => o.Id == app.OfficeId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, "重庆市某区法律援助中心"));
    });

    private static async Task<string> NoticeAsync(Visitor clerk, string why) => (await clerk.OpenAsync($"{why}/notice"))["main article"].TextContent;

    private static async Task<string> ReplyAsync(Visitor clerk, string why) => (await clerk.OpenAsync($"{why}/reply"))["main article"].TextContent;
}
