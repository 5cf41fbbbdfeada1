using System.Linq.Expressions;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Notices;

/// <summary>Which notices are in an officer's inbox: the own ones, and those of the institution or practitioner the account speaks for.</summary>
internal static class OwnNotices
{
    public static IQueryable<Notice> For(AidDb db, CurrentOfficer officer)
    {
        var (me, office, institution, membership) = (officer.Id, officer.OfficeId, officer.InstitutionId, officer.MembershipId);
        var own = db.Notices.Where(n => n.OfficeId == office);
        return institution is not null ? own.Where(n => n.OfficerId == me || n.InstitutionId == institution)
            : membership is not null ? own.Where(n => n.OfficerId == me || n.MembershipId == membership)
            : own.Where(n => n.OfficerId == me);
    }

    /// <summary>Not opened, and not overtaken by what has happened since.</summary>
    public static IQueryable<Notice> UnreadBy(this IQueryable<Notice> notices, AidDb db, Guid officerId) =>
        notices.Where(n => !db.NoticeReadings.Any(r => r.NoticeId == n.Id && r.OfficerId == officerId)).Where(Not(Settled(db)));

    private static Expression<Func<Notice, bool>> Not(Expression<Func<Notice, bool>> rule) => Expression.Lambda<Func<Notice, bool>>(Expression.Not(rule.Body), rule.Parameters);

    /// <summary>What it asked for was done, by whomever, or there is nothing left to do: the proposal was decided, the handler named, the clock it spoke of stopped.</summary>
    public static Expression<Func<Notice, bool>> Settled(AidDb db) => n =>
        ((n.Kind == NoticeKind.ProposalWaits || n.Kind == NoticeKind.BureauWaits) && db.Assignments.Any(a => a.Id == n.AssignmentId && a.Status != AssignmentStatus.Proposed))
        || ((n.Kind == NoticeKind.Assigned || n.Kind == NoticeKind.NamingNearsEnd) && db.Assignments.Any(a => a.Id == n.AssignmentId && a.Status != AssignmentStatus.Approved))
        || (n.Kind == NoticeKind.HandlerNamed && db.Assignments.Any(a => a.Id == n.AssignmentId && AssignmentStatuses.Undone.Contains(a.Status)))
        || (n.Kind == NoticeKind.DeclineWaits && db.Assignments.Any(x => x.Id == n.AssignmentId && !x.AwaitsRuling))
        || (n.Kind == NoticeKind.ConductOpened && db.ConductMatters.Any(m => m.CaseId == n.CaseId && n.Path == "/conduct/" + m.Id.ToString() + "/statement" && (m.StatedAtUtc != null || m.ClosedAtUtc != null)))
        || (n.Kind == NoticeKind.ConflictReported && !db.ConflictReports.Any(r => r.AssignmentId == n.AssignmentId && r.Status == ConflictReportStatus.Waiting))
        || (n.Kind == NoticeKind.AuthorityGranted && db.ActingAuthorities.Any(x => x.Id == n.AuthorityId && x.EndedAtUtc != null))
        || (n.Kind == NoticeKind.ApplicationReturned && db.PoolApplications.Any(a => a.Id == n.ApplicationId && a.Status != ApplicationStatus.Returned && a.Status != ApplicationStatus.Draft))
        || (n.Kind == NoticeKind.OpinionOverdue && !db.OpinionRequests.Any(r => r.ApplicationId == n.ApplicationId && r.RepliedAtUtc == null && r.ReplacedAtUtc == null
            && db.PoolApplications.Any(a => a.Id == r.ApplicationId && a.Status == ApplicationStatus.Submitted)))
        || (n.Kind == NoticeKind.RemovalProposed && !db.RemovalProposals.Any(p => p.MembershipId == n.MembershipId && p.Status == RemovalStatus.Waiting && p.Statement == null))
        || (n.Kind == NoticeKind.RenewalOpened && !db.RenewalRounds.Any(r => r.ClosedOn == null))
        || (n.Kind == NoticeKind.RenewalToConfirm && db.Renewals.Any(r => r.MembershipId == n.MembershipId)
            && !db.Renewals.Any(r => r.MembershipId == n.MembershipId && r.ConfirmedAtUtc == null && r.Outcome == RenewalOutcome.Waiting))
        || (n.Kind == NoticeKind.PostingOpened && db.CasePostings.Any(p => p.Id == n.PostingId && p.Status != PostingStatus.Open))
        || (n.Kind == NoticeKind.ProposalRefused && db.Cases.Any(c => c.Id == n.CaseId && c.Status != CaseStatus.AwaitingAssignment))
        || ((n.Kind == NoticeKind.ClockNearsEnd || n.Kind == NoticeKind.StatutoryNearsEnd) && db.Cases.Any(c => c.Id == n.CaseId && (c.NextDueAtUtc == null || n.DueAtUtc < c.NextDueAtUtc)));
}
