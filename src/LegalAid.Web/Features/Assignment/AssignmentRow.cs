using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>An assignment with what its pages say about it.</summary>
public sealed record AssignmentRow(
    Guid Id,
    Guid CaseId,
    string CaseNumber,
    string Cause,
    CaseKind Kind,
    CaseSource Source,
    Guid InstitutionId,
    string Institution,
    string? Person,
    AssignmentStatus Status,
    Guid DecisionId,
    Guid ProposedById,
    string ProposedBy,
    DateTime ProposedAtUtc,
    string? ProposalNote,
    string? OutOfTurnReason,
    string? DecidedBy,
    DateTime? DecidedAtUtc,
    string? DecisionNote,
    DateTime? NamingDueAtUtc,
    string? NoticeNumber,
    string? ReplyNumber,
    DateTime? RepliedAtUtc,
    DateTime? ReceiptAtUtc,
    DateTime? StatutoryDueAtUtc,
    DateTime? NamedAtUtc,
    string? ReceiptBy,
    bool SetsAside,
    DecidingBody DecidingBody,
    DateTime? DiscussedAtUtc,
    string? ReportNumber,
    DateTime? ReportedAtUtc,
    bool AwaitsRuling)
{
    /// <summary>Where the proposal stands on its way to whoever decides it.</summary>
    public ProposalStage Stage => ProposalStages.Of(DecidingBody, DiscussedAtUtc is not null, ReportNumber is not null);

    /// <summary>The institution, or the person the turn fell to with the institution.</summary>
    public string Name => Person is null ? Institution : $"{Person}（{Institution}）";

    public static IQueryable<AssignmentRow> Of(AidDb db, Guid id) =>
        from a in db.Assignments.AsNoTracking()
        where a.Id == id
        join c in db.Cases on a.CaseId equals c.Id
        join i in db.Institutions on a.InstitutionId equals i.Id
        join proposer in db.Users on a.ProposedById equals proposer.Id
        select new AssignmentRow(
            a.Id, c.Id, c.Number, c.Cause, c.Kind, c.Source, i.Id, i.Name, db.Memberships.Where(m => m.Id == a.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault(), a.Status, a.DecisionId, a.ProposedById, proposer.DisplayName, a.ProposedAtUtc, a.ProposalNote, a.OutOfTurnReason,
            db.Users.Where(u => u.Id == a.DecidedById).Select(u => u.DisplayName + AuthorityWords.Signatures(db).Where(s => s.Id == a.DecidedUnderId).Select(s => s.Text).FirstOrDefault()).FirstOrDefault(), a.DecidedAtUtc, a.DecisionNote,
            a.NamingDueAtUtc, a.NoticeNumber, a.ReplyNumber, a.RepliedAtUtc, a.ReceiptAtUtc, c.StatutoryDueAtUtc, a.NamedAtUtc, a.ReceiptBy, a.SetsAside, a.DecidingBody, a.DiscussedAtUtc, a.ReportNumber, a.ReportedAtUtc, a.AwaitsRuling);
}
