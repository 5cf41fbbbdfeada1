using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>The empty workbooks clerks fill in: what they offer is what the import takes.</summary>
public sealed class TemplateTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/registry/import?handler=RosterTemplate", "名册")]
    [InlineData("/registry/import?handler=HistoryTemplate", "办案经历", "质量评估", "在办案件", "培训考试")]
    [InlineData("/registry/enrolment?handler=Template", "登记册")]
    [InlineData("/registry/records?handler=Template", "记录")]
    public async Task Every_column_of_a_template_is_explained(string url, params string[] lists)
    {
        var sheets = WorkbookReader.Read(await (await app.AsAsync(Roles.Clerk)).DownloadAsync(url)).Value!.Sheets;

        Assert.Equal(["填写说明", .. lists], sheets.Select(sheet => sheet.Name));
        var explained = sheets[0].Rows.Skip(1).Select(row => (row.At(1)?.Text, row.At(2)?.Text)).ToHashSet();
        Assert.All(sheets.Skip(1), sheet => Assert.All(sheet.Rows[0].Cells, head => Assert.Contains((sheet.Name, head.Text), explained)));
    }

    [Fact]
    public async Task What_the_template_offers_for_choice_is_taken()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var template = await clerk.DownloadAsync("/registry/import?handler=RosterTemplate");
        var sheets = WorkbookReader.Read(template).Value!.Sheets;
        using (var document = SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false))
        {
            var offered = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>()).Select(choice => $"{choice.SequenceOfReferences!.InnerText} {choice.Formula1!.Text}").ToList();
            Assert.Contains("G2:G20001 \"律师,公职律师,公司律师,基层法律服务工作者\"", offered);
        }

        var heads = sheets[1].Rows[0].Cells.Select(cell => cell.Text).ToList();
        var kinds = sheets[0].Rows.Single(row => row.At(2)?.Text == "人员类别").At(4)!.Text;
        Assert.Equal("律师、公职律师、公司律师、基层法律服务工作者，填其中一项。", kinds);

        var filled = TestRoster.Person(801);
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File([.. heads], [filled, TestRoster.Person(802) with { Kind = "别的" }]));

        Assert.Contains("1 人待确认机构", preview.Text, StringComparison.Ordinal);
        Assert.Contains("人员类别应为律师、公职律师、公司律师、基层法律服务工作者之一", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_names_the_column_as_the_list_itself_does()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        string[] heads = [.. TestRoster.Heads.Select(head => head == "执业单位" ? "执业机构" : head)];

        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(heads, [TestRoster.Person(811) with { Institution = "" }]));

        Assert.Contains("执业机构为空", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("执业单位为空", preview.Text, StringComparison.Ordinal);
    }
}
