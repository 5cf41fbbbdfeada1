using LegalAid.Rules.Tests;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The shipped books load, answer for their own days only, and every fault of a file is told with its place.</summary>
public sealed class RuleBooksTests
{
    [Fact]
    [Clause("BB-15.1")]
    public void A_book_answers_from_its_first_day_and_never_before()
    {
        using var folder = new BookFolder();
        var books = folder.Load();

        Assert.Equal(new(2023, 4, 10), books.InForceOn("BB", new(2023, 4, 10)).Book.InForceFrom);
        var error = Assert.Throws<NoRuleBookException>(() => books.InForceOn("BB", new(2023, 4, 9)));
        Assert.Contains("2023-04-09", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_without_a_book_is_an_error()
    {
        using var folder = new BookFolder();

        Assert.Throws<NoRuleBookException>(() => folder.Load().InForceOn("ZZ", new(2026, 1, 1)));
    }

    [Fact]
    public void The_national_book_changes_with_the_procedure_rules_of_2023()
    {
        using var folder = new BookFolder();
        var books = folder.Load();

        Assert.NotEqual(books.National(new(2023, 8, 31)).Version, books.National(new(2023, 9, 1)).Version);
        Assert.Throws<NoRuleBookException>(() => books.National(new(2021, 12, 31)));
    }

    [Theory]
    [InlineData("    length: 1\n", "    length: -1\n", "criminal-clock")]                                      // out of bounds
    [InlineData("    length: 1\n", "    length: soon\n", "criminal-clock")]                                    // not a number
    [InlineData("    unit: working-days\n", "    unit: fortnights\n", "unit")]                                 // not a unit
    [InlineData("  handlers-per-case:\n", "  handlers-per-suitcase:\n", "handlers-per-suitcase")]              // unknown key
    [InlineData("    clause: BB-10.2\n", "", "handlers-per-case")]                                              // no clause
    [InlineData("    clause: BB-10.2\n", "    clause: BB-99.9\n", "BB-99.9")]                                   // a clause nobody knows
    [InlineData("    reason: 原文没有说；算一轮才能使各机构总体均衡。\n", "", "chosen-pays-turn")]                // assumed without a reason
    [InlineData("in-force-from: 2023-04-10", "in-force-from: 2023-04-11", "2023-04-11")]                        // file name and content disagree
    [InlineData("assignment:\n", "assignment: [\n", "2023-04-10.yaml")]                                         // not YAML
    public void A_fault_is_refused_with_file_key_and_reason(string text, string by, string told)
    {
        using var folder = new BookFolder();
        folder.Replace(BookFolder.Beibei, text, by);

        var error = Assert.Throws<RuleBookFaultsException>(folder.Load);

        Assert.Contains("beibei/2023-04-10.yaml", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("LAW-26")]
    public void A_qualification_below_the_statute_is_refused_and_one_equal_to_it_is_not()
    {
        using var folder = new BookFolder();
        Assert.Equal(3, folder.Load().InForceOn("BB", new(2026, 1, 1)).Assignment.GraveCaseMinYears?.Value);

        folder.Replace(BookFolder.Beibei, "    value: 3\n    clause: BB-11.2", "    value: 2\n    clause: BB-11.2");

        Assert.Contains("grave-case-min-years", Assert.Throws<RuleBookFaultsException>(folder.Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_books_of_one_day_are_refused()
    {
        using var folder = new BookFolder();
        folder.Copy(BookFolder.Beibei, "beibei/2023-04-11.yaml");

        Assert.Contains("2023-04-11", Assert.Throws<RuleBookFaultsException>(folder.Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_its_catalogue_or_office_is_refused_and_all_faults_are_told_at_once()
    {
        using var folder = new BookFolder();
        folder.Delete("beibei/office.yaml").Replace(BookFolder.Beibei, "    length: 1\n", "    length: 0\n");

        var faults = Assert.Throws<RuleBookFaultsException>(folder.Load).Faults;

        Assert.Contains(faults, fault => fault.File == "beibei/office.yaml");
        Assert.Contains(faults, fault => fault.Key.Contains("criminal-clock", StringComparison.Ordinal));
    }
}
