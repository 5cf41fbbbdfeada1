using LegalAid.Rules.Intake;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Journal;

/// <summary>The words for what use cases write into a line's details. A name or value without a word stays as it is.</summary>
internal static class JournalDetailWords
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["added"] = "新增",
        ["address"] = "地址",
        ["after"] = "改为",
        ["agrees"] = "同意经办意见",
        ["assignment"] = "指派",
        ["attendees"] = "参加人",
        ["authority"] = "来函机关",
        ["balanceMillionths"] = "余额（百万分之一件）",
        ["before"] = "原为",
        ["bytes"] = "字节",
        ["body"] = "由谁决定",
        ["cause"] = "原因",
        ["changed"] = "变动",
        ["closed"] = "注销或迁出之日",
        ["concerned"] = "回避的工作人员",
        ["decision"] = "决定记录",
        ["district"] = "所在区",
        ["fields"] = "变更项目",
        ["firstDay"] = "起",
        ["formerRole"] = "原岗位",
        ["flags"] = "案件情形",
        ["handlers"] = "承办人",
        ["headcount"] = "受援人数",
        ["heldOn"] = "讨论日期",
        ["institutions"] = "新机构",
        ["joinedBefore"] = "原入库之日",
        ["keepsTurn"] = "轮次照计",
        ["kind"] = "类别",
        ["lastDay"] = "止",
        ["left"] = "离开之日",
        ["letter"] = "公函",
        ["letterNumber"] = "文号",
        ["list"] = "清单",
        ["matter"] = "涉及案件",
        ["members"] = "人员",
        ["name"] = "表",
        ["notice"] = "指派通知书",
        ["number"] = "文号",
        ["of"] = "总行数",
        ["parties"] = "当事人",
        ["party"] = "当事人",
        ["dueOn"] = "完成日期",
        ["phone"] = "电话",
        ["places"] = "轮候位",
        ["receivedAtUtc"] = "收到",
        ["recusal"] = "结果",
        ["refused"] = "不能导入",
        ["register"] = "收文号",
        ["relation"] = "关系",
        ["reply"] = "复函",
        ["report"] = "请示",
        ["reviewer"] = "评查员",
        ["role"] = "岗位",
        ["rows"] = "行数",
        ["samePerson"] = "同一人",
        ["searched"] = "有查找词",
        ["setsAside"] = "不再由其承办",
        ["sheet"] = "表",
        ["since"] = "自",
        ["source"] = "涉及记录",
        ["stage"] = "阶段",
        ["turn"] = "轮次",
        ["unchanged"] = "不变",
        ["upload"] = "文件",
        ["which"] = "项目",
        ["whole"] = "含完整电话",
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["address"] = "通讯地址",
        ["bureau"] = "区司法局",
        ["centre"] = "法律援助中心",
        ["child"] = "子女",
        ["code"] = "动态验证码不对",
        ["grandchild"] = "孙子女、外孙子女",
        ["grandparent"] = "祖父母、外祖父母",
        ["history"] = "办案历史",
        ["identityNumber"] = "身份证号",
        ["leave"] = "请假",
        ["locked"] = "账户已锁定或者已停用",
        ["namesake"] = "同名",
        ["otherInterest"] = "其他关系",
        ["otherRelative"] = "其他亲属",
        ["parent"] = "父母",
        ["password"] = "口令不对",
        ["phone"] = "联系电话",
        ["practiceStopped"] = "停止执业",
        ["recused"] = "已回避",
        ["roster"] = "名册",
        ["section"] = "公共法律服务管理科",
        ["self"] = "就是本人",
        ["sibling"] = "兄弟姐妹",
        ["spouse"] = "配偶",
        ["suspension"] = "暂停指派",
        ["waiting"] = "待决定",
    };

    public static string Label(string name) => Labels.GetValueOrDefault(name, name);

    // Stages and flags stand in the journal by their names in code; several flags are joined by commas.
    private static readonly Dictionary<string, string> Cases = Enum.GetValues<CaseStage>().Select(stage => (Name: stage.ToString(), Word: CaseWords.Of(stage)))
        .Concat(Enum.GetValues<CaseFlags>().Where(flag => flag != CaseFlags.None).Select(flag => (Name: flag.ToString(), Word: CaseWords.Of(flag))))
        .Append((nameof(CaseFlags.None), "无"))
        .ToDictionary(pair => char.ToLowerInvariant(pair.Item1[0]) + pair.Item1[1..], pair => pair.Item2, StringComparer.Ordinal);

    public static string Value(string text) => Values.GetValueOrDefault(text) ?? string.Join('、', text.Split(", ").Select(part => Cases.GetValueOrDefault(part, part)));
}
