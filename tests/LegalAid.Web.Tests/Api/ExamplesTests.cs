using System.Net;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Api;

/// <summary>The worked examples of docs/examples, one of each kind for each office, are what command and interface answer today, byte by byte.</summary>
public sealed class ExamplesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly (string Name, string Code)[] Offices = [("beibei", "BB"), ("wenzhou", "WZ"), ("qijiang", "QJ"), ("tongliang", "TL"), ("qiandongnan", "QDN")];
    private static readonly string[] Kinds = ["assignment", "admission", "pool-admission", "deadline"];

    public static TheoryData<string, string, string> All()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (kind, office) in from kind in Kinds from office in Offices select (kind, office))
        {
            rows.Add(kind, office.Name, office.Code);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Command_and_interface_answer_as_the_example_says(string kind, string name, string office)
    {
        var expected = ApiCalls.Facts($"{kind}-{name}.answer").TrimEnd('\n');
        using var output = new StringWriter();
        await DecideCommand.RunAsync([kind, ApiCalls.PathOf($"{kind}-{name}"), "--office", office, "--at", "2026-6-17", "--json"], output, default);
        Assert.Equal(expected, output.ToString().TrimEnd());

        var key = await app.KeyAsync($"{kind} {name}", office);
        var answer = await app.AskAsync(key, $"{kind}?office={office}&at=2026-06-17", ApiCalls.Facts($"{kind}-{name}"));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.Type));
        Assert.Equal(expected, answer.Body);
        Assert.StartsWith(office + "-20", answer.Books, StringComparison.Ordinal);
    }

    [Fact]
    public void No_example_is_left_aside()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(ApiCalls.PathOf("x"))!, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

        Assert.Equal(Kinds.SelectMany(kind => Offices.SelectMany(office => new[] { $"{kind}-{office.Name}", $"{kind}-{office.Name}.answer" })).Order(StringComparer.Ordinal), files);
    }
}
