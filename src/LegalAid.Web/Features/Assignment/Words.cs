using LegalAid.Rules.Assignment;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Assignment;

/// <summary>How assignments are spoken of on the pages.</summary>
internal static class Words
{
    public static string Of(OrderStep step) => step switch
    {
        OrderStep.RecipientWish => "受援人意愿（点援）",
        OrderStep.HelpingInstitution => "提供法律帮助的机构（属地）",
        OrderStep.Rotation => "轮候",
        OrderStep.OutsidePool => "库外指派",
        OrderStep.SameHandler => "前一阶段的承办人",
        OrderStep.Bid => "报名择优",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    public static (string Word, Tone Tone) Of(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Proposed => ("待决定", Tone.Waiting),
        AssignmentStatus.Rejected => ("未予同意", Tone.Ended),
        AssignmentStatus.Withdrawn => ("已撤回", Tone.Ended),
        AssignmentStatus.Revoked => ("已撤销", Tone.Ended),
        AssignmentStatus.Approved => ("待机构安排承办人", Tone.Waiting),
        AssignmentStatus.HandlerNamed => ("已安排承办人", Tone.Active),
        AssignmentStatus.Replied => ("已复函并收到回执", Tone.Good),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The status, and while it is proposed what it waits for.</summary>
    public static (string Word, Tone Tone) Of(AssignmentRow row) =>
        row.Status == AssignmentStatus.Proposed ? (CaseWords.Of(row.Stage), Tone.Waiting) : Of(row.Status);

    public static string Of(QueueKind kind) => kind switch
    {
        QueueKind.Criminal => "刑事案件队列",
        QueueKind.Other => "民事、行政、仲裁及其他案件队列",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown queue."),
    };
}
