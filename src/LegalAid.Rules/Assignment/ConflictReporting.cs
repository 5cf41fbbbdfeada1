using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What a report is judged by.</summary>
/// <param name="HasHandler">A handler is named and the assignment stands; before that the case is declined.</param>
/// <param name="IsHandler">The person concerned handles the case.</param>
/// <param name="Waits">An earlier report has not been decided on.</param>
public sealed record ConflictReportFacts(bool HasHandler, bool IsHandler, bool Waits);

/// <summary>
/// An interest that a handler finds while handling a case (CF-16): it has to be reported, and the centre decides whether another has to take the case.
/// The number of changes never keeps a handler with a conflict on (BB-12.6).
/// </summary>
public static class ConflictReporting
{
    private const string Clause = "CF-16";

    public static Refusal? WhyNotReport(ConflictReportFacts facts) =>
        !facts.HasHandler ? new("report-early", "还没有安排承办人，有利害关系的请辞接。", [Clause])
        : !facts.IsHandler ? new("report-handler", "请选择本案的承办人。", [Clause])
        : facts.Waits ? new("report-waits", "已报告过利害关系，待中心决定。", [Clause])
        : null;

    public static Refusal? WhyNotDecide(bool waits, bool stands) =>
        !waits ? new("report-decided", "这份报告已经决定过了。", [Clause])
        : !stands ? new("report-undone", "这项指派已经不再有效，不需要再决定。", [Clause])
        : null;
}
