using LegalAid.Rules.Tests;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Each way in which a book, a catalogue or their order can be wrong, one row each: file, key and reason are told.</summary>
public sealed class LoaderRefusalTests : IDisposable
{
    private const string Catalogue = "beibei/clauses.yaml";
    private const string Law = "national/2022-01-01.yaml";
    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("    value: own-district\n", "", "assignment.district.value", "缺少此项")]
    [InlineData("    title: 刑事案件只派律师\n", "", "assignment.lawyers-only-for-crime.title", "缺少此项")]
    [InlineData("  interpreter: 重庆市北碚区司法局\n", "", "book.interpreter", "缺少此项")]
    [InlineData("    value: own-district\n", "    value:\n", "assignment.district.value", "不能为空")]
    [InlineData("  status: trial", "  status: maybe", "book.status", "可用：in-force、trial、draft-for-comment")]
    [InlineData("  status: trial", "  colour: red\n  status: trial", "book.colour", "没有这个键")]
    [InlineData("assignment:\n", "weather: x\nassignment:\n", "weather", "没有这个键")]
    [InlineData("value: 50", "value: 五十", "assignment.collective-decision-from.value", "应为整数")]
    [InlineData("value: 50", "value: 50.5", "assignment.collective-decision-from.value", "应为整数")]
    [InlineData("value: 50", "value: 99999999999", "assignment.collective-decision-from.value", "在 2 至 10000 之间")]
    [InlineData("value: 50", "value: 1", "assignment.collective-decision-from.value", "在 2 至 10000 之间")]
    [InlineData("value: 100\n", "value: 0\n", "assignment.grave-case-worth-percent.value", "在 1 至 1000 之间")]
    [InlineData("value: 100\n", "value: -100\n", "assignment.grave-case-worth-percent.value", "在 1 至 1000 之间")]
    [InlineData("    length: 24\n", "    length: 0\n", "assignment.naming-clock.length", "在 1 至 240 之间")]
    [InlineData("    value: true\n    clause: BB-7.4", "    value: yes\n    clause: BB-7.4", "assignment.conflict-voids-preference.value", "true 或 false")]
    [InlineData("    value: true\n    clause: BB-7.4", "    value: [true]\n    clause: BB-7.4", "assignment.conflict-voids-preference.value", "单个值")]
    [InlineData("      - helping-institution\n", "      - recipient-wish\n", "assignment.other-order.value", "“recipient-wish”重复")]
    [InlineData("      - helping-institution\n", "      - nearest\n", "assignment.other-order.value[2]", "不认识“nearest”")]
    [InlineData("    value:\n      - rotation\n    clause: BB-11.1", "    value: []\n    clause: BB-11.1", "assignment.criminal-order.value", "至少一项")]
    [InlineData("    value: 3\n    clause: BB-11.2", "    value: 3\n    clause: BB-11.2\n    reason: 想当然", "assignment.grave-case-min-years.reason", "没有标 assumed")]
    [InlineData("    assumed: true\n    reason: 原文没有说；", "    assumed: perhaps\n    reason: 原文没有说；", "assignment.chosen-pays-turn.assumed", "true 或 false")]
    [InlineData("in-force-from: 2023-04-10", "in-force-from: 2023-4-10", "book.in-force-from", "应为日期")]
    [InlineData("in-force-clause: BB-15.1", "in-force-clause: BB-16.1", "book.in-force-clause", "没有 BB-16.1")]
    [InlineData("  office: BB", "  office: WZ", "book.office", "与本文件夹条款目录的 BB 不一致")]
    [InlineData("  status: trial", "  status: trial\n  status: trial", "", "YAML 语法错误")]
    public void A_book_is_refused(string text, string by, string key, string reason)
    {
        folder.Replace(BookFolder.Beibei, text, by);

        Assert.Contains(folder.Faults(), fault => fault.File == BookFolder.Beibei && fault.Key == key && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    kind: recorded\n", "    kind: dreamt\n", "clauses[2].kind", "不认识“dreamt”")]
    [InlineData("  - id: BB-2.2\n", "  - id: BB-2.1\n", "BB-2.1", "重复")]
    [InlineData("  - id: BB-9.3\n", "  - id: XX-9.3\n", "XX-9.3", "须以 BB- 之一起头")]
    [InlineData("    kind: shown\n    note: 四项", "    kind: outside\n    note: 四项", "BB-9.1", "写明理由")]
    [InlineData("    kind: shown\n    note: 四项", "    kind: shown\n    reason: 四项", "BB-9.1", "只有 outside")]
    [InlineData("    state: open\n\n  - id: BB-10.1", "    state: done\n\n  - id: BB-10.1", "BB-9.3", "只能写 open")]
    [InlineData("    title: 制定依据\n", "", "clauses[1].title", "缺少此项")]
    public void A_catalogue_is_refused(string text, string by, string key, string reason)
    {
        folder.Replace(Catalogue, text, by);

        Assert.Contains(folder.Faults(), fault => fault.File == Catalogue && fault.Key == key && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_tells_the_line_of_the_file()
    {
        folder.Replace(BookFolder.Beibei, "value: 50", "value: 五十");

        var fault = Assert.Single(folder.Faults());

        Assert.Matches(@"^beibei/2023-04-10\.yaml 第 \d+ 行 assignment\.collective-decision-from\.value：应为整数，写的是“五十”$", fault.ToString());
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        folder.Replace(BookFolder.Beibei, "value: 50", "value: 五十").Replace(BookFolder.Beibei, "clause: BB-10.2", "clause: BB-99.9")
            .Replace(Law, "length: 7", "length: 0").Replace(Catalogue, "  - id: BB-9.3\n", "  - id: BB-9.2\n");

        Assert.Equal(4, folder.Faults().Count);
    }

    [Fact]
    [Clause("LAW-25")]
    public void Criminal_defence_cannot_be_opened_to_others_than_lawyers()
    {
        folder.Replace(BookFolder.Beibei, "    value: true\n    clause: BB-11.1\n", "    value: false\n    clause: BB-11.1\n");

        var fault = Assert.Single(folder.Faults());

        Assert.Equal("assignment.lawyers-only-for-crime", fault.Key);
        Assert.Contains("LAW-25", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statute_that_rises_while_a_book_runs_binds_the_book_too()
    {
        folder.Replace("national/2023-09-01.yaml", "    value: 3\n    clause: LAW-26", "    value: 4\n    clause: LAW-26");

        Assert.Contains("national/2023-09-01.yaml", Assert.Single(folder.Faults()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statute_that_rises_after_a_books_successor_came_does_not_bind_it()
    {
        folder.Replace("national/2023-09-01.yaml", "    value: 3\n    clause: LAW-26", "    value: 4\n    clause: LAW-26")
            .Copy(BookFolder.Beibei, "beibei/2023-09-01.yaml")
            .Replace("beibei/2023-09-01.yaml", "in-force-from: 2023-04-10", "in-force-from: 2023-09-01")
            .Replace("beibei/2023-09-01.yaml", "    value: 3\n    clause: BB-11.2", "    value: 4\n    clause: BB-11.2");

        var books = folder.Load();

        Assert.Equal(3, books.InForceOn("BB", new(2023, 8, 31)).Assignment.GraveCaseMinYears?.Value);
        Assert.Equal(4, books.InForceOn("BB", new(2023, 9, 1)).Assignment.GraveCaseMinYears?.Value);
    }

    [Fact]
    public void A_longer_deadline_than_the_statutes_is_not_refused()
    {
        folder.Replace(BookFolder.Beibei, "    length: 1\n", "    length: 30\n");

        Assert.Equal(30, folder.Load().InForceOn("BB", new(2024, 1, 1)).Assignment.CriminalClock?.Length);
    }

    [Fact]
    public void A_book_from_before_the_statute_is_refused()
    {
        folder.Copy(BookFolder.Beibei, "beibei/2021-12-31.yaml").Replace("beibei/2021-12-31.yaml", "in-force-from: 2023-04-10", "in-force-from: 2021-12-31");

        Assert.Contains("早于最早的全国本（2022-01-01）", Assert.Single(folder.Faults()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_books_of_one_day_are_told_beside_the_wrong_file_name()
    {
        folder.Copy(BookFolder.Beibei, "beibei/2023-04-11.yaml");

        Assert.Equal(
            ["文件名写 2023-04-11，里面写自 2023-04-10 起施行，两者须一致", "2023-04-10 已有一本：beibei/2023-04-10.yaml"],
            folder.Faults().Select(fault => fault.Reason));
    }

    [Fact]
    public void Two_folders_of_one_office_are_refused() =>
        Assert.Contains(folder.AddOffice("second", "BB").Faults(), fault => fault.File == "second/clauses.yaml" && fault.Reason.Contains("已由 beibei/clauses.yaml 使用", StringComparison.Ordinal));

    [Fact]
    public void A_clause_of_another_office_cannot_carry_a_setting()
    {
        folder.Replace(BookFolder.Beibei, "clause: BB-10.2", "clause: WZ-10.2");

        Assert.Contains("没有 WZ-10.2", Assert.Single(folder.Faults()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_file_of_another_office_is_refused()
    {
        folder.Replace("beibei/office.yaml", "code: BB", "code: WZ");

        Assert.Equal(("beibei/office.yaml", "code"), (Assert.Single(folder.Faults()).File, Assert.Single(folder.Faults()).Key));
    }

    [Fact]
    public void A_missing_national_folder_or_rule_book_folder_is_told()
    {
        folder.Delete("national/2022-01-01.yaml").Delete("national/2023-09-01.yaml").Delete("national/clauses.yaml");
        Assert.Contains(folder.Faults(), fault => fault.File == "national/clauses.yaml");

        folder.Dispose();
        Assert.Contains("不存在", Assert.Single(folder.Faults()).Reason, StringComparison.Ordinal);
    }
}
