using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>A clause counts as built only when a test that runs proves it, and nobody cites a clause that does not exist.</summary>
public sealed class ClauseReportTests : IDisposable
{
    private readonly BookFolder folder = new();
    private readonly SourceTree sources = new();

    public ClauseReportTests() => sources.Write("src/None.cs", "").Write("tests/None.cs", "");

    public void Dispose()
    {
        folder.Dispose();
        sources.Dispose();
    }

    [Fact]
    public void A_test_with_the_mark_proves_its_clauses_by_name()
    {
        sources.Write(
            "tests/ClockTests.cs",
            """
            public sealed class ClockTests
            {
                public static TheoryData<string, int> Rows => [];

                [Theory]
                [InlineData("public class Decoy()", 1)]
                [Mark("BB-6.1", "BB-6.2")]
                public async Task<int> A_clock_runs(string a, int b) => Run(a);

                [Fact, Mark("BB-6.3")]
                public void A_notice_is_numbered()
                {
                }
            }

            [Mark("BB-7.2")]
            public sealed class HelpTests(AppFixture app)
            {
            }
            """);

        Assert.Equal(["ClockTests.A_clock_runs"], Standing("BB-6.1").ProvenBy);
        Assert.Equal(["ClockTests.A_clock_runs"], Standing("BB-6.2").ProvenBy);
        Assert.Equal(["ClockTests.A_notice_is_numbered"], Standing("BB-6.3").ProvenBy);
        Assert.Equal(["HelpTests"], Standing("BB-7.2").ProvenBy);
        Assert.Equal(ClauseState.Done, Standing("BB-6.1").State);
    }

    [Fact]
    public void A_skipped_test_proves_nothing()
    {
        sources.Write("tests/T.cs", "public class T\n{\n    [Fact(Skip = \"later\")]\n    [Mark(\"BB-6.1\")]\n    public void A() {}\n\n    [Fact]\n    [Mark(\"BB-6.2\")]\n    public void B() {}\n}\n");

        Assert.Equal(ClauseState.Open, Standing("BB-6.1").State);
        Assert.Equal(["T.B"], Standing("BB-6.2").ProvenBy);
    }

    [Fact]
    public void A_clause_said_to_be_built_without_a_proof_fails_the_report()
    {
        Assert.Contains(Report().Faults, fault => fault.StartsWith("BB-6.1 ", StringComparison.Ordinal));
        Assert.DoesNotContain(Report().Faults, fault => fault.StartsWith("BB-12.1 ", StringComparison.Ordinal));    // open
        Assert.DoesNotContain(Report().Faults, fault => fault.StartsWith("LAW-15 ", StringComparison.Ordinal));     // outside
        Assert.Equal(ClauseState.Outside, Standing("LAW-15").State);
    }

    [Fact]
    public void A_clause_said_to_be_open_stays_open_even_with_a_proof()
    {
        sources.Write("tests/T.cs", "public class T\n{\n    [Fact]\n    [Mark(\"BB-7.1\")]\n    public void A() {}\n}\n");

        Assert.Equal(ClauseState.Open, Standing("BB-7.1").State);
        Assert.Equal(["T.A"], Standing("BB-7.1").ProvenBy);
    }

    [Theory]
    [InlineData("return Refuse(\"BB-6.1\");", "BB-6.1")]
    [InlineData("// as BB-6.1.", "BB-6.1")]
    [InlineData("/// (LAW-25, BB-6.1)", "BB-6.1")]
    [InlineData("id=\"BB-5.2 BB-6.1\"", "BB-6.1")]
    [InlineData("// the two clocks (BB-6)", "BB-6.1")]     // an article is all its clauses
    [InlineData("// CF-09 forbids it", "CF-09")]
    [InlineData("// REG2012-22 before", "REG2012-22")]
    [InlineData("// the form (QJ-F.1)", "QJ-F.1")]         // an annex, with and without its point
    [InlineData("// WZ-N1.1.1 late", "WZ-N1.1.1")]
    public void Sources_cite_in_code_comment_and_page(string text, string id)
    {
        sources.Write("src/Web/Page.cshtml", text);

        Assert.Equal(["src/Web/Page.cshtml"], Standing(id).CitedIn);
    }

    [Theory]
    [InlineData("// BB-2023-04-10-3f2a9c1b7e55")]   // the version of a book
    [InlineData("var algorithm = \"SHA-256\";")]
    [InlineData("// BB-6.10x")]
    public void What_only_looks_like_a_clause_is_not_one_of_ours(string text)
    {
        sources.Write("src/A.cs", text);

        Assert.Empty(Standing("BB-6.1").CitedIn);
    }

    [Theory]
    [InlineData("src/A.cs", "Refuse(\"BB-99.9\")", "BB-99.9")]
    [InlineData("src/A.cs", "// LAW-999", "LAW-999")]
    [InlineData("src/A.cs", "Refuse(\"ZZ-1.2\")", "ZZ-1.2")]       // an office nobody has loaded
    [InlineData("tests/A.cs", "public class A\n{\n    [Mark(\"BB-6\")]\n    public void B() {}\n}", "BB-6")]    // a proof names its clause
    public void An_unknown_id_fails_the_report(string file, string text, string id)
    {
        sources.Write(file, text);

        Assert.Contains(Report().Faults, fault => fault.Contains($"没有的 {id}：", StringComparison.Ordinal));
    }

    [Fact]
    public void Built_files_are_not_sources()
    {
        sources.Write("src/A/obj/Debug/A.cs", "\"BB-99.9\"");

        Assert.DoesNotContain(Report().Faults, fault => fault.Contains("BB-99.9", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_name_the_books_that_use_a_clause()
    {
        Assert.Equal(["beibei/2023-04-10.yaml assignment.criminal-clock"], Standing("BB-6.1").BookKeys);
        Assert.Equal(["beibei/2023-04-10.yaml book.in-force-from"], Standing("BB-15.1").BookKeys);
        Assert.Equal(2, Standing("LAW-36").BookKeys.Count);    // one in each national book
    }

    [Fact]
    public void Without_sources_nothing_is_said_about_proof()
    {
        var report = ClauseReport.Make(folder.Load(), null);

        Assert.False(report.SourcesAtHand);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public void The_repository_claims_no_more_than_its_tests_prove()
    {
        var report = ClauseReport.Make(folder.Load(), SourceTree.Repository);

        Assert.Empty(report.Faults);
        Assert.NotEmpty(report.Clauses.Single(c => c.Id == "BB-15.1").ProvenBy);
    }

    private ClauseReport Report() => ClauseReport.Make(folder.Load(), sources.Root);

    private ClauseStanding Standing(string id) => Report().Clauses.Single(c => c.Id == id);
}
