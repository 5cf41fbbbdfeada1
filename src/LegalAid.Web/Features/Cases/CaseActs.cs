using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Cases;

/// <summary>A button of the case page; sealed acts have legal force.</summary>
public sealed record CaseAct(string Verb, string Url, bool Seal = false);

/// <summary>In whose stead the officer who looks may decide on proposals, and revoke; null where in nobody's.</summary>
internal sealed record ActingHere(ActingAuthority? Deciding, ActingAuthority? Revoking)
{
    public static ActingHere Nobody { get; } = new(null, null);

    public bool Decides(AssignmentLine live, CurrentOfficer officer) => IsOthers(Deciding, live, officer);

    public bool Revokes(AssignmentLine live, CurrentOfficer officer) => IsOthers(Revoking, live, officer);

    // Neither of the two proposed it.
    private static bool IsOthers(ActingAuthority? authority, AssignmentLine live, CurrentOfficer officer) =>
        authority is not null && live.ProposedById != officer.Id && live.ProposedById != authority.PrincipalId;
}

/// <summary>The one or two acts possible now, by what the case waits for and who is looking.</summary>
internal static class CaseActs
{
    private static readonly CaseStatus[] Voidable = [CaseStatus.Forwarded, CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment];

    private static readonly CaseStatus[] Handled = [CaseStatus.Assigned, CaseStatus.HandlerNamed];

    /// <summary>What puts right a slip of the pen; quieter than the acts that move the case on.</summary>
    public static IReadOnlyList<CaseAct> ToMend(AidCase aidCase, CaseMatter matter, CurrentOfficer officer)
    {
        if (officer.Role is not (Roles.Clerk or Roles.Director) || aidCase.Status is CaseStatus.Refused or CaseStatus.Voided)
        {
            return [];
        }

        var acts = new List<CaseAct>();
        if (!matter.HasNext && Handled.Contains(aidCase.Status))
        {
            acts.Add(new("下一阶段", $"/cases/{aidCase.Id}/next-stage"));
        }

        acts.Add(new("更正", $"/cases/{aidCase.Id}/correct"));
        if (Voidable.Contains(aidCase.Status))
        {
            acts.AddRange([new("受援人的需要", $"/cases/{aidCase.Id}/needs"), new("作废", $"/cases/{aidCase.Id}/void")]);
        }

        if (aidCase.Status == CaseStatus.HandlerNamed && officer.Role == Roles.Director)
        {
            acts.Add(new("交付评查", $"/cases/{aidCase.Id}/review"));
        }

        return acts;
    }

    public static IReadOnlyList<CaseAct> For(AidCase aidCase, AssignmentLine? live, CurrentOfficer officer, ActingHere acting) => (aidCase.Status, officer.Role) switch
    {
        (_, Roles.Station) => [],
        (CaseStatus.Forwarded, Roles.Clerk or Roles.Director) => [new("接收", $"/cases/{aidCase.Id}/receive")],
        (CaseStatus.UnderExamination, Roles.Clerk or Roles.Director) => [new("审查决定", $"/cases/{aidCase.Id}/decision")],
        (CaseStatus.AwaitingAssignment, Roles.Clerk or Roles.Director) => [new("提出指派意见", $"/assignment/cases/{aidCase.Id}/propose")],
        (CaseStatus.Proposed, Roles.Bureau) when live is { Stage: ProposalStage.WithBureau } => [new("决定是否同意", $"/assignment/{live.Id}/approval", Seal: true)],
        (CaseStatus.Proposed, Roles.Clerk or Roles.Director) when live is { Stage: ProposalStage.ToDiscuss or ProposalStage.ToReport } =>
            [new(live.Stage == ProposalStage.ToDiscuss ? "记录集体讨论" : "报请司法局", $"/assignment/{live.Id}/discussion"), new("撤回指派意见", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Proposed, Roles.Director) when live is { Stage: ProposalStage.WithDirector } && live.ProposedById != officer.Id => [new("决定是否同意", $"/assignment/{live.Id}/approval", Seal: true)],
        (CaseStatus.Proposed, Roles.Clerk) when live is { Stage: ProposalStage.WithDirector } && acting.Decides(live, officer) =>
            [new("决定是否同意", $"/assignment/{live.Id}/approval", Seal: true), new("撤回指派意见", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Proposed, Roles.Clerk or Roles.Director) when live is not null => [new("撤回指派意见", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned or CaseStatus.HandlerNamed, Roles.Director) when live is { AwaitsRuling: true } => [new("裁定辞接", $"/assignment/{live.Id}/ruling")],
        (CaseStatus.Assigned or CaseStatus.HandlerNamed, Roles.Clerk) when live is { AwaitsRuling: true, DecidingBody: DecidingBody.CentreDirector } && acting.Decides(live, officer) =>
            [new("裁定辞接", $"/assignment/{live.Id}/ruling")],
        (CaseStatus.HandlerNamed, Roles.Clerk or Roles.Director) when live is { ConflictReported: true } => [new("利害关系报告", $"/assignment/{live.Id}/conflict-decision"), new("指派通知书", $"/assignment/{live.Id}/notice")],
        (CaseStatus.Assigned or CaseStatus.HandlerNamed, Roles.Clerk) when live is { AwaitsRuling: true } => [new("查看辞接", $"/assignment/{live.Id}/ruling")],
        (CaseStatus.Assigned, Roles.FirmAdministrator) or (CaseStatus.HandlerNamed, Roles.Practitioner) when live is { AwaitsRuling: true } => [new("查看辞接", $"/assignment/{live.Id}/decline")],
        (CaseStatus.HandlerNamed, Roles.Practitioner) when live is { ToAccept: true } => [new("接受指派", $"/assignment/{live.Id}/acceptance"), new("指派通知书", $"/assignment/{live.Id}/notice")],
        (CaseStatus.Assigned, Roles.Bureau) when live is { DecidingBody: DecidingBody.BureauAfterDiscussion } => [new("撤销指派", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned, Roles.Clerk) when live is { DecidingBody: DecidingBody.CentreDirector } && acting.Revokes(live, officer) => [new("撤销指派", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned, Roles.Director) when live is { DecidingBody: DecidingBody.CentreDirector } => [new("撤销指派", $"/assignment/{live.Id}/undo")],
        (CaseStatus.Assigned, Roles.FirmAdministrator) when live is not null => [new("安排承办人", $"/assignment/{live.Id}/handler", Seal: true), new("辞接", $"/assignment/{live.Id}/decline")],
        (CaseStatus.HandlerNamed, Roles.Clerk or Roles.Director) when live is { Status: AssignmentStatus.HandlerNamed } && aidCase.Source == CaseSource.Notification =>
            [new(live.ReplyNumber is null ? "复函办案机关" : "登记回执", $"/assignment/{live.Id}/reply"), new("指派通知书", $"/assignment/{live.Id}/notice")],
        (CaseStatus.HandlerNamed, Roles.FirmAdministrator or Roles.Practitioner) when live is not null =>
            [new("指派通知书", $"/assignment/{live.Id}/notice"), new("报告利害关系", $"/assignment/{live.Id}/conflict")],
        (CaseStatus.HandlerNamed, _) when live is not null => [new("指派通知书", $"/assignment/{live.Id}/notice")],
        _ => [],
    };
}
