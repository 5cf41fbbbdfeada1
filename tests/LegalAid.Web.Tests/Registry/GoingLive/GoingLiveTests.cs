using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Registry.GoingLive;

/// <summary>What an office brings along when it begins on 17 June, in the middle of a quarter.</summary>
public sealed class GoingLiveTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Url = "/registry/golive";
    private static readonly DateOnly Yesterday = new(2026, 6, 16);

    [Fact]
    public async Task What_agrees_with_its_sender_is_taken_over_by_the_head_and_stands_on_page_and_ledger()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var (one, other) = (await MemberAsync("期初甲"), await MemberAsync("期初乙"));
        var file = new GoingLiveFile()
            .Duty([one.LicenceNumber, "期初甲", 12, 3, Yesterday], [other.LicenceNumber, "期初乙", 0, 1, Yesterday])
            .Points(["期初甲", one.LicenceNumber, 12.5m, Yesterday], ["期初乙", other.LicenceNumber, "-3", Yesterday])
            .Paid([one.LicenceNumber, "期初甲", "1,234.50 元", Yesterday])
            .Sanctions([one.LicenceNumber, "行政处罚", new DateOnly(2024, 5, 6), "警告", "区司法局 2024-7"])
            .Grades([one.LicenceNumber, "2025-0901", "区司法局", "不合格", new DateOnly(2025, 9, 1)])
            .Matters([one.LicenceNumber, "2026-0901", "民事", "受某", "对某", "重庆期初律师事务所", new DateOnly(2026, 3, 1), "一审", 1])
            .States("值班次数", 2, 16).States("积分", 2, 9.5m).States("已付补贴", 1, 1234.5m).States("惩戒处分", 1).States("质量评估", 1).States("在办案件", 1);

        var preview = await UploadAsync(clerk, file);
        Assert.Equal(6, preview.Document.QuerySelectorAll("#reconciliation tbody .state").Count(badge => badge.TextContent.Contains("相符", StringComparison.Ordinal)));
        Assert.Contains("由负责人对账并采用", preview.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(preview.Location + "/apply")).Status);
        Assert.Empty(await FiguresAsync(one));

        var done = await ApplyAsync(director, preview);

        Assert.Contains("已采用：新增 8 行，更正 0 行，未变 0 行；0 行有问题", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(BroughtForwardKind.WindowShifts, 12L), (BroughtForwardKind.HotlineShifts, 3), (BroughtForwardKind.PointTenths, 125), (BroughtForwardKind.PaidFen, 123450)],
            (await FiguresAsync(one)).Select(figure => (figure.Kind, figure.Amount)).OrderBy(figure => figure.Kind));
        Assert.Contains(await FiguresAsync(other), figure => figure is { Kind: BroughtForwardKind.PointTenths, Amount: -30 });
        var (page, ledger) = (await director.OpenAsync($"/registry/people/{one.Id}"), await director.OpenAsync($"/registry/people/{one.Id}/ledger"));
        Assert.All(["12.5 分", "1,234.50 元", "区司法局 2024-7", "期初.xlsx"], words => Assert.Contains(words, page["#brought"].TextContent, StringComparison.Ordinal));
        Assert.All(["本季度积分 12.5 分", "行政处罚，区司法局 2024-7", "已更换 1 次", "2025-0901 不合格"], words => Assert.Contains(words, ledger.Text, StringComparison.Ordinal));
        var taken = WorkbookReader.Read((await director.ExportAsync(preview.Location!)).Content).Value!.Sheets[0];
        Assert.Equal(8, taken.Rows.Count);        // heads and seven figures
        var upload = IdOf(preview);
        Assert.Equal(6, await app.InDbAsync(db => db.ReconciliationLines.CountAsync(l => l.UploadId == upload && l.Explanation == null)));
        Assert.True(await app.InDbAsync(db => db.Journal.AnyAsync(l => l.Act == Act.FiguresBroughtForward && l.SubjectId == upload)));

        var again = await director.SubmitAsync((await UploadAsync(clerk, file)).Location + "/apply");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("没有需要采用的行：8 行与在库一致", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sanctions_and_grades_brought_along_are_found_by_the_next_vetting()
    {
        var (director, member) = (await app.AsAsync(Roles.Director), await MemberAsync("期初审", TestRoster.Identity(new(1980, 5, 6))));
        await ApplyAsync(director, await UploadAsync(director, new GoingLiveFile()
            .Sanctions([member.LicenceNumber, "行业惩戒", new DateOnly(2025, 5, 6), "通报批评", "市律师协会 2025-1"])
            .Grades([member.LicenceNumber, "2025-0911", "区司法局", "不合格", new DateOnly(2025, 9, 1)])
            .States("惩戒处分", 1).States("质量评估", 1)));

        var round = await app.RoundAsync(r => r.Title = "期初招募");
        var firm = await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Id == member.InstitutionId));
        var application = await app.ApplicationAsync(round, firm, "期初审", identity: TestRoster.Identity(new(1980, 5, 6)));
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OfficeScope>().Allow(app.OfficeId);
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        var vetted = Assert.Single(await scope.ServiceProvider.GetRequiredService<VettingFactsReader>().ReadAsync(db.PoolApplications.Where(a => a.Id == application.Id), app.Clock.UtcNow, default));

        Assert.Equal((OfficialRecordKind.IndustrySanction, new DateOnly(2025, 5, 6)), (Assert.Single(vetted.Facts.Records).Kind, vetted.Facts.Records[0].EffectiveOn));
        Assert.Equal(("2025-0911", true), (Assert.Single(vetted.Facts.Grades).CaseNumber, vetted.Facts.Grades[0].Unqualified));
    }

    [Fact]
    public async Task What_differs_is_named_and_stays_out_until_the_head_explains_it()
    {
        var (director, member) = (await app.AsAsync(Roles.Director), await MemberAsync("期初差"));
        var preview = await UploadAsync(director, new GoingLiveFile()
            .Paid([member.LicenceNumber, "期初差", 100, Yesterday], ["15001209909999998", "无此人", 50, Yesterday])
            .Points(["期初差", member.LicenceNumber, 1, Yesterday])
            .States("已付补贴", 2, 150).States("值班次数", 1, 4));
        Assert.Equal(
            ["积分—1—1不符“对账”里没有列出，读到1行", "已付补贴21150100不符行数：送表2，可采用1，另有1行有问题合计：送表150，可采用100，差50", "值班次数104—不符行数：送表1，可采用0"],
            preview.Document.QuerySelectorAll("#reconciliation tbody tr").Select(row => Folded(row).Replace(" ", "", StringComparison.Ordinal)));

        var form = await director.OpenAsync(preview.Location + "/apply");
        var sheets = form.Document.QuerySelectorAll("input[type=hidden][name$='.Sheet']").Select(input => input.GetAttribute("value")!).ToList();
        var partly = await director.SendAsync(preview.Location + "/apply", form, [("Explanations[0].Text", "已转出")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.Status);
        Assert.DoesNotContain($"“{sheets[0]}”对账不符", partly.Text, StringComparison.Ordinal);
        Assert.Contains($"“{sheets[1]}”对账不符，请改正文件重新上传，或者写明原因", partly.Text, StringComparison.Ordinal);
        Assert.Equal("已转出", partly["[name='Explanations[0].Text']"].GetAttribute("value"));
        Assert.Empty(await FiguresAsync(member));
        Assert.Equal(HttpStatusCode.BadRequest, (await director.SendAsync(preview.Location + "/apply", form, [("Explanations[0].Text", new string('长', 201))])).Status);

        var done = await director.SendAsync(preview.Location + "/apply", await director.OpenAsync(preview.Location + "/apply"), [.. sheets.Select((sheet, i) => ($"Explanations[{i}].Text", $"{sheet}已核对"))]);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("已付补贴已核对", (await director.OpenAsync(done.Location!))["#settled"].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await FiguresAsync(member)).Count);
    }

    [Fact]
    public async Task A_correction_is_a_new_row_in_the_place_of_the_earlier_one()
    {
        var (director, member) = (await app.AsAsync(Roles.Director), await MemberAsync("期初改"));
        await ApplyAsync(director, await UploadAsync(director, Paid(member, 100, new(2026, 5, 31))));
        var preview = await UploadAsync(director, Paid(member, 120, Yesterday));
        Assert.Contains("本年已付补贴：100.00 元（截至 2026-05-31） → 120.00 元（截至 2026-06-16）", preview.Text, StringComparison.Ordinal);
        Assert.Contains("更正 1 行", (await ApplyAsync(director, preview)).Text, StringComparison.Ordinal);

        var older = await UploadAsync(director, Paid(member, 90, new(2026, 6, 15)));
        Assert.Contains("已采用截至 2026-06-16 的数，比本行新，没有采用", older.Text, StringComparison.Ordinal);
        await ApplyAsync(director, await UploadAsync(director, Paid(member, 119, Yesterday)));      // the same day again, another figure

        var rows = await FiguresAsync(member);
        Assert.Equal([10000L, 12000, 11900], rows.Select(row => row.Amount));
        Assert.Equal([null, rows[0].Id, rows[1].Id], rows.Select(row => row.ReplacesId));
        Assert.Equal(11900, (await app.InDbAsync(db => db.BroughtForwards.Where(BroughtForward.Standing(db)).SingleAsync(f => f.MembershipId == member.Id))).Amount);
        Assert.Equal(2, (await director.OpenAsync($"/registry/people/{member.Id}")).Document.QuerySelectorAll("#brought .state").Count(badge => badge.TextContent.Contains("已替代", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Figures_of_another_period_doubled_or_misspelt_are_refused_by_row_and_column()
    {
        var (clerk, member) = (await app.AsAsync(Roles.Clerk), await MemberAsync("期初错"));
        var licence = member.LicenceNumber;
        var preview = await UploadAsync(clerk, new GoingLiveFile()
            .Points(["期初错", licence, 1, new DateOnly(2026, 4, 1)], ["期初错", licence, 2, Yesterday], ["期初错", licence, 1, new DateOnly(2026, 3, 31)], ["期初错", licence, "1.25", Yesterday])
            .Paid([licence, "期初错", "-1", Yesterday], [licence, "另一人", "一百", new DateOnly(2025, 12, 31)])
            .Sanctions([licence, "记过", new DateOnly(2025, 1, 1), "警告", "某局"])
            .States("积分", 1, 1).States("积分", 1, 1).States("不存在", 1));

        Assert.Equal(
            [
                "积分 3 B3 执业证号 " + licence + " 同一人在本表里出现了两次，只采用前一行",
                "积分 4 D4 截至日期 2026-03-31 积分每季度重新计算，截至日期须不早于本季度第一天（2026-04-01）",
                "积分 5 C5 本季度积分 1.25 本季度积分应为数字，最多 1 位小数",
                "已付补贴 2 C2 已付金额 -1 已付金额不能是负数",
                "已付补贴 3 C3 已付金额 一百 已付金额应为数字，最多 2 位小数",
                "已付补贴 3 D3 截至日期 2025-12-31 这里只收今年的数，截至日期须不早于 2026-01-01",
                "惩戒处分 2 B2 类别 记过 类别应为行政处罚、行业惩戒、查证属实的投诉之一",
                "对账 3 A3 工作表 积分 这张工作表列了两次，只采用前一行",
                "对账 4 A4 工作表 不存在 没有这个名称的工作表",
            ],
            preview.Document.QuerySelectorAll("#faults tbody tr").Select(Folded));
        Assert.Equal(10, WorkbookReader.Read(await clerk.DownloadAsync(preview.Location + "?handler=Faults")).Value!.Sheets[0].Rows.Count);
    }

    [Fact]
    public async Task Two_heads_taking_over_one_file_at_once_bring_its_figures_once()
    {
        var member = await MemberAsync("期初同");
        var (first, second) = (await app.AsAsync(Roles.Director, app.OfficeId, name: "head-1"), await app.AsAsync(Roles.Director, app.OfficeId, name: "head-2"));
        var preview = await UploadAsync(first, Paid(member, 100, Yesterday));
        var forms = (await first.OpenAsync(preview.Location + "/apply"), await second.OpenAsync(preview.Location + "/apply"));

        var answers = await Task.WhenAll(first.SendAsync(preview.Location + "/apply", forms.Item1, []), second.SendAsync(preview.Location + "/apply", forms.Item2, []));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Contains(answers, answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        Assert.Single(await FiguresAsync(member));
    }

    [Fact]
    public async Task The_template_says_how_each_sheet_is_filled_and_is_read_back()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var template = await clerk.DownloadAsync(Url + "?handler=Template");
        var sheets = WorkbookReader.Read(template).Value!.Sheets;
        Assert.Equal(["填写说明", "值班次数", "积分", "已付补贴", "惩戒处分", "办案经历", "质量评估", "在办案件", "培训考试", "对账"], sheets.Select(sheet => sheet.Name));

        var preview = await RegistryPages.UploadAsync(clerk, Url, "Figures", template);
        Assert.Contains("0 行新增 0 行更正 0 行与在库一致 0 行有问题", preview.Text, StringComparison.Ordinal);

        var bare = await clerk.UploadAsync(Url, "Figures", "期初.xlsx", WorkbookWriter.Write(new SheetToWrite("积分", ["执业证号", "本季度积分", "截至日期"], [])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Status);
        Assert.Contains("文件里没有工作表“对账”", bare.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(Url)).Status);
    }

    private static GoingLiveFile Paid(Membership member, decimal yuan, DateOnly asOf) =>
        new GoingLiveFile().Paid([member.LicenceNumber, "", yuan, asOf]).States("已付补贴", 1, yuan);

    private static async Task<WebPage> UploadAsync(Visitor officer, GoingLiveFile file)
    {
        var taken = await officer.UploadAsync(Url, "Figures", "期初.xlsx", file.ToFile());
        Assert.True(taken.Status == HttpStatusCode.Found, $"{taken.Status} {taken.Text}");
        return await officer.OpenAsync(taken.Location!) with { Location = taken.Location };
    }

    private static async Task<WebPage> ApplyAsync(Visitor director, WebPage preview)
    {
        var answer = await director.SubmitAsync(preview.Location + "/apply");
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status} {answer.Text}");
        return await director.OpenAsync(answer.Location!);
    }

    private static Guid IdOf(WebPage preview) => Guid.Parse(preview.Location!.Split('/')[^1]);

    private static string Folded(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Membership> MemberAsync(string name, string? identity = null)
    {
        var firm = await app.InDbAsync(db => db.Institutions.SingleOrDefaultAsync(i => i.Name == "重庆期初律师事务所")) ?? await app.LawFirmAsync("重庆期初律师事务所");
        return await app.MemberAsync(name, firm, identity: identity);
    }

    private Task<List<BroughtForward>> FiguresAsync(Membership member) =>
        app.InDbAsync(db => db.BroughtForwards.AsNoTracking().Where(f => f.MembershipId == member.Id).OrderBy(f => f.RecordedAtUtc).ThenBy(f => f.Kind).ThenBy(f => f.Id).ToListAsync());
}
