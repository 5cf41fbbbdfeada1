using System.IO.Compression;
using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

/// <summary>Lists taken away as workbooks: whole, typed, journalled, and only by those who may open them.</summary>
public sealed class ExportTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Lists =
    [
        "cases", "registry/people", "registry/institutions", "intake/letters", "intake/applications",
        "assignment", "assignment/statistics", "assignment/queues", "fairness", "journal", "accounts",
    ];

    [Fact]
    public async Task Every_list_is_given_to_whoever_may_open_it_and_to_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var role in Roles.All.Except([Roles.FirmAdministrator, Roles.Practitioner]))
        {
            var visitor = await app.AsAsync(role);
            foreach (var row in Lists.Select(EndpointTable.Of))
            {
                var answer = await visitor.ExportAsync(row.Url);
                var expected = row.Roles.Contains(role) ? (HttpStatusCode.OK, WorkbookWriter.ContentType) : (HttpStatusCode.Forbidden, "text/html");
                if (expected != (answer.Status, answer.Type))
                {
                    wrong.Add($"{role} {row.Url} → {answer.Status} {answer.Type}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_list_page_has_the_button_and_a_forged_export_is_refused()
    {
        await app.LawFirmAsync("重庆试钮律师事务所", "试钮甲");
        var clerk = await app.AsAsync(Roles.Clerk);

        var page = await clerk.OpenAsync("/registry/people?kind=Lawyer&p=1");
        Assert.Equal("/registry/people?kind=Lawyer&handler=Export", page["form.export"].GetAttribute("action"));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsync("/registry/people?handler=Export", [])).Status);
        Assert.Equal(HttpStatusCode.Found, (await app.Anybody().PostAsync("/registry/people?handler=Export", [])).Status);
    }

    [Fact]
    public async Task Another_offices_workbooks_hold_none_of_it()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await app.LawFirmAsync("重庆试丝雀律师事务所", "试丝雀");
        await clerk.SubmitAsync("/intake/letters/new", [.. TestData.Letter("（2026）试丝雀1号", "2026-6-17 9:00").Where(f => f.Field != "Form.Cause"), ("Form.Cause", "试丝雀案")]);
        await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "试丝雀申"));
        var other = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync());

        foreach (var role in (string[])[Roles.Clerk, Roles.Bureau, Roles.Auditor])
        {
            var stranger = await app.AsAsync(role, other);
            foreach (var row in Lists.Select(EndpointTable.Of).Where(row => row.Roles.Contains(role)))
            {
                Assert.DoesNotContain("试丝雀", Text((await stranger.ExportAsync(row.Url)).Content), StringComparison.Ordinal);
                Assert.DoesNotContain("试丝雀", Text((await stranger.ExportAsync(row.Url, ("q", "试丝雀"))).Content), StringComparison.Ordinal);
            }
        }

        Assert.All((string[])["/cases", "/registry/people", "/registry/institutions", "/intake/letters"], url => Assert.Contains("试丝雀", Text(clerk.ExportAsync(url).Result.Content), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_institution_takes_its_own_cases_only()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "试旁观"));
        var firm = await app.LawFirmAsync("重庆试旁律师事务所");
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);

        Assert.DoesNotContain("试旁观", Text((await administrator.ExportAsync("/cases")).Content), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.ExportAsync("/registry/people")).Status);
    }

    [Fact]
    public async Task Cells_have_types_and_no_text_becomes_a_formula()
    {
        var firm = await app.LawFirmAsync("重庆试型律师事务所");
        await app.MemberAsync("=HYPERLINK(试型)", firm);
        await app.MemberAsync("@试型", firm);
        var clerk = await app.AsAsync(Roles.Clerk);

        var file = (await clerk.ExportAsync($"/registry/people?institution={firm.Id}")).Content;
        var sheet = WorkbookReader.Read(file).Value!.Sheets.Single();

        Assert.Equal(("人员", 3), (sheet.Name, sheet.Rows.Count));
        Assert.All(sheet.Rows.Skip(1), row =>
        {
            Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Day, CellKind.Number, CellKind.Number], new[] { 1, 6, 7, 8, 11 }.Select(column => row.At(column)!.Kind));
            Assert.Equal("2016-06-17", row.At(7)!.Text);
            Assert.All(row.Cells, cell => Assert.False(cell.IsFormula));
        });
        Assert.Equal(["=HYPERLINK(试型)", "@试型"], sheet.Rows.Skip(1).Select(row => row.At(1)!.Text).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("13900000000", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_searched_list_is_taken_and_journalled_without_the_name()
    {
        await app.LawFirmAsync("重庆试全律师事务所", [.. Enumerable.Range(1, 53).Select(n => $"试全{n:00}")]);
        var director = await app.AsAsync(Roles.Director);

        var file = (await director.ExportAsync("/registry/people?kind=Lawyer", ("q", "shiquan"))).Content;

        Assert.Equal(1 + 53, WorkbookReader.Read(file).Value!.Sheets.Single().Rows.Count);
        var line = await app.InDbAsync(db => db.Journal.Where(l => l.Act == Act.ListExported && l.Details!.Contains("\"rows\":53")).SingleAsync());
        Assert.Equal("""{"list":"/registry/people?kind=Lawyer","searched":true,"rows":53,"of":53}""", line.Details);
        Assert.Contains("导出表格", (await director.OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ListExports.MostRows, false)]
    [InlineData(ListExports.MostRows + 1, true)]
    public async Task A_list_too_long_for_one_workbook_says_so_in_its_first_row(int rows, bool isCutOff)
    {
        var officer = await app.OfficerAsync($"long-{rows}", Roles.Clerk, app.OfficeId);
        var list = ListToExport.Of("长名单", Enumerable.Range(1, rows).ToList(), [new ExportColumn<int>("序号", number => number)]);

        var result = await app.RunAsync<ListExports, IActionResult>(officer, exports => exports.SendAsync(new DefaultHttpContext().Request, list, default));

        await using var stream = Assert.IsType<FileStreamResult>(result).FileStream;
        using var archive = new ZipArchive(stream);
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).Open());
        var text = await reader.ReadToEndAsync();
        Assert.Equal(isCutOff, text.Contains($"共 {rows} 行，只导出前 50000 行", StringComparison.Ordinal));
        Assert.Contains(">50000<", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">50001<", text, StringComparison.Ordinal);
    }

    private static string Text(byte[] workbook) =>
        string.Join('\n', WorkbookReader.Read(workbook).Value!.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text));
}
