using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Home;

/// <summary>One thing to do: which case, why it is here, until when, and the button; without legal effect where the program leads only to the case.</summary>
public sealed record TodoItem(HomeCase Case, string Why, string Clause, string Verb, string Url, bool IsAct = true)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public bool IsUrgent(DateTime nowUtc) => Case.NextDueAtUtc is { } due && due - nowUtc < Soon;

    /// <param name="waiting">The case.</param>
    /// <param name="role">Whose list it is.</param>
    /// <param name="rules">The office's rules on assignment, for the clauses.</param>
    public static TodoItem For(HomeCase waiting, string role, AssignmentRules rules)
    {
        var (why, clause, verb, url) = (waiting.Status, role) switch
        {
            (_, Roles.Director) when waiting.AwaitsRuling => ("承办方提出辞接，待您裁定", "LAW-46", "裁定", $"/assignment/{waiting.AssignmentId}/ruling"),
            (_, Roles.Clerk) when waiting.AwaitsRuling => ("代行：承办方提出辞接，待您裁定", "LAW-46", "裁定", $"/assignment/{waiting.AssignmentId}/ruling"),
            (_, Roles.Director or Roles.Clerk) when waiting.ConflictReported => ("承办方报告利害关系，待您决定", "CF-16", "决定", $"/assignment/{waiting.AssignmentId}/conflict-decision"),
            (CaseStatus.Forwarded, _) => ("工作站转交的申请，待接收；接收之日起计算审查期限", "LAW-43", "接收", $"/cases/{waiting.Id}/receive"),
            (CaseStatus.UnderExamination, _) => ("申请待审查决定", "LAW-43", "审查决定", $"/cases/{waiting.Id}/decision"),
            (CaseStatus.AwaitingAssignment, _) when waiting.IsCollective(rules) =>
                ("待指派，须集体讨论报局", $"{rules.CollectiveDecisionFrom?.Clause} {rules.CollectiveDecision?.Clause}".Trim(), "提出指派意见", $"/assignment/cases/{waiting.Id}/propose"),
            (CaseStatus.AwaitingAssignment, _) => ("待指派", rules.OwnClock(waiting.Kind == CaseKind.Criminal)?.Clause ?? "LAW-43", "提出指派意见", $"/assignment/cases/{waiting.Id}/propose"),
            (CaseStatus.Proposed, _) when waiting.Stage == ProposalStage.ToDiscuss => ("须经中心集体讨论", rules.CollectiveDecisionFrom?.Clause ?? rules.OrdinaryDecision.Clause, "记录集体讨论", $"/assignment/{waiting.AssignmentId}/discussion"),
            (CaseStatus.Proposed, _) when waiting.Stage == ProposalStage.ToReport => ("已集体讨论，待报请司法局", rules.CollectiveDecision?.Clause ?? rules.OrdinaryDecision.Clause, "报请司法局", $"/assignment/{waiting.AssignmentId}/discussion"),
            (CaseStatus.Proposed, _) when waiting.Stage == ProposalStage.WithBureau => ("中心书面报请，待您决定", rules.CollectiveDecision?.Clause ?? rules.OrdinaryDecision.Clause, "决定", $"/assignment/{waiting.AssignmentId}/approval"),
            (CaseStatus.Proposed, Roles.Clerk) => ("代行：有指派意见待您决定", rules.OrdinaryDecision.Clause, "决定", $"/assignment/{waiting.AssignmentId}/approval"),
            (CaseStatus.Proposed, _) => ("有指派意见待您决定", rules.OrdinaryDecision.Clause, "决定", $"/assignment/{waiting.AssignmentId}/approval"),
            (CaseStatus.Assigned, _) => (waiting.Served ? "案件已指派给本机构，待安排承办人" : "新指派：案件已指派给本机构，待安排承办人", rules.NamingClause, "安排承办人", $"/assignment/{waiting.AssignmentId}/handler"),
            (CaseStatus.HandlerNamed, Roles.Practitioner) when waiting.ToAccept => (waiting.Served ? "已指派给您，待接受" : "新指派：已指派给您，待接受", "LAW-46", "接受指派", $"/assignment/{waiting.AssignmentId}/acceptance"),
            (CaseStatus.HandlerNamed, Roles.Practitioner) => ("由您承办", rules.NamingClause, "查看案件", $"/cases/{waiting.Id}"),
            (CaseStatus.HandlerNamed, _) => ("承办人已确定，待复函办案机关", "LAW-36", "复函", $"/assignment/{waiting.AssignmentId}/reply"),
            _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting.Status, "Nobody waits for this."),
        };
        return new(waiting, why, clause, verb, url);
    }
}
