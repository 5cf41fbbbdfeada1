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
        ["cause"] = "原因",
        ["changed"] = "变动",
        ["closed"] = "注销或迁出之日",
        ["decision"] = "决定记录",
        ["district"] = "所在区",
        ["fields"] = "变更项目",
        ["firstDay"] = "起",
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
        ["phone"] = "电话",
        ["places"] = "轮候位",
        ["receivedAtUtc"] = "收到",
        ["refused"] = "不能导入",
        ["register"] = "收文号",
        ["reply"] = "复函",
        ["report"] = "请示",
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
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["address"] = "通讯地址",
        ["code"] = "动态验证码不对",
        ["history"] = "办案历史",
        ["identityNumber"] = "身份证号",
        ["leave"] = "请假",
        ["locked"] = "账户已锁定或者已停用",
        ["password"] = "口令不对",
        ["phone"] = "联系电话",
        ["practiceStopped"] = "停止执业",
        ["roster"] = "名册",
        ["suspension"] = "暂停指派",
    };

    public static string Label(string name) => Labels.GetValueOrDefault(name, name);

    public static string Value(string text) => Values.GetValueOrDefault(text, text);
}
