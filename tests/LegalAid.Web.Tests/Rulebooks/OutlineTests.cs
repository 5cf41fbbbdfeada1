using LegalAid.Store.Rulebooks;
using LegalAid.Store.Rulebooks.Outlines;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The rules from both sides of their boundaries, how the readings get to the findings, and what an outline may not say.</summary>
public sealed class OutlineTests : IDisposable
{
    private const string Beibei = "beibei/outline.yaml";
    private const string Articles = "第一条 第二条 第三条";
    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("第一条 第二条 第四条", "缺 3")]
    [InlineData("第一条 第三条 第二条", "“第二条”排在“第三条”之后")]
    [InlineData("第一条 第二条 第二条 第三条", "有 2 个“第二条”")]
    [InlineData("第二条 第三条", "缺 1")]
    [InlineData("第１条 第二条 第三条", "“第１条”式 1 处")]     // full width
    [InlineData("第1条 第二条 第三条", "“第1条”式 1 处")]
    public void Marks_count_up_by_one_in_one_form(string printed, string says)
    {
        Assert.DoesNotContain(Of("BB"), finding => finding.Rule is LintRule.Numbering or LintRule.MixedForms);

        folder.Replace(Beibei, Articles, printed);

        Assert.Contains(Of("BB"), finding => finding.Rule is LintRule.Numbering or LintRule.MixedForms && finding.Sentence.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from: 0, to: 9", "from: 10", true, null)]
    [InlineData("from: 0, to: 9", "from: 11", true, LintRule.Gap)]
    [InlineData("from: 0, to: 9", "from: 9", true, LintRule.Overlap)]
    [InlineData("from: 0, to: 9", "from: 10", false, LintRule.Gap)]         // 9.5
    [InlineData("from: 0, to: 9", "above: 9", false, null)]
    [InlineData("from: 0, below: 9", "from: 9", false, null)]
    [InlineData("from: 0, below: 9", "above: 9", false, LintRule.Gap)]      // 9 itself
    [InlineData("from: 0, to: 9", "above: 8", false, LintRule.Overlap)]
    public void A_figure_at_the_edge_belongs_to_one_band(string first, string second, bool wholeNumbers, LintRule? rule)
    {
        var (whole, edge) = (wholeNumbers ? "\n    whole-numbers: true" : "", "sequences:");
        folder.Replace(Beibei, edge, $"scales:\n  - about: 试\n    unit: 件{whole}\n    bands:\n      - {{ name: 甲, clause: BB-5.1, {first} }}\n      - {{ name: 乙, clause: BB-5.2, {second} }}\n\n{edge}");

        Assert.Equal(rule is null ? [] : [rule.Value], Of("BB").Where(f => f.Rule is LintRule.Gap or LintRule.Overlap).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("第十五条", false)]
    [InlineData("第十六条", true)]
    [InlineData("附件", true)]
    public void What_is_pointed_to_is_there(string to, bool dead)
    {
        folder.Replace(Beibei, "sequences:", $"references:\n  - {{ clause: BB-12.1, to: {to} }}\n\nsequences:");

        Assert.Equal(dead, Of("BB").Any(finding => finding.Rule == LintRule.DeadReference));
    }

    [Fact]
    public void A_total_that_is_the_sum_of_its_parts_is_not_remarked_on()
    {
        Assert.DoesNotContain(Of("QJ"), finding => finding.Rule == LintRule.Sum);
        folder.Replace("qijiang/outline.yaml", "parts: 40 20", "parts: 40 21");

        Assert.Contains("各项相加为 61（40＋21）", Assert.Single(Of("QJ"), finding => finding.Rule == LintRule.Sum).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_thresholds_of_two_texts_are_not_remarked_on()
    {
        Assert.DoesNotContain(Of("QJ"), finding => finding.Sentence.Contains("处罚的回溯期限", StringComparison.Ordinal));
        Assert.DoesNotContain(Of("QDN"), finding => finding.Sentence.Contains("归档材料的期限", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_left_out_of_an_annex_is_told() =>
        Assert.Contains("第 1 项下各项编号不连续", Assert.Single(
            Of("WZ", folder.Replace("wenzhou/outline.yaml", "      - { mark: '1.4', score: 2分/次, clause: WZ-N1.4 }\n", "")), finding => finding.Rule == LintRule.Numbering && finding.Clause == "WZ-N1.1").Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_finding_tells_the_reading_the_book_takes_or_else_the_catalogues_note()
    {
        var mentioned = Assert.Single(Of("BB"), finding => finding.Rule == LintRule.UndefinedTerm);

        Assert.Equal(["BB-5.2", "BB-10.3"], mentioned.Clauses);
        Assert.Equal("BB", mentioned.Office);
        Assert.Contains("BB-10.3：", mentioned.Reading, StringComparison.Ordinal);                 // assumed in the book
        Assert.All(Of("WZ").Where(finding => finding.Rule is LintRule.Numbering or LintRule.StrayCharacter), finding => Assert.Null(finding.Reading));
        Assert.Contains("WZ-28.2：", Of("WZ").First(finding => finding.Rule == LintRule.DeadReference).Reading, StringComparison.Ordinal);     // a note of the catalogue
    }

    [Theory]
    [InlineData("text: BB", "text: ZZ", "没有 ZZ 这份文件")]
    [InlineData("clause: BB-5.2, name", "clause: BB-99, name", "里没有 BB-99")]
    [InlineData("第一条 第二条", "第甲条 第二条", "“第甲条”不是编号")]
    [InlineData("{ clause: BB-5.2, thing", "{ thing", "须写 clause 或 source 之一")]
    [InlineData("kind: count, settles", "kind: number, settles", "不认识“number”")]
    public void An_outline_that_describes_no_text_of_its_folder_is_refused(string printed, string wrong, string says) =>
        Assert.Contains(folder.Replace(Beibei, printed, wrong).Faults(), fault => fault.File == Beibei && fault.Reason.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void A_folder_may_do_without_an_outline() => Assert.Empty(Of("BB", folder.Delete(Beibei)));

    private List<LintFinding> Of(string office, BookFolder? other = null) => [.. SourceLint.Run((other ?? folder).Load()).Where(finding => finding.Office == office)];
}
