using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>What is lawful but worth knowing is told, and nothing else.</summary>
public sealed class LintTests : IDisposable
{
    // 国办 2026 年安排
    private static readonly WorkCalendar Year2026 = new(
        [
            .. Off("2026-01-01", 3), .. Off("2026-02-15", 9), .. Off("2026-04-04", 3), .. Off("2026-05-01", 5),
            .. Off("2026-06-19", 3), .. Off("2026-09-25", 3), .. Off("2026-10-01", 7),
        ],
        [.. new[] { "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10" }.Select(day => new NamedDay(DateOnly.Parse(day), "调休"))],
        [2026]);

    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Three_working_days_end_later_than_three_days_on_101_of_248_working_days()
    {
        var finding = Assert.Single(Run(), f => f.Clause == "BB-6.2" && f.Rule == LintRule.LaterThanStatute);

        Assert.Equal(LintSeverity.Warning, finding.Severity);
        Assert.Equal("beibei/2023-04-10.yaml", finding.File);
        Assert.Contains("3 个工作日（BB-6.2）", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("2026 年 248 个工作日起算，有 101 天更晚", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_working_day_never_ends_later_than_three_days() => Assert.DoesNotContain(Run(), f => f.Clause == "BB-6.1" && f.Rule == LintRule.LaterThanStatute);

    [Fact]
    public void Time_to_assign_and_time_to_name_together_may_end_later_even_where_neither_does_alone() =>
        Assert.Contains(Run(), f => f.Clause == "BB-2.2" && f.Sentence.Contains("1 个工作日（BB-6.1）用满后再用满定人期限 24 小时", StringComparison.Ordinal));

    [Fact]
    public void A_shorter_clock_is_not_remarked_on()
    {
        folder.Replace(BookFolder.Beibei, "length: 3\n    unit: working-days", "length: 1\n    unit: working-days").Replace(BookFolder.Beibei, "length: 24", "length: 1");

        Assert.DoesNotContain(Run(), f => f.Clause == "BB-6.2" && f.Rule == LintRule.LaterThanStatute);
    }

    [Fact]
    public void Assumed_readings_are_counted()
    {
        var finding = Assert.Single(Run(), f => f.Clause is null && f.File == BookFolder.Beibei);

        Assert.Equal(LintSeverity.Note, finding.Severity);
        Assert.Contains("30 项参数中有 14 项是推定的", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_rests_on_a_clause_outside_the_system_is_told()
    {
        Assert.DoesNotContain(Run(), f => f.Sentence.Contains("系统外", StringComparison.Ordinal));
        folder.Replace("beibei/clauses.yaml", "    kind: enforced\n    note: 适用于民事", "    kind: outside\n    reason: 试试\n    note: 适用于民事");

        Assert.Equal("BB-10.2", Assert.Single(Run(), f => f.Sentence.Contains("系统外", StringComparison.Ordinal)).Clause);
    }

    [Fact]
    public void A_setting_that_rests_on_a_clause_from_memory_is_told() =>
        Assert.Contains(Run(), f => f.Clause == "REG2012-22" && f.File == "national/2022-01-01.yaml" && f.Sentence.Contains("原文待核", StringComparison.Ordinal));

    [Fact]
    public void A_clause_said_to_be_built_that_nothing_uses_is_told_when_sources_are_at_hand()
    {
        using var sources = new SourceTree().Write("src/A.cs", "// BB-7.4").Write("tests/T.cs", "");
        var books = folder.Load();

        var unused = Lint.Run(books, Year2026, ClauseReport.Make(books, sources.Root)).Where(f => f.File == "beibei/clauses.yaml").Select(f => f.Clause).ToList();

        Assert.Contains("BB-7.3", unused);
        Assert.DoesNotContain("BB-7.4", unused);    // cited
        Assert.DoesNotContain("BB-6.1", unused);    // a setting rests on it
        Assert.DoesNotContain("BB-12.1", unused);   // known to be open
        Assert.DoesNotContain(Lint.Run(books, Year2026, ClauseReport.Make(books, null)), f => f.File == "beibei/clauses.yaml");
    }

    [Fact]
    public void A_clause_that_is_proven_but_still_marked_open_is_told()
    {
        using var sources = new SourceTree().Write("src/A.cs", "").Write("tests/T.cs", "public class T\n{\n    [Fact]\n    [Mark(\"BB-7.1\")]\n    public void A() {}\n}\n");
        var books = folder.Load();

        var note = Assert.Single(Lint.Run(books, Year2026, ClauseReport.Make(books, sources.Root)), f => f.Sentence.Contains("仍标为待建", StringComparison.Ordinal));

        Assert.Equal(("BB-7.1", LintSeverity.Note), (note.Clause, note.Severity));
    }

    private IReadOnlyList<LintFinding> Run() => Lint.Run(folder.Load(), Year2026);

    private static IEnumerable<NamedDay> Off(string from, int days) =>
        Enumerable.Range(0, days).Select(i => new NamedDay(DateOnly.Parse(from).AddDays(i), "节日"));
}
