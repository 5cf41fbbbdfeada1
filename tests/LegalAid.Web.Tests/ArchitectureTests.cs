using System.Reflection;
using System.Text.RegularExpressions;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using Xunit;

namespace LegalAid.Web.Tests;

/// <summary>The laws of the house, held by tests; each also proves that it looks at real code.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Projects_depend_one_way()
    {
        Assert.DoesNotContain(References(typeof(AssignmentDecision).Assembly), name => name.StartsWith("LegalAid", StringComparison.Ordinal));
        Assert.Equal(["LegalAid.Rules"], References(typeof(AidDb).Assembly).Where(name => name.StartsWith("LegalAid", StringComparison.Ordinal)));
        Assert.Contains("LegalAid.Store", References(typeof(Program).Assembly));
    }

    [Fact]
    public void Rules_use_nothing_but_the_base_library_and_no_clock()
    {
        Assert.All(References(typeof(AssignmentDecision).Assembly), name => Assert.StartsWith("System", name, StringComparison.Ordinal));
        Assert.All(Sources("src/LegalAid.Rules"), file => Assert.DoesNotMatch(Clocks(), file.Text));
    }

    [Fact]
    public void Nobody_asks_the_machine_what_time_it_is() =>
        Assert.All(Sources("src"), file => Assert.DoesNotMatch(Clocks(), file.Text));

    [Fact]
    public void Features_do_not_import_each_other()
    {
        var files = Sources("src/LegalAid.Web/Features");
        Assert.All(files, file =>
        {
            var own = file.Path.Split('/')[3];
            Assert.All(Imports().Matches(file.Text).Select(match => match.Groups["area"].Value), area => Assert.Equal(own, area));
        });
    }

    [Fact]
    public void The_guards_above_see_real_files()
    {
        Assert.True(Sources("src/LegalAid.Rules").Count > 20);
        Assert.True(Sources("src/LegalAid.Web/Features").Count > 20);
        Assert.Matches(Clocks(), "var now = DateTime.UtcNow;");
        Assert.Matches(Imports(), "using LegalAid.Web.Features.Cases;");
    }

    private static List<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static List<(string Path, string Text)> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, file)))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LegalAid.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clocks();

    [GeneratedRegex(@"using LegalAid\.Web\.Features\.(?<area>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Imports();
}
