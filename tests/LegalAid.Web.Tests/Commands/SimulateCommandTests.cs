using LegalAid.Rules.Assignment.Simulation;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Web.Commands;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary><c>simulate</c> tries an office's book on invented people and stores nothing.</summary>
public sealed class SimulateCommandTests
{
    [Fact]
    [Clause("WZ-13.2b", "WZ-13.3a")]
    public async Task Colours_weigh_as_the_book_of_the_office_says()
    {
        var (code, text) = await RunAsync("--people", "60", "--cases", "400", "--json");

        var figures = Assert.Single(CanonicalJson.Read<List<SimulationFigures>>(text));
        Assert.Equal((ExitCode.Done, 60, 4800), (code, figures.People, figures.Cases));
        Assert.InRange(figures.GreenToBlue!.Value, 1.47, 1.53);
        Assert.InRange(figures.RedToBlue!.Value, 0.49, 0.51);
    }

    [Fact]
    public async Task As_a_table_it_has_one_line_for_each_simulation()
    {
        var (code, text) = await RunAsync("--people", "10", "--cases", "5");

        Assert.Equal((ExitCode.Done, 3), (code, text.TrimEnd().Split('\n').Length));
        Assert.Contains("10+0       60 ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--office XX")]
    [InlineData("--people 9")]
    [InlineData("--people viele")]
    [InlineData("--people 10001")]
    [InlineData("--office BB")]                // the turn goes to firms, and there are no colours
    public async Task What_cannot_be_simulated_is_misuse(string words) =>
        Assert.Equal(ExitCode.Misuse, (await RunAsync(words.Split(' '))).Code);

    private static async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        return (await SimulateCommand.RunAsync(args, output, CancellationToken.None), output.ToString());
    }
}
