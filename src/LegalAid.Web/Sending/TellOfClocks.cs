using System.Linq.Expressions;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>Tells, once, of every clock that ends within a day: the institution that is to name a handler, whoever in the office has the case, and the centre's head of the statute's.</summary>
public sealed class TellOfClocks(AidDb db, OfficeClock clock)
{
    private static readonly CaseStatus[] BeforeNaming = [CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.Assigned];
    private static readonly CaseStatus[] UnderWay = [CaseStatus.UnderExamination, .. BeforeNaming, CaseStatus.HandlerNamed];
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var (now, until) = (clock.UtcNow, clock.UtcNow + Ahead);
        foreach (var aidCase in await NotTold(NoticeKind.ClockNearsEnd, c => c.NextDueAtUtc).Where(c => c.NextDueAtUtc > now && c.NextDueAtUtc <= until).ToListAsync(ct))
        {
            await TellOfNextAsync(aidCase, now, ct);
        }

        // A notice's statutory clock runs until the authority was told: as long as the case has something due.
        var statutory = NotTold(NoticeKind.StatutoryNearsEnd, c => c.StatutoryDueAtUtc)
            .Where(c => c.StatutoryDueAtUtc > now && c.StatutoryDueAtUtc <= until && (BeforeNaming.Contains(c.Status) || (c.Status == CaseStatus.HandlerNamed && c.NextDueAtUtc != null)));
        foreach (var aidCase in await statutory.ToListAsync(ct))
        {
            db.TellOfficers(NoticeKind.StatutoryNearsEnd, await db.OpenAccountsAsync(aidCase.OfficeId, Roles.Director, ct), aidCase, now, dueAtUtc: aidCase.StatutoryDueAtUtc);
        }

        await db.SaveChangesAsync(ct);
    }

    private IQueryable<AidCase> NotTold(NoticeKind kind, Expression<Func<AidCase, DateTime?>> due)
    {
        var cases = db.Cases.AsNoTracking().Where(c => UnderWay.Contains(c.Status));
        return kind == NoticeKind.StatutoryNearsEnd
            ? cases.Where(c => !db.Notices.Any(n => n.CaseId == c.Id && n.DueAtUtc == c.StatutoryDueAtUtc && n.Kind == NoticeKind.StatutoryNearsEnd)).OrderBy(due)
            : cases.Where(c => !db.Notices.Any(n => n.CaseId == c.Id && n.DueAtUtc == c.NextDueAtUtc && (n.Kind == NoticeKind.ClockNearsEnd || n.Kind == NoticeKind.NamingNearsEnd))).OrderBy(due);
    }

    private async Task TellOfNextAsync(AidCase aidCase, DateTime now, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == aidCase.Id && !AssignmentStatuses.Undone.Contains(a.Status), ct);
        if (aidCase.Status == CaseStatus.Assigned && assignment is not null)
        {
            db.Add(CaseNotices.New(NoticeKind.NamingNearsEnd, aidCase, now, new(InstitutionId: assignment.InstitutionId), assignment.Id, aidCase.NextDueAtUtc));
            return;
        }

        var role = aidCase.Status != CaseStatus.Proposed ? Roles.Clerk
            : assignment is { DecidingBody: DecidingBody.BureauAfterDiscussion, ReportNumber: not null } ? Roles.Bureau
            : Roles.Director;
        db.TellOfficers(NoticeKind.ClockNearsEnd, await db.OpenAccountsAsync(aidCase.OfficeId, role, ct), aidCase, now, assignment?.Id, aidCase.NextDueAtUtc);
    }
}
