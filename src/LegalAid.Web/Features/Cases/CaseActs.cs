using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Cases;

/// <summary>A button of the case page; sealed acts have legal force.</summary>
public sealed record CaseAct(string Verb, string Url, bool Seal = false);

/// <summary>The one or two acts possible now, by what the case waits for and who is looking.</summary>
internal static class CaseActs
{
    private static readonly CaseStatus[] Voidable = [CaseStatus.Forwarded, CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment];

    /// <summary>What puts right a slip of the pen; quieter than the acts that move the case on.</summary>
    public static IReadOnlyList<CaseAct> ToMend(AidCase aidCase, CurrentOfficer officer) =>
        officer.Role is not (Roles.Clerk or Roles.Director) || aidCase.Status is CaseStatus.Refused or CaseStatus.Voided ? []
        : [new("更正", $"/cases/{aidCase.Id}/correct"), .. Voidable.Contains(aidCase.Status) ? [new CaseAct("作废", $"/cases/{aidCase.Id}/void")] : Array.Empty<CaseAct>(),
            .. aidCase.Status == CaseStatus.HandlerNamed && officer.Role == Roles.Director ? [new CaseAct("交付评查", $"/cases/{aidCase.Id}/review")] : Array.Empty<CaseAct>()];

    public static IReadOnlyList<CaseAct> For(AidCase aidCase, AssignmentLine? live, CurrentOfficer officer) => (aidCase.Status, officer.Role) switch
    {
        (_, Roles.Station) => [],
        (CaseStatus.Forwarded, Roles.Clerk or Roles.Director) => [new("接收", $"/cases/{aidCase.Id}/receive")],
        (CaseStatus.UnderExamination, Roles.Clerk or Roles.Director) => [new("审查决定", $"/cases/{aidCase.Id}/decision")],
        (CaseStatus.AwaitingAssignment, Roles.Clerk or Roles.Director) => [new("提出指派意见", $"/assignment/cases/{aidCase.Id}/propose")],
        (CaseStatus.Proposed, Roles.Bureau) when live is { Stage: ProposalStage.WithBureau } => [new("决定是否同意", $"/assignment/{live.Id}/approval", Seal: true)],
        (CaseStatus.Proposed, Roles.Clerk or Roles.Director) when live is { Stage: ProposalStage.ToDiscuss or ProposalStage.ToReport } =>
            [new(live.Stage == ProposalStage.ToDiscuss ? "记录集体讨论" : "报请司法局", $"/assignment/{live.Id}/discussion"), new("撤回指派意见", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Proposed, Roles.Director) when live is { Stage: ProposalStage.WithDirector } && live.ProposedById != officer.Id => [new("决定是否同意", $"/assignment/{live.Id}/approval", Seal: true)],
        (CaseStatus.Proposed, Roles.Clerk or Roles.Director) when live is not null => [new("撤回指派意见", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned, Roles.Director) when live is not null => [new("撤销指派", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned, Roles.FirmAdministrator) when live is not null => [new("安排承办人", $"/assignment/{live.Id}/handler", Seal: true)],
        (CaseStatus.HandlerNamed, Roles.Clerk or Roles.Director) when live is { Status: AssignmentStatus.HandlerNamed } && aidCase.Source == CaseSource.Notification =>
            [new(live.ReplyNumber is null ? "复函办案机关" : "登记回执", $"/assignment/{live.Id}/reply"), new("指派通知书", $"/assignment/{live.Id}/notice")],
        (CaseStatus.HandlerNamed, _) when live is not null => [new("指派通知书", $"/assignment/{live.Id}/notice")],
        _ => [],
    };
}
