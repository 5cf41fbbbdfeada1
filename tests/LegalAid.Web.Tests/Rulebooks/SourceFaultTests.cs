using LegalAid.Store.Rulebooks;
using LegalAid.Store.Rulebooks.Outlines;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Each fault of the five texts is found in the shipped outline and is gone once the outline is put right there.</summary>
public sealed class SourceFaultTests : IDisposable
{
    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("E-01", LintRule.DeadReference, "WZ-28.2", "第十九条没有写“责令整改的情形”，写有的是第二十条、第二十五条", "to: 第十九条", "to: 第二十条")]
    [InlineData("E-01", LintRule.DeadReference, "WZ-28.2", "第二十二条没有写", "to: 第二十二条", "to: 第二十五条")]
    [InlineData("E-02", LintRule.Numbering, "WZ-6.4a", "第六条有 2 个“4.”，实有 6 项，编到 5", "1. 2. 3. 4. 4. 5.", "1. 2. 3. 4. 5. 6.")]
    [InlineData("E-03", LintRule.LooseJoint, "WZ-6.4c", "以“或者”相连", "joint: 或者", "joint: 且")]
    [InlineData("E-04", LintRule.StrayCharacter, "WZ-6.6", "“律取得”", "  - { printed: 律取得, clauses: WZ-6.6 }\n", "")]
    [InlineData("E-05", LintRule.Gap, "WZ-12.2", "30 与 31 之间的没有归属", "from: 31, to: 90", "above: 30, to: 90")]
    [InlineData("E-05", LintRule.Unsettled, "WZ-12.1", "取整、并列、参评人员", "kind: ranking }", "kind: ranking, settles: 取整 并列 参评人员 }")]
    [InlineData("E-06", LintRule.Contradiction, "WZ-11.2", "积分细则另行规定，同一文件却附有附件1", "  - { clause: WZ-11.2, what: 积分细则 }\n", "")]
    [InlineData("E-06", LintRule.UnreferredAnnex, "WZ-N0", "没有引用附件2", "references:\n", "references:\n  - { clause: WZ-11.2, to: 附件2 }\n")]
    [InlineData("E-06", LintRule.Unsettled, "WZ-N0", "从何扣减", "kind: deduction }", "kind: deduction, settles: 从何扣减 }")]
    [InlineData("E-07", LintRule.NobodyMeets, "WZ-19.1", "没有人符合", "is: under, value: 1,", "is: under, value: 2,")]
    [InlineData("E-08", LintRule.Contradiction, "WZ-13.4c", "恢复服务的第一个季度", "says: 恢复服务的第一个季度", "says: 恢复服务后的第一个季度")]
    [InlineData("E-09", LintRule.Overlap, "WZ-N1.1.1", "恰为 30 分钟", "above: 0, to: 30 }\n      - { name: 30分钟及以上", "above: 0, below: 30 }\n      - { name: 30分钟及以上")]
    [InlineData("E-10", LintRule.Overlap, "WZ-N1.2.1", "可以同时成立", "by: 有无请假", "to: 30")]
    [InlineData("E-11", LintRule.HeadingRow, "WZ-N1.1", "1.1.1、1.1.2 的类目", "score: '/', clause: WZ-N1.1 }", "score: 1分/次, clause: WZ-N1.1 }")]
    [InlineData("E-11", LintRule.HeadingRow, "WZ-N1.2", "1.2.1、1.2.2 的类目", "score: '/', clause: WZ-N1.2 }", "score: 1分/次, clause: WZ-N1.2 }")]
    [InlineData("E-12", LintRule.LooseJoint, "WZ-17.4", "以顿号相连", "effect: preferred, joint: 、", "effect: preferred, joint: 或者")]
    [InlineData("E-13", LintRule.StrayCharacter, "WZ-24.1", "“资源库库”", "printed: 资源库库", "printed: 资源库")]
    [InlineData("E-13", LintRule.Unsettled, "WZ-24.2", "起算点", "about: 导师办案三年以上, kind: seniority", "about: 导师办案三年以上, kind: seniority, settles: 起算点")]
    [InlineData("E-14", LintRule.MixedForms, "WZ-1.1", "“（1）”式 10 处", "（1） （2） （3） （4） （五） （六） （七） （八） （九） （十） （十一） （12） （13） （14） （15） （十六） （十七） （18） （19）",
        "（一） （二） （三） （四） （五） （六） （七） （八） （九） （十） （十一） （十二） （十三） （十四） （十五） （十六） （十七） （十八） （十九）")]
    public void A_fault_of_Wenzhous_text_is_found_by_rule_and_gone_once_put_right(string fault, LintRule rule, string clause, string says, string printed, string corrected) =>
        Check("wenzhou", fault, rule, clause, says, printed, corrected);

    [Theory]
    [InlineData("qijiang", "E-15", LintRule.StrayCharacter, "QJ-5.5c", "“新区司法局”", "printed: 新区司法局", "printed: 区司法局")]
    [InlineData("qijiang", "E-16", LintRule.Contradiction, "QJ-6.1", "2024-03-20 17:00", "says: 2024-03-20 24:00", "says: 2024-03-20 17:00")]
    [InlineData("qijiang", "E-17", LintRule.Contradiction, "QJ-2.3a", "年限从何算起", "says: 刑事办案执业经历", "says: 取得执业资格")]
    [InlineData("qijiang", "E-17", LintRule.Unsettled, "QJ-2.4c", "回溯期限", "about: 不存在被有效投诉, kind: look-back", "about: 不存在被有效投诉, kind: look-back, settles: 回溯期限")]
    [InlineData("qijiang", "E-18", LintRule.MissingDocument, "QJ-5.4b", "《区法律援助人员管理制度》没有随附", "title: 区法律援助人员管理制度", "title: 办理法律援助案件程序规定")]
    [InlineData("qiandongnan", "E-19", LintRule.Contradiction, "QDN-4.7.1", "QDN-11.1“不发补贴、年度考核不称职”", "says: 不发补贴、年度考核不称职", "says: 取消资格")]
    [InlineData("qiandongnan", "E-20", LintRule.Unsettled, "QDN-4.7.2", "计数周期", "about: 两次以上未按时交卷, kind: count", "about: 两次以上未按时交卷, kind: count, settles: 计数周期")]
    [InlineData("qiandongnan", "E-20", LintRule.Unsettled, "QDN-4.7.3", "计数周期", "about: 两次以上未参训未补课, kind: count", "about: 两次以上未参训未补课, kind: count, settles: 计数周期")]
    [InlineData("qiandongnan", "E-21", LintRule.Unsettled, "QDN-4.4", "分责、分积分、分补贴", "kind: shared-work", "kind: shared-work, settles: 分责 分积分 分补贴")]
    [InlineData("beibei", "E-22", LintRule.Contradiction, "BB-2.3", "刑事案件的承办人", "says: 律师、基层法律服务工作者", "says: 律师")]
    [InlineData("beibei", "E-23", LintRule.BetweenTexts, "BB-6.1", "LAW-43 不超过 3 日", "thing: 决定或者收到通知后的指派期限", "thing: 机构自己的期限")]
    [InlineData("beibei", "E-24", LintRule.UndefinedTerm, "BB-5.2", "集团案件", "name: 集团案件", "name: 集团案件, defined: true")]
    [InlineData("beibei", "E-24", LintRule.BetweenTexts, "BB-5.2", "WZ-P4.2 不少于 10 人", "value: 50, unit: 人", "value: 10, unit: 人")]
    [InlineData("tongliang", "E-25", LintRule.Sum, "TL-2.1a", "称 8，只列出 6 个", "said: 8", "said: 6")]
    [InlineData("wenzhou", "E-26", LintRule.BetweenTexts, "WZ-6.6", "QJ-2.3a 刑事 不少于 2 年", "thing: 办案人员的执业年限", "thing: 另一种年限")]
    [InlineData("wenzhou", "draft", LintRule.NoEffectiveDay, "WZ-30.1", "没有印发日期", "from: printing }", "from: printing, on: 2024-06-01 }")]
    [InlineData("qiandongnan", "draft", LintRule.NoEffectiveDay, "QDN-13.1", "没有印发日期", "from: printing }", "from: printing, on: 2024-06-01 }")]
    public void A_fault_of_another_text_is_found_by_rule_and_gone_once_put_right(string office, string fault, LintRule rule, string clause, string says, string printed, string corrected) =>
        Check(office, fault, rule, clause, says, printed, corrected);

    private void Check(string office, string fault, LintRule rule, string clause, string says, string printed, string corrected)
    {
        bool IsIt(LintFinding finding) =>
            finding.Rule == rule && finding.Clause == clause && finding.File == $"{office}/outline.yaml" && finding.Sentence.Contains(says, StringComparison.Ordinal);
        var shipped = SourceLint.Run(folder.Load());

        var found = Assert.Single(shipped, IsIt);
        var after = SourceLint.Run(folder.Replace($"{office}/outline.yaml", printed, corrected).Load());

        Assert.Equal(LintSeverity.Note, found.Severity);
        Assert.False(after.Any(IsIt), $"{fault} is still found in the corrected outline");
    }
}
