using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Home;

/// <summary>A case under way, with what the home pages tell of it.</summary>
public sealed record HomeCase(
    Guid Id,
    string Number,
    string Cause,
    string? Recipient,
    int Headcount,
    int MatterHeadcount,
    CaseFlags Flags,
    CaseStatus Status,
    CaseSource Source,
    CaseKind Kind,
    DateTime? NextDueAtUtc,
    Guid? AssignmentId,
    Guid? ProposedById,
    DateTime? ProposedAtUtc,
    DateTime? DecidedAtUtc,
    DateTime? RepliedAtUtc,
    bool HasReceipt,
    string? Institution,
    string? Authority,
    DecidingBody? Body,
    bool Discussed,
    bool Reported,
    bool AwaitsRuling,
    bool Served,
    bool ToAccept,
    bool ConflictReported,
    bool Posted)
{
    /// <summary>Where a proposal stands on its way to whoever decides it; null without one.</summary>
    public ProposalStage? Stage => Status == CaseStatus.Proposed && Body is { } body ? ProposalStages.Of(body, Discussed, Reported) : null;

    public bool Replied => RepliedAtUtc is not null;

    /// <summary>So many people, or a flag, that centre and director may not decide it (BB-5.2); the people of all cases of one letter add up.</summary>
    public bool IsCollective(AssignmentRules rules) => CaseGravity.NeedsCollectiveDecision(MatterHeadcount, Flags, rules);

    /// <param name="db">The database.</param>
    /// <param name="cases">Those the officer may see.</param>
    public static IQueryable<HomeCase> Of(AidDb db, IQueryable<AidCase> cases) =>
        from c in cases
        from a in db.Assignments.Where(a => a.CaseId == c.Id && !AssignmentStatuses.Undone.Contains(a.Status)).DefaultIfEmpty()
        select new HomeCase(
            c.Id, c.Number, c.Cause, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), c.Headcount,
            c.LetterId == null && c.MatterId == null ? c.Headcount
                : c.Headcount + db.Cases.Where(other => other.Id != c.Id && other.Status != CaseStatus.Voided && other.Status != CaseStatus.Refused
                    && ((c.LetterId != null && other.LetterId == c.LetterId) || (c.MatterId != null && other.MatterId == c.MatterId))).Sum(other => other.Headcount),
            c.Flags, c.Status, c.Source, c.Kind, c.NextDueAtUtc, a == null ? null : a.Id, a == null ? null : a.ProposedById, a == null ? null : a.ProposedAtUtc,
            a == null ? null : a.DecidedAtUtc, a == null ? null : a.RepliedAtUtc, a != null && a.ReceiptAtUtc != null,
            db.Institutions.Where(i => a != null && i.Id == a.InstitutionId).Select(i => i.Name).FirstOrDefault(),
            db.IncomingLetters.Where(l => l.Id == c.LetterId).Select(l => l.Authority).FirstOrDefault(),
            a == null ? null : a.DecidingBody, a != null && a.DiscussedAtUtc != null, a != null && a.ReportNumber != null,
            a != null && a.AwaitsRuling, a != null && db.Receptions.Any(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Served),
            a != null && a.MembershipId != null && a.Status == AssignmentStatus.HandlerNamed && a.ReplyNumber == null && !db.Receptions.Any(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Accepted),
            a != null && db.ConflictReports.Any(r => r.AssignmentId == a.Id && r.Status == ConflictReportStatus.Waiting),
            db.CasePostings.Any(p => p.CaseId == c.Id && p.Status == PostingStatus.Open));
}
