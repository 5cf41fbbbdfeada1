using LegalAid.Rules.Intake;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Journal;

/// <summary>The words for what use cases write into a line's details. A name or value without a word stays as it is.</summary>
internal static class JournalDetailWords
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["address"] = "通讯地址",
        ["bureau"] = "区司法局",
        ["centre"] = "法律援助中心",
        ["child"] = "子女",
        ["cancelled"] = "取消资格",
        ["adjusted"] = "调整退出",
        ["conflict"] = "利害关系或者利益冲突",
        ["courtClash"] = "出庭时间冲突",
        ["code"] = "动态验证码不对",
        ["consent"] = "同意书",
        ["dutyHelp"] = "值班法律帮助",
        ["conditionLost"] = "不再符合条件",
        ["exitLetter"] = "退出申请书",
        ["graveBreach"] = "违规拒不整改或者情节严重",
        ["graveHarm"] = "造成重大不良影响和损失",
        ["socialLawyer"] = "社会律师",
        ["publicLawyer"] = "公职律师",
        ["companyLawyer"] = "公司律师",
        ["volunteer"] = "志愿者",
        ["centreStaff"] = "中心工作人员",
        ["ownWill"] = "自愿退出",
        ["redAgain"] = "连续红色后仍不改正",
        ["removalEvidence"] = "清退证据",
        ["unlawful"] = "违反法律的禁止性规定",
        ["unreportedLoss"] = "不再符合条件而不报告",
        ["formerName"] = "曾用名",
        ["formerOfficial"] = "曾以公职身份处理",
        ["formerPost"] = "曾任法官、检察官",
        ["grandchild"] = "孙子女、外孙子女",
        ["grandparent"] = "祖父母、外祖父母",
        ["history"] = "办案历史",
        ["avoid"] = "建议回避",
        ["prefer"] = "建议优先",
        ["quality"] = "办案质量",
        ["returnVisit"] = "回访满意度",
        ["authority"] = "办案机关评价",
        ["identityNumber"] = "身份证号",
        ["illness"] = "重病",
        ["interest"] = "其他利害关系",
        ["appraisalFailed"] = "年度考核未通过",
        ["licenceEnded"] = "执业证注销、吊销",
        ["leave"] = "请假",
        ["publicity"] = "法律援助宣传",
        ["volunteering"] = "志愿服务",
        ["left"] = "退出",
        ["locked"] = "账户已锁定或者已停用",
        ["namesake"] = "同名",
        ["other"] = "其他",
        ["outsidePractice"] = "超出执业范围",
        ["otherInterest"] = "其他关系",
        ["otherRelative"] = "其他亲属",
        ["parent"] = "父母",
        ["password"] = "口令不对",
        ["phone"] = "联系电话",
        ["practiceStopped"] = "停止执业",
        ["recused"] = "已回避",
        ["relative"] = "近亲属",
        ["roster"] = "名册",
        ["section"] = "公共法律服务管理科",
        ["self"] = "就是本人",
        ["sibling"] = "兄弟姐妹",
        ["spouse"] = "配偶",
        ["suspension"] = "暂停指派",
        ["waiting"] = "待决定",
        ["administrativePenalty"] = "行政处罚",
        ["association"] = "律师协会",
        ["cases"] = "办案库",
        ["character"] = "政治品行",
        ["conduct"] = "执业纪律与操守",
        ["dedication"] = "责任感与奉献",
        ["duty"] = "值班库",
        ["firm"] = "转所、转任",
        ["pools"] = "变更库别",
        ["duty, cases"] = "值班库、办案库",
        ["fitness"] = "身体与专业",
        ["industrySanction"] = "行业惩戒（处分）",
        ["noObjection"] = "没有不同意见",
        ["objects"] = "有不同意见",
        ["skill"] = "会用市级系统",
        ["verifiedComplaint"] = "查证属实的投诉",
    };

    public static string Label(string name) => JournalDetailLabels.All.GetValueOrDefault(name, name);

    // Stages and flags stand in the journal by their names in code; several flags are joined by commas.
    private static readonly Dictionary<string, string> Cases = Enum.GetValues<CaseStage>().Select(stage => (Name: stage.ToString(), Word: CaseWords.Of(stage)))
        .Concat(Enum.GetValues<CaseFlags>().Where(flag => flag != CaseFlags.None).Select(flag => (Name: flag.ToString(), Word: CaseWords.Of(flag))))
        .Append((nameof(CaseFlags.None), "无"))
        .Concat(Enum.GetValues<CaseKind>().Select(kind => (kind.ToString(), CaseWords.Of(kind))))
        .Concat(Enum.GetValues<ScopeGround>().Select(scope => (scope.ToString(), CaseWords.Of(scope))))
        .Concat(Enum.GetValues<HardshipBasis>().Select(basis => (basis.ToString(), CaseWords.Of(basis))))
        .Concat(Enum.GetValues<NotificationGround>().Select(ground => (ground.ToString(), CaseWords.Of(ground))))
        .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
        .ToDictionary(pair => char.ToLowerInvariant(pair.Item1[0]) + pair.Item1[1..], pair => pair.Item2, StringComparer.Ordinal);

    public static string Value(string text) => Values.GetValueOrDefault(text) ?? string.Join('、', text.Split(", ").Select(part => Cases.GetValueOrDefault(part, part)));
}
