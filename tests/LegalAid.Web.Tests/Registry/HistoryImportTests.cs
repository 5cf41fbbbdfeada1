using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Parts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>An office's history from upload to the records it brings.</summary>
public sealed class HistoryImportTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Experience = ["执业证号", "姓名", "累计刑事辩护案件数", "首件刑事案件承办日期", "累计法律援助案件数", "近一年法律援助案件数", "专长", "熟悉未成年人案件", "语言"];
    private static readonly string[] Grades = ["执业证号", "姓名", "案号", "评估机关", "等次", "生效日期"];
    private static readonly string[] Matters = ["案号", "类型", "受援人", "对方当事人", "承办机构", "承办人执业证号", "指派日期", "阶段"];
    private static readonly string[] Exams = ["执业证号", "姓名", "岗前培训日期", "考试日期", "成绩"];

    [Fact]
    public async Task History_is_matched_by_licence_told_where_it_is_not_and_added_once()
    {
        var member = await app.MemberAsync("试历史", await app.LawFirmAsync("重庆试史律师事务所"), m => m.CriminalCases = 0);
        var licence = member.LicenceNumber;
        var clerk = await app.AsAsync(Roles.Clerk);
        var file = File(
            [[licence, "试　历史", "12", "2018-3-1", "30", "4", "工伤、劳动争议", "是", "苗语"], ["15001209909999999", "某人", "0", "", "1", "1", "", "否", ""], [licence, "试历史", "1", "", "1", "1", "", "", ""]],
            [[licence, "试历史", "2023-0001", "区司法局", "良好", "2023-5-6"], [licence, "试历史", "2023-0002", "市司法局", "特优", "2023-5-6"], [licence, "另一人", "2023-0003", "市司法局", "优秀", "2023-5-6"]],
            [["2024-0001", "刑事", "试某甲", "试某乙", "重庆试史律师事务所", licence, "2024-2-1", "一审"], ["2024-0002", "民事", "试某甲", "试某乙", "重庆没有律师事务所", licence, "2024-2-1", "侦查"], ["2024-0003", "民事", "试某丙", "试某丁", "重庆试史律师事务所", licence, "2027-2-1", "一审"]],
            [[licence, "试历史", "2024-1-2", "2024-1-5", "88"], [licence, "试历史", "", "2024-2-5", "101"]]);

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "History", file);

        Assert.Equal(
            [
                "办案经历 3 A3 执业证号 15001209909999999 名册里没有这个执业证号，请先导入名册或核对证号",
                "办案经历 4 A4 执业证号 " + licence + " 同一人的办案经历在本表里出现了两次，只采用前一行",
                "质量评估 3 E3 等次 特优 等次应为优秀、良好、合格、不合格之一",
                "质量评估 4 B4 姓名 另一人 姓名与名册里这个执业证号的人不一致，请核对",
                "在办案件 3 E3 承办机构 重庆没有律师事务所 名册里没有这个承办机构，请核对名称",
                "在办案件 4 G4 指派日期 2027-2-1 指派日期2027-02-01晚于今天",
                "培训考试 3 E3 成绩 101 成绩应在 0 至 100 之间",
            ],
            preview.Document.QuerySelectorAll("#faults tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("导入其中合格的 4 行", preview.Text, StringComparison.Ordinal);

        var imported = await clerk.OpenAsync((await clerk.SendAsync(preview.Location!, preview, [])).Location!);
        Assert.Contains("已导入：新增 3 行，更新 1 人的经历，未变 0 行；7 行有问题", imported.Text, StringComparison.Ordinal);
        var again = await RegistryPages.UploadAsync(clerk, "/registry/import", "History", file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(again.Location!)).Status);

        var stored = await app.InDbAsync(db => db.Memberships.Include(m => m.Grades).Include(m => m.Exams).SingleAsync(m => m.Id == member.Id));
        Assert.Equal((12, new DateOnly(2018, 3, 1), 30, 4, true), (stored.CriminalCases, stored.FirstCriminalCaseOn, stored.PriorAidCases, stored.PriorAidCasesLastYear, stored.MinorsSpecialist));
        Assert.Equal(["工伤", "劳动争议", "苗语"], stored.Specialities.Concat(stored.Languages));
        Assert.Equal(("2023-0001", Grade.Good), (Assert.Single(stored.Grades).CaseNumber, stored.Grades[0].Grade));
        Assert.Equal(88, Assert.Single(stored.Exams).Score);
        var matter = Assert.Single(await app.InDbAsync(db => db.PriorMatters.Where(m => m.MembershipId == member.Id).ToListAsync()));
        Assert.Equal(("2024-0001", CaseKind.Criminal, CaseStage.FirstInstance, "试某乙"), (matter.CaseNumber, matter.Kind, matter.Stage, matter.Opponent));
        Assert.Single(await app.InDbAsync(db => db.Journal.Where(l => l.Act == Act.HistoryImported).ToListAsync()));
    }

    [Fact]
    public async Task The_figures_of_experience_are_true_as_of_a_day_that_the_same_file_does_not_move()
    {
        var licence = (await app.MemberAsync("试截至", await app.LawFirmAsync("重庆试截律师事务所"), m => m.CriminalCases = 0)).LicenceNumber;
        var clerk = await app.AsAsync(Roles.Clerk);
        app.Clock.Set(2026, 6, 17);
        Assert.Equal(new DateOnly(2026, 6, 17), await AsOfAsync(clerk, licence, "12"));      // the file does not say: the day of the import
        app.Clock.Set(2026, 7, 1);
        Assert.Equal(new DateOnly(2026, 6, 17), await AsOfAsync(clerk, licence, "12"));
        Assert.Equal(new DateOnly(2026, 7, 1), await AsOfAsync(clerk, licence, "13"));
        Assert.Equal(new DateOnly(2026, 6, 30), await AsOfAsync(clerk, licence, "13", "2026-6-30", "在库的办案经历截至 2026-07-01，比本行新", new(2026, 6, 30)));
        app.Clock.Set(2026, 7, 5);
        Assert.Equal(new DateOnly(2026, 7, 4), await AsOfAsync(clerk, licence, "13", "2026-7-4"));
        app.Clock.Set(2026, 6, 17);
    }

    private async Task<DateOnly?> AsOfAsync(Visitor clerk, string licence, string cases, string asOf = "", string? refusal = null, DateOnly? told = null)
    {
        var sheet = TestRoster.Sheet([.. Experience, "截至日期"], [licence, "试截至", cases, "", "30", "4", "", "", "", asOf]);
        var file = new RawWorkbook()
            .With("xl/workbook.xml", """<workbook xmlns:r="x/relationships"><sheets><sheet name="办案经历" r:id="a"/></sheets></workbook>""")
            .With("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/></Relationships>""")
            .With("xl/a.xml", sheet).ToFile();
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "History", file);
        if (refusal is not null)
        {
            Assert.Contains(refusal, preview.Text, StringComparison.Ordinal);
            return told;
        }

        await clerk.SendAsync(preview.Location!, preview, []);
        return await app.InDbAsync(db => db.Memberships.Where(m => m.LicenceNumber == licence).Select(m => m.ExperienceAsOf).SingleAsync());
    }

    [Fact]
    public async Task A_workbook_without_any_history_sheet_is_refused()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        var answer = await clerk.UploadAsync("/registry/import", "History", "名册.xlsx", TestRoster.File(TestRoster.Person(1)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("文件里没有“办案经历”、“质量评估”、“在办案件”、“培训考试”中的任何一张工作表", answer.Text, StringComparison.Ordinal);
    }

    private static byte[] File(string[][] experience, string[][] grades, string[][] matters, string[][] exams) => new RawWorkbook()
        .With("xl/workbook.xml", """
            <workbook xmlns:r="x/relationships"><sheets><sheet name="办案经历" r:id="a"/><sheet name="质量评估" r:id="b"/><sheet name="在办案件" r:id="c"/><sheet name="培训考试" r:id="d"/></sheets></workbook>
            """)
        .With("xl/_rels/workbook.xml.rels", """
            <Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/><Relationship Id="b" Type="x/worksheet" Target="b.xml"/>
            <Relationship Id="c" Type="x/worksheet" Target="c.xml"/><Relationship Id="d" Type="x/worksheet" Target="d.xml"/></Relationships>
            """)
        .With("xl/a.xml", TestRoster.Sheet(Experience, experience))
        .With("xl/b.xml", TestRoster.Sheet(Grades, grades))
        .With("xl/c.xml", TestRoster.Sheet(Matters, matters))
        .With("xl/d.xml", TestRoster.Sheet(Exams, exams))
        .ToFile();
}
