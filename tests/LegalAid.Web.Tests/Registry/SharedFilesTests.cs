using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>The material an office really sends, where it lies beside the repository. Other tests cover every case with workbooks of their own.</summary>
public sealed class SharedFilesTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_offices_roster_and_history_are_taken_over_but_for_their_known_faults()
    {
        if (Read("roster-beibei.xlsx") is not { } roster || Read("history-beibei.xlsx") is not { } history)
        {
            return;     // a clone alone: nothing to look at
        }

        var clerk = await app.AsAsync(Roles.Clerk);
        var preview = await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", roster);
        Assert.Contains("73 人待确认机构 0 人将新增", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["10", "16", "24", "31", "37", "44", "83"], preview.Document.QuerySelectorAll("#faults tbody tr").Select(row => row.QuerySelector("td")!.TextContent).Distinct());
        Assert.Contains("P19", preview["#notices"].TextContent, StringComparison.Ordinal);
        var local = preview.Document.QuerySelectorAll("#institutions li:not(:has(.state)) [name=Local]").Select(box => box.GetAttribute("value")!);
        var imported = await RegistryPages.ConfirmAsync(clerk, preview, [.. local]);
        Assert.Contains("1 人待确认机构 0 人将新增 0 人有变动 72 人与在库一致 7 行有问题", imported.Text, StringComparison.Ordinal);

        var past = await RegistryPages.UploadAsync(clerk, "/registry/import", "History", history);
        var added = await clerk.OpenAsync((await clerk.SendAsync(past.Location!, past, [])).Location!);
        Assert.Contains("没有需要导入的行", added.Text, StringComparison.Ordinal);
        Assert.Equal(["办案经历 0 0 72 6", "质量评估 0 0 127 10", "在办案件 0 0 36 4", "培训考试 0 0 72 6"], added.Document.QuerySelectorAll("#sheets tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
        Assert.All(added.Document.QuerySelectorAll("#faults tbody tr"), row => Assert.Contains("名册里没有这个执业证号", row.TextContent, StringComparison.Ordinal));
        Assert.Equal((72, 127, 36), await app.InDbAsync(async db => (await db.ExamResults.CountAsync(), await db.QualityGrades.CountAsync(), await db.PriorMatters.CountAsync())));
    }

    private static byte[]? Read(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (new FileInfo(Path.Combine(folder.FullName, "shared", "data", name)) is { Exists: true } file)
            {
                return File.ReadAllBytes(file.FullName);
            }
        }

        return null;
    }
}
