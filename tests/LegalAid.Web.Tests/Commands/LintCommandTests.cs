using System.Text.Json;
using LegalAid.Web.Commands;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

public sealed class LintCommandTests
{
    [Fact]
    public async Task Remarks_are_told_by_weight_with_file_and_clause()
    {
        var (code, text) = await RunAsync();

        Assert.Equal(ExitCode.Found, code);         // 北碚's three working days may end after the statute's three days
        Assert.StartsWith("注意  beibei/2023-04-10.yaml  BB-", text, StringComparison.Ordinal);
        Assert.Contains("2026 年 248 个工作日起算", text, StringComparison.Ordinal);      // the whole year's days off are known
        Assert.Contains("wenzhou/2024-01-01.yaml", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_office_alone_can_be_asked_for()
    {
        var (code, text) = await RunAsync("--office", "WZ");

        Assert.Equal(ExitCode.Done, code);          // notes, no warning: it has no clock of its own
        Assert.DoesNotContain("beibei/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_the_texts_are_told_with_their_rule_and_reading_and_do_not_fail()
    {
        var (code, text) = await RunAsync("--office", "WZ");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("提示  wenzhou/outline.yaml  WZ-28.2  引用落空：所引第十九条没有写“责令整改的情形”，写有的是第二十条、第二十五条（读法与说明：WZ-28.2：", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_each_finding_is_an_object()
    {
        var (_, text) = await RunAsync("--office", "BB", "--json");

        using var findings = JsonDocument.Parse(text);
        var fault = findings.RootElement.EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "undefinedTerm");
        Assert.Equal(["BB-5.2", "BB-10.3"], fault.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetString()));
        Assert.Equal("BB", fault.GetProperty("office").GetString());
        Assert.All(findings.RootElement.EnumerateArray(), finding => Assert.StartsWith("beibei/", finding.GetProperty("file").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_office_is_misuse()
    {
        var (code, text) = await RunAsync("--office", "ZZ");

        Assert.Equal(ExitCode.Misuse, code);
        Assert.Contains("没有机构 ZZ", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await LintCommand.RunAsync(args, output);
        return (code, output.ToString().TrimEnd());
    }
}
