using LegalAid.Rules.Common;

namespace LegalAid.Rules.Conduct;

/// <summary>
/// Handling a matter of conduct (违规处理, QJ-5.4b): it opens by itself, and everything after is a person's. The one concerned states their case while it is open;
/// the centre's head closes it with a measure or without one, and says why.
/// </summary>
public static class ConductClosing
{
    public static Refusal? WhyNotState(bool isClosed, bool hasStated, string clause) =>
        isClosed ? new("conduct-closed", "已经办结，不能再陈述申辩。", [clause])
        : hasStated ? new("conduct-stated", "已经提交过陈述申辩。", [clause])
        : null;

    /// <param name="isClosed">Somebody closed it before.</param>
    /// <param name="takesMeasure">Something is to follow for the one concerned.</param>
    /// <param name="measure">What follows; the text names no measures, so it is written out.</param>
    /// <param name="clause">By which the matter was opened.</param>
    public static Refusal? WhyNotClose(bool isClosed, bool takesMeasure, string? measure, string clause) =>
        isClosed ? new("conduct-closed", "已经办结。", [clause])
        : takesMeasure && string.IsNullOrWhiteSpace(measure) ? new("conduct-no-measure", "请写明处理措施；不予处理的，选择不予处理。", [clause])
        : !takesMeasure && !string.IsNullOrWhiteSpace(measure) ? new("conduct-both", "不予处理的，不写处理措施。", [clause])
        : null;
}
