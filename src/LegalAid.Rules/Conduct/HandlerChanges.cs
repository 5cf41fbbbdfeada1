using LegalAid.Rules.Common;

namespace LegalAid.Rules.Conduct;

/// <summary>Somebody else handles a case than was approved (擅自变更承办人, QJ-5.4c). The program lets nobody be replaced outside the approval; that it happened all the same a person finds and records.</summary>
public static class HandlerChanges
{
    /// <param name="rule">The book's word on it; null where it has none.</param>
    /// <param name="handlerNamed">Somebody was approved who could be replaced.</param>
    /// <param name="alreadyOpen">A matter for the same is not closed yet.</param>
    public static Refusal? WhyNotRecord(Setting<bool>? rule, bool handlerNamed, bool alreadyOpen) =>
        rule is not { Value: true } asked ? new("handler-change-unwritten", "本机构的规则没有擅自变更承办人的处理。", [])
        : !handlerNamed ? new("handler-change-nobody", "本案现在没有确定的承办人，不能登记擅自变更。", [asked.Clause])
        : alreadyOpen ? new("handler-change-open", "本案已有一件擅自变更承办人的处理事项没有办结。", [asked.Clause])
        : null;
}
