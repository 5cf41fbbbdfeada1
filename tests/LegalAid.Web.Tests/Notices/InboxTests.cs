using System.Net;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>站内信: each is told of what waits for them, opening it is kept, and the case shows who was told and when it was opened.</summary>
public sealed class InboxTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_refusal_of_the_proposal_is_told_to_whoever_made_it()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.LawFirmAsync("重庆信乙律师事务所", "信某乙");
        var caseId = await app.RegisteredAsync("信2", "2026-6-17 9:00");
        await app.DecideAsync(await app.ProposedAsync(caseId), agrees: false);

        var told = (await NoticesAsync(caseId)).Single(notice => notice.Kind == NoticeKind.ProposalRefused);
        Assert.Equal($"/cases/{caseId}", (await PostAsync(await app.AsAsync(Roles.Clerk), told.Id)).Location);
    }

    [Fact]
    public async Task Nobody_opens_anothers_notice_and_looking_at_the_own_marks_nothing()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.LawFirmAsync("重庆信丙律师事务所", "信某丙");
        var director = await app.AsAsync(Roles.Director);
        var caseId = await app.RegisteredAsync("信3", "2026-6-17 9:00");
        await app.ProposedAsync(caseId);
        var notice = (await NoticesAsync(caseId)).First(one => one.Kind == NoticeKind.ProposalWaits);

        foreach (var role in new[] { Roles.Clerk, Roles.Bureau, Roles.Administrator, Roles.Auditor })
        {
            var other = await app.AsAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/inbox/{notice.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(other, notice.Id)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await director.OpenAsync($"/inbox/{notice.Id}")).Status);
        Assert.Equal(0, await app.InDbAsync(db => db.NoticeReadings.CountAsync(r => r.NoticeId == notice.Id)));
        await Task.WhenAll(PostAsync(director, notice.Id), PostAsync(director, notice.Id));
        Assert.Equal(1, await app.InDbAsync(db => db.NoticeReadings.CountAsync(r => r.NoticeId == notice.Id)));
    }

    [Fact]
    public async Task The_bureau_is_told_when_the_centre_has_asked_it()
    {
        var bureau = await app.AsAsync(Roles.Bureau);
        var caseId = await app.WageCaseAsync(50, "信某众");
        var why = await app.AskedAsync(caseId);

        Assert.Equal($"{why}/approval", (await OpenFirstAsync(bureau)).Location);
        Assert.Single(await NoticesAsync(caseId), notice => notice.Kind == NoticeKind.BureauWaits);
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_and_the_count_ends_at_ninety_nine()
    {
        var auditor = await app.AsAsync(Roles.Auditor);
        app.Clock.Set(2026, 6, 17, 10);
        var caseId = await app.RegisteredAsync("信5", "2026-6-17 9:00");
        await app.InDbAsync(async db =>
        {
            var me = await db.Users.Where(u => u.OfficeId == app.OfficeId && u.Role == Roles.Auditor).Select(u => u.Id).SingleAsync();
            db.AddRange(Enumerable.Range(1, 101).Select(n => new Notice
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                Kind = NoticeKind.ClockNearsEnd,
                OfficerId = me,
                CaseId = caseId,
                Text = $"第{n}件",
                HasLegalEffect = false,
                WrittenAtUtc = app.Clock.UtcNow.AddMinutes(n),
                DueAtUtc = app.Clock.UtcNow.AddDays(30).AddHours(n),
            }));
            return await db.SaveChangesAsync();
        });

        var first = await auditor.OpenAsync("/inbox");
        Assert.Equal("99+", Count(first));
        Assert.Equal(20, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("第101件", first.Text, StringComparison.Ordinal);
        Assert.Contains("第1件", (await auditor.OpenAsync("/inbox?p=6")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_listed_is_marked_as_read_at_once_but_not_what_serves_something_or_came_later()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var firm = await app.LawFirmAsync("重庆信己律师事务所", "信某己");
        var (director, administrator) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id));
        var (early, late) = (await app.RegisteredAsync("信61", "2026-6-17 9:00"), await app.RegisteredAsync("信62", "2026-6-17 9:00"));
        var why = await app.ProposedAsync(early);
        var shown = await director.OpenAsync("/inbox?unread=true");
        app.Clock.Set(2026, 6, 17, 10, 5);
        var later = await app.ProposedAsync(late);

        var marked = await director.SendAsync("/inbox", shown, [("UpTo", shown["input[name='UpTo']"].GetAttribute("value")!)]);

        Assert.Equal("/inbox", marked.Location);
        Assert.Equal("1", Count(await director.OpenAsync("/inbox")));
        await app.DecideAsync(later);
        await app.DecideAsync(why);
        var served = await app.InDbAsync(db => db.Notices.Where(n => n.CaseId == early && n.Kind == NoticeKind.Assigned).Select(n => n.InstitutionId).SingleAsync());
        var receiver = served == firm.Id ? administrator : await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: served);
        Assert.Null((await receiver.OpenAsync("/inbox?unread=true")).Document.QuerySelector("input[name='UpTo']"));
        await receiver.PostAsync("/inbox/read", [await receiver.TokenAsync(), ("__key", Guid.NewGuid().ToString()), ("UpTo", $"{app.Clock.UtcNow.Ticks}")]);
        Assert.Equal(0, await app.InDbAsync(db => db.NoticeReadings.CountAsync(r => db.Notices.Any(n => n.Id == r.NoticeId && n.CaseId == early && n.Kind == NoticeKind.Assigned))));
    }

    [Fact]
    public async Task A_notice_overtaken_by_what_was_done_is_settled_though_nobody_opened_it()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.LawFirmAsync("重庆信庚律师事务所", "信某庚");
        var director = await app.AsAsync(Roles.Director);
        var caseId = await app.RegisteredAsync("信7", "2026-6-17 9:00");
        var why = await app.ProposedAsync(caseId);
        var before = Count(await director.OpenAsync("/inbox"));
        Assert.NotEqual("", before);

        await app.DecideAsync(why);

        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
        var row = (await director.OpenAsync("/inbox")).Document.QuerySelectorAll("main tbody tr").Single(line => line.TextContent.Contains(number, StringComparison.Ordinal));
        Assert.Contains("已办结", row.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(before, Count(await director.OpenAsync("/inbox")));
        Assert.DoesNotContain(number, (await director.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
    }

    internal static string Count(WebPage page) => page.Document.QuerySelector(".nav-desk .nav-count")?.FirstChild?.TextContent ?? "";

    internal static async Task<WebPage> OpenFirstAsync(Visitor visitor)
    {
        var list = await visitor.OpenAsync("/inbox");
        return await visitor.SendAsync("/inbox", list, []);
    }

    private static async Task<WebPage> PostAsync(Visitor visitor, Guid notice) =>
        await visitor.PostAsync($"/inbox/{notice}", [await visitor.TokenAsync(), ("__key", Guid.NewGuid().ToString())]);

    private Task<List<Notice>> NoticesAsync(Guid caseId) => app.InDbAsync(db => db.Notices.AsNoTracking().Where(n => n.CaseId == caseId).ToListAsync());
}
