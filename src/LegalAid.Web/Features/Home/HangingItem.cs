using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Features.Home;

/// <summary>A case that waits for somebody else: for whom, since when, and a link where this officer can record that it has moved.</summary>
public sealed record HangingItem(HomeCase Case, string Where, DateTime? SinceUtc, string? Verb = null, string? Url = null)
{
    /// <param name="hanging">The case.</param>
    /// <param name="rules">The office's rules on assignment: who decides.</param>
    public static HangingItem For(HomeCase hanging, AssignmentRules rules) => hanging.Status switch
    {
        CaseStatus.Assigned or CaseStatus.HandlerNamed when hanging.AwaitsRuling => new(hanging, "中心负责人裁定辞接", null),
        CaseStatus.HandlerNamed when hanging.ConflictReported => new(hanging, "中心负责人决定利害关系报告", null),
        CaseStatus.UnderExamination => new(hanging, "中心审查申请", null),
        CaseStatus.AwaitingAssignment when hanging.Posted => new(hanging, "案源已发布，等待报名和择优", null),
        CaseStatus.AwaitingAssignment when hanging.IsCollective(rules) => new(hanging, "中心集体讨论，报局决定", null),
        CaseStatus.AwaitingAssignment => new(hanging, "中心经办提出指派意见", null),
        CaseStatus.Proposed => new(hanging, hanging.Stage switch
        {
            ProposalStage.ToDiscuss => "中心集体讨论",
            ProposalStage.ToReport => "中心报请司法局",
            ProposalStage.WithBureau => "司法局决定",
            _ => "中心负责人决定",
        }, hanging.ProposedAtUtc),
        CaseStatus.Assigned => new(hanging, $"{hanging.Institution}安排承办人", hanging.DecidedAtUtc),
        CaseStatus.HandlerNamed when hanging.Replied => new(hanging, $"{hanging.Authority}签收复函", hanging.RepliedAtUtc, "登记回执", $"/assignment/{hanging.AssignmentId}/reply"),
        CaseStatus.HandlerNamed when hanging.Source != CaseSource.Notification => new(hanging, "承办人确认接受", hanging.DecidedAtUtc),
        CaseStatus.HandlerNamed => new(hanging, "中心复函办案机关", null),
        _ => throw new ArgumentOutOfRangeException(nameof(hanging), hanging.Status, "Nobody waits for this."),
    };
}
