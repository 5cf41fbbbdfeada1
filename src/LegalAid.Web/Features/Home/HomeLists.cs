using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Home;

/// <summary>What of the office's cases is whose: to do for this officer, waiting for somebody else, or for the bureau to know.</summary>
public sealed class HomeLists(AidDb db, CurrentOfficer officer, OfficeClock clock)
{
    private static readonly CaseStatus[] UnderWay = [CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.Assigned, CaseStatus.HandlerNamed];

    /// <summary>What this officer can do now. A letter replied to waits for the authority, not for the clerk; a posted case for its bids, told apart from these.</summary>
    public IQueryable<AidCase> Mine()
    {
        var statuses = WaitingFor(officer.Role);
        var (own, supervises, deciding, ruling) = (officer.Role == Roles.Practitioner, officer.Role == Roles.Bureau, Deciding(), Ruling());
        return Seen().Where(c => ruling.Any(a => a.CaseId == c.Id) || (statuses.Contains(c.Status)
            && !Live.Any(a => a.CaseId == c.Id && (a.AwaitsRuling || (!own && db.ConflictReports.Any(r => r.AssignmentId == a.Id && r.Status == ConflictReportStatus.Waiting))))
            && !db.CasePostings.Any(p => p.CaseId == c.Id && p.Status == PostingStatus.Open)
            && (c.Status != CaseStatus.Proposed || Live.Any(a => a.CaseId == c.Id
                && (a.DecidingBody == DecidingBody.CentreDirector ? deciding.Any(mine => mine.Id == a.Id) : supervises == (a.ReportNumber != null))))
            && (c.Status != CaseStatus.HandlerNamed || own || (c.Source == CaseSource.Notification && Live.Any(a => a.CaseId == c.Id && a.ReplyNumber == null)))));
    }

    /// <summary>What the centre waits for: the director's decision (for a director, another's), a firm's handler, a person's acceptance, an authority's receipt.</summary>
    public IQueryable<AidCase> Elsewhere()
    {
        var (deciding, ruling, now) = (Deciding(), Ruling(), clock.UtcNow);
        return Seen().Where(c => (c.Status == CaseStatus.Assigned && !ruling.Any(a => a.CaseId == c.Id))
            || (c.Status == CaseStatus.AwaitingAssignment && db.CasePostings.Any(p => p.CaseId == c.Id && p.Status == PostingStatus.Open && p.ClosesAtUtc > now))
            || (c.Status == CaseStatus.HandlerNamed && !ruling.Any(a => a.CaseId == c.Id) && Live.Any(a => a.CaseId == c.Id && (a.AwaitsRuling || db.ConflictReports.Any(r => r.AssignmentId == a.Id && r.Status == ConflictReportStatus.Waiting))))
            || (c.Status == CaseStatus.Proposed && Live.Any(a => a.CaseId == c.Id
                && (a.DecidingBody == DecidingBody.CentreDirector ? !deciding.Any(mine => mine.Id == a.Id) : a.ReportNumber != null)))
            || (c.Status == CaseStatus.HandlerNamed && c.Source != CaseSource.Notification && Live.Any(a => a.CaseId == c.Id && a.MembershipId != null && !db.Receptions.Any(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Accepted)))
            || (c.Status == CaseStatus.HandlerNamed && Live.Any(a => a.CaseId == c.Id && a.ReplyNumber != null && a.ReceiptAtUtc == null)));
    }

    /// <summary>Under way and past the end of its next clock.</summary>
    public IQueryable<AidCase> Overdue()
    {
        var now = clock.UtcNow;
        return Seen().Where(c => UnderWay.Contains(c.Status) && c.NextDueAtUtc <= now);
    }

    /// <summary>Granted, not yet assigned, and to be discussed by the centre and decided by the bureau (BB-5.2).</summary>
    public async Task<IReadOnlyList<HomeCase>> CollectiveAsync(AssignmentRules rules, CancellationToken ct)
    {
        if (rules.CollectiveDecisionFrom is null)
        {
            return [];
        }

        // Flags are stored as words; the few cases that have any, or share a letter, are looked at here.
        var heavy = Seen().Where(c => c.Status == CaseStatus.AwaitingAssignment && (c.Flags != CaseFlags.None || c.Headcount > 1 || c.LetterId != null || c.MatterId != null));
        return Sorted((await HomeCase.Of(db, heavy).ToListAsync(ct)).Where(c => c.IsCollective(rules)));
    }

    /// <summary>The first of them, the nearest deadline first.</summary>
    public async Task<IReadOnlyList<HomeCase>> FirstAsync(IQueryable<AidCase> cases, int count, CancellationToken ct) =>
        Sorted(await HomeCase.Of(db, cases.OrderBy(c => c.NextDueAtUtc == null).ThenBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).Take(count)).ToListAsync(ct));

    /// <summary>Cases of the last thirty days for which the pool was too short (WZ-9.1, WZ-21.2).</summary>
    public Task<int> ShortagesAsync(CancellationToken ct)
    {
        var since = clock.UtcNow.AddDays(-30);
        return db.ShortageNotices.CountAsync(n => n.RaisedAtUtc > since, ct);
    }

    /// <summary>Whether bids for some waiting case are in, or nobody bid for it.</summary>
    public Task<bool> HasPostingsAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        return Seen().AnyAsync(c => c.Status == CaseStatus.AwaitingAssignment && db.CasePostings.Any(p => p.CaseId == c.Id && p.Status == PostingStatus.Open && p.ClosesAtUtc <= now), ct);
    }

    private static IReadOnlyList<HomeCase> Sorted(IEnumerable<HomeCase> cases) =>
        [.. cases.OrderBy(c => c.NextDueAtUtc is null).ThenBy(c => c.NextDueAtUtc).ThenBy(c => c.Number, StringComparer.Ordinal)];

    private IQueryable<AidCase> Seen() => db.Cases.AsNoTracking().VisibleTo(db, officer);

    // The head's own, or those of whoever acts in the head's stead today; nobody decides what they proposed, or the head they stand for did.
    private IQueryable<CaseAssignment> Deciding()
    {
        var (me, decides) = (officer.Id, officer.Role == Roles.Director);
        var acting = AuthorityCheck.InForce(db, me, clock.Today).Where(authority => authority.DecidesProposals);
        return Live.Where(a => a.DecidingBody == DecidingBody.CentreDirector && a.ProposedById != me
            && (decides || acting.Any(authority => authority.PrincipalId != a.ProposedById)));
    }

    // What a declining or a reported conflict waits for: the head's ruling, or of whoever acts in the head's stead.
    private IQueryable<CaseAssignment> Ruling()
    {
        var (me, decides, centre) = (officer.Id, officer.Role == Roles.Director, officer.Role is Roles.Clerk or Roles.Director);
        var acting = AuthorityCheck.InForce(db, me, clock.Today);
        return Live.Where(a => centre && (
            (a.AwaitsRuling && a.ProposedById != me && (decides || (a.DecidingBody == DecidingBody.CentreDirector && acting.Any(x => x.DecidesProposals && x.PrincipalId != a.ProposedById))))
            || (db.ConflictReports.Any(r => r.AssignmentId == a.Id && r.Status == ConflictReportStatus.Waiting) && (decides || (a.ProposedById != me && acting.Any(x => x.Revokes && x.PrincipalId != a.ProposedById))))));
    }

    // Each case has one at most.
    private IQueryable<CaseAssignment> Live => db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status));

    private static CaseStatus[] WaitingFor(string role) => role switch
    {
        Roles.Clerk => [CaseStatus.Forwarded, CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.HandlerNamed],
        Roles.Director => [CaseStatus.Proposed, CaseStatus.Forwarded, CaseStatus.UnderExamination, CaseStatus.AwaitingAssignment],
        Roles.FirmAdministrator => [CaseStatus.Assigned],
        Roles.Practitioner => [CaseStatus.HandlerNamed],
        Roles.Bureau => [CaseStatus.Proposed],
        Roles.Section or Roles.Station or Roles.Reviewer or Roles.Recipient or Roles.Applicant or Roles.Administrator or Roles.Security or Roles.Auditor => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
