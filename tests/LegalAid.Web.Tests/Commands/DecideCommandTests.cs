using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary><c>decide</c> answers from the books alone and stores nothing.</summary>
public sealed class DecideCommandTests : IDisposable
{
    private static readonly string Example = Path.Combine(SourceTree.Repository, "docs/examples/assignment-beibei.json");
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public async Task The_worked_example_names_who_is_next_and_why_not_the_others()
    {
        var (code, text) = await RunAsync("assignment", Example, "--office", "BB", "--at", "2026-6-17");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("建议 00000000-0000-0000-0000-0000000000a1：按序轮到：余额+1.26，加本案应得+0.50，为全部2家合格律所中最高", text, StringComparison.Ordinal);
        Assert.Contains("00000000-0000-0000-0000-0000000000a3  刑事案件只指派律师事务所，基层法律服务所（LAW-25 BB-11.1）", text, StringComparison.Ordinal);
        Assert.Contains("期限 BB-6.1", text, StringComparison.Ordinal);
        Assert.Contains("期限 LAW-36", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_it_is_the_whole_decision()
    {
        var (code, text) = await RunAsync("assignment", Example, "--office", "BB", "--at", "20260617", "--json");

        var decision = CanonicalJson.Read<AssignmentDecision>(text);
        Assert.Equal((ExitCode.Done, OrderStep.Rotation), (code, decision.Proposal!.Step));
    }

    [Theory]
    [InlineData("\"kind\": \"criminal\"", "\"kind\": \"crime\"", "事实 /case/kind：应为 criminal、civil")]
    [InlineData("\"queueTurn\": 40,", "", "事实 /queueTurn：缺少这一项")]
    [InlineData("\"queueTurn\": 40,", "\"queueTurn\": 40, \"rules\": {},", "事实 /rules：没有这一项")]
    [InlineData("\"queueTurn\": 40,", "\"queueTurn\": 40, \"clockRules\": {},", "事实 /clockRules：没有这一项")]
    [InlineData("\"queueTurn\": 40,", "\"queueTurn\": 40, \"turns\": 1,", "事实 /turns：没有这一项")]
    [InlineData("{\n  \"case\"", "[\n  \"case\"", "不是可读的 JSON")]
    public async Task What_cannot_be_read_is_told_with_the_field(string text, string by, string told)
    {
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Example)).Replace(text, by, StringComparison.Ordinal));

        var (code, answer) = await RunAsync("assignment", file, "--office", "BB", "--at", "2026-6-17");

        Assert.Equal(ExitCode.Misuse, code);
        Assert.Contains(told, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZZ", "2026-6-17", "机构 ZZ 没有规则本")]
    [InlineData("BB", "2023-4-9", "2023-04-09 无规则可依")]
    [InlineData("BB", "someday", "用法")]
    public async Task An_office_or_a_day_without_a_book_is_told(string office, string day, string told)
    {
        var (code, answer) = await RunAsync("assignment", Example, "--office", office, "--at", day);

        Assert.Equal(ExitCode.Misuse, code);
        Assert.Contains(told, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WZ")]
    [InlineData("QDN01")]      // a county follows its prefecture's book
    public async Task An_office_whose_turn_goes_to_persons_answers_with_a_person(string office)
    {
        var question = (await File.ReadAllTextAsync(Example))
            .Replace("\"queueTurn\": 40,", "\"queueTurn\": 40, \"district\": \"重庆市北碚区\",", StringComparison.Ordinal)
            .Replace("\"criminalCases\": 30", "\"examScore\": 60, \"inductedOn\": \"2026-03-01\", \"place\": { \"id\": \"00000000-0000-0000-0000-0000000000d1\", \"balanceMillionths\": 0, \"drawnOrder\": 1, \"waitingSinceTurn\": 0 }", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, question);

        var (code, answer) = await RunAsync("assignment", file, "--office", office, "--at", "2026-6-17");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("建议 00000000-0000-0000-0000-0000000000c1", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_is_counted_day_by_day()
    {
        var (code, text) = await RunAsync("deadline", "2026-9-30 10:00", "BB-6.1");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("届满 10月8日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_without_a_period_has_no_deadline() =>
        Assert.Equal(ExitCode.Found, (await RunAsync("deadline", "2026-9-30 10:00", "BB-1.1")).Code);

    public void Dispose() => File.Delete(file);

    private static async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await DecideCommand.RunAsync(args, output, default);
        return (code, output.ToString().TrimEnd());
    }
}
