using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Journal;

/// <summary>The journal tells whom and what an act was done to, why, and what was before and after; and finds what one looks for.</summary>
public sealed class JournalPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_case_and_its_letter_are_named_and_linked()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var caseUrl = (await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初61号", "2026-6-17 9:00"))).Location!;

        var row = await RowAsync(clerk, "登记收文", "刑初61号");

        Assert.Equal(caseUrl, row.QuerySelector("td[data-label='对象'] a")!.GetAttribute("href"));
        Assert.Contains("收文号：收〔2026〕", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("收到：6月17日（周三）09:00", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("公函：重庆市北碚区人民法院（2026）渝0109刑初61号", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_data_was_revealed_is_told_to_the_auditor_and_linked_for_the_office()
    {
        var member = await app.MemberAsync("被看甲", await app.LawFirmAsync("重庆被看律师事务所"));
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/people/{member.Id}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", "联系办案"));

        var told = await RowAsync(await app.AsAsync(Roles.Auditor), "查看个人信息原文", "被看甲");
        Assert.Empty(told.QuerySelectorAll("a"));
        Assert.Contains("联系办案", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("项目：联系电话", told.TextContent, StringComparison.Ordinal);
        foreach (var role in new[] { Roles.Clerk, Roles.Director, Roles.Bureau })
        {
            var reader = await app.AsAsync(role);
            var linked = (await RowAsync(reader, "查看个人信息原文", "被看甲")).QuerySelector("a")!.GetAttribute("href")!;
            Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(linked)).Status);
        }
    }

    [Fact]
    public async Task Before_and_after_are_shown_in_words()
    {
        var member = await app.MemberAsync("请假甲", await app.LawFirmAsync("重庆请假律师事务所"));
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/people/{member.Id}/absences/new", ("Form.Kind", "Leave"), ("Form.FirstDay", "2026-7-1"), ("Form.LastDay", "2026-7-9"), ("Form.Reason", "探亲"));
        var absence = await app.InDbAsync(db => db.Absences.Where(a => a.MembershipId == member.Id).Select(a => a.Id).SingleAsync());
        await clerk.SubmitAsync($"/registry/people/{member.Id}/absences/{absence}/end", ("Form.LastDay", "2026-7-5"));

        var recorded = (await RowAsync(clerk, "登记请假或暂停", "请假甲")).TextContent;
        Assert.Contains("类别：请假", recorded, StringComparison.Ordinal);
        Assert.Contains("起：2026年7月1日", recorded, StringComparison.Ordinal);
        var ended = (await RowAsync(clerk, "结束请假或暂停", "请假甲")).TextContent;
        Assert.Contains("原为：2026年7月9日", ended, StringComparison.Ordinal);
        Assert.Contains("改为：2026年7月5日", ended, StringComparison.Ordinal);
        Assert.DoesNotContain(absence.ToString(), ended, StringComparison.Ordinal);      // an id tells nobody anything
    }

    [Fact]
    public async Task Accounts_institutions_and_uploads_are_named()
    {
        await (await app.AsAsync(Roles.Administrator)).SubmitAsync("/accounts/new", ("Form.UserName", "journal.new"), ("Form.DisplayName", "新某"), ("Form.Role", Roles.Clerk));
        var firm = await app.LawFirmAsync("重庆留痕律师事务所");
        var file = await UploadAsync();
        await app.InDbAsync(db =>
        {
            db.Note(app.OfficeId, app.Clock.UtcNow, Act.WillingnessRecorded, firm.Id, officerId: null, "证明");
            db.Note(app.OfficeId, app.Clock.UtcNow, Act.RosterImported, file, officerId: null, details: new { added = 2, somethingNew = "x" });
            return db.SaveChangesAsync();
        });
        var (clerk, bureau) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Bureau));

        Assert.Contains("岗位：中心经办", (await RowAsync(clerk, "建立账户", "新某（journal.new）")).TextContent, StringComparison.Ordinal);
        Assert.Equal($"/registry/institutions/{firm.Id}", (await RowAsync(clerk, "登记跨区承办意愿", "重庆留痕律师事务所")).QuerySelector("a")!.GetAttribute("href"));
        var imported = await RowAsync(clerk, "导入名册", "留痕名册.xlsx");
        Assert.Equal($"/registry/import/{file}", imported.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("新增：2", imported.TextContent, StringComparison.Ordinal);
        Assert.Contains("somethingNew：x", imported.TextContent, StringComparison.Ordinal);      // what has no word yet is not hidden
        Assert.Null((await RowAsync(bureau, "导入名册", "留痕名册.xlsx")).QuerySelector("a"));     // the bureau imports nothing
    }

    [Fact]
    public async Task Sign_ins_are_left_out_until_asked_for()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.DoesNotContain(await ActsAsync(clerk, "/journal"), act => act == "登录");
        Assert.Contains("登录", await ActsAsync(clerk, "/journal?signins=true"));
        Assert.All(await ActsAsync(clerk, "/journal?act=SignedIn"), act => Assert.Equal("登录", act));
        Assert.NotEmpty(await ActsAsync(clerk, "/journal?act=SignedIn"));
    }

    [Fact]
    public async Task Lines_are_found_by_officer_and_by_day_both_days_included()
    {
        var (clerk, reader) = (await app.OfficerAsync("by-day", Roles.Clerk, app.OfficeId), await app.AsAsync(Roles.Clerk));
        await app.InDbAsync(db =>
        {
            foreach (var (moment, reason) in new[] { ("2025-03-04T15:59:59Z", "前夜"), ("2025-03-04T16:00:00Z", "首刻"), ("2025-03-06T15:59:59Z", "末刻"), ("2025-03-06T16:00:00Z", "次日") })
            {
                db.Note(app.OfficeId, DateTime.Parse(moment, null, System.Globalization.DateTimeStyles.AdjustToUniversal), Act.AbsenceRecorded, Guid.CreateVersion7(), clerk.Id, reason);
            }

            return db.SaveChangesAsync();
        });

        Assert.Equal(["末刻", "首刻"], await ReasonsAsync(reader, $"/journal?officer={clerk.Id}&from=2025-3-5&to=2025年3月6日"));
        Assert.Equal(["次日", "末刻", "首刻", "前夜"], await ReasonsAsync(reader, $"/journal?officer={clerk.Id}&from=0001-1-1&to=9999-12-31"));
        Assert.Equal(4, (await ReasonsAsync(reader, $"/journal?officer={clerk.Id}")).Count);
        Assert.Empty(await ReasonsAsync(reader, $"/journal?officer={Guid.NewGuid()}"));
        Assert.Contains("不是有效日期", (await reader.OpenAsync("/journal?from=x")).Text, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Dom.IElement> RowAsync(Visitor reader, string act, string named)
    {
        var page = await reader.OpenAsync("/journal");
        return Assert.Single(page.Document.QuerySelectorAll("tbody tr"), row => row.QuerySelector("th")!.TextContent == act && row.TextContent.Contains(named, StringComparison.Ordinal));
    }

    private static async Task<List<string>> ActsAsync(Visitor reader, string url) =>
        [.. (await reader.OpenAsync(url)).Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];

    private static async Task<List<string>> ReasonsAsync(Visitor reader, string url) =>
        [.. (await reader.OpenAsync(url)).Document.QuerySelectorAll("td[data-label='理由和内容']").Select(cell => cell.TextContent.Trim())];

    private Task<Guid> UploadAsync() => app.InDbAsync(async db =>
    {
        var made = new RegistryUpload { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OfficerId = Guid.CreateVersion7(), Kind = UploadKind.Roster, FileName = "留痕名册.xlsx", CreatedAtUtc = app.Clock.UtcNow };
        db.Add(made);
        await db.SaveChangesAsync();
        return made.Id;
    });
}
