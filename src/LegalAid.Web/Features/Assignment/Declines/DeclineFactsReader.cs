using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Calendar;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>Gathers what declining an assignment is judged by, for the page and for the act alike.</summary>
public sealed class DeclineFactsReader(AidDb db, DeclineBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>The assignments that fell to this officer, whatever became of them; a proposal nobody agreed to is not known to them.</summary>
    public IQueryable<CaseAssignment> Own()
    {
        var (institution, member) = (officer.InstitutionId, officer.MembershipId);
        return db.Assignments.Where(a => a.DecidedAtUtc != null && a.Status != AssignmentStatus.Proposed && a.Status != AssignmentStatus.Rejected
            && (institution != null ? a.MembershipId == null && a.InstitutionId == institution : member != null && a.MembershipId == member));
    }

    public async Task<DeclineJudgement> ReadAsync(CaseAssignment assignment, bool hasEvidence, CancellationToken ct)
    {
        var moments = await db.Receptions.AsNoTracking().Where(r => r.AssignmentId == assignment.Id).Select(r => new { r.Kind, r.AtUtc }).ToListAsync(ct);
        var (served, accepted) = (moments.Find(r => r.Kind == ReceptionKind.Served)?.AtUtc, moments.Exists(r => r.Kind == ReceptionKind.Accepted));
        var open = assignment.MembershipId is null
            ? assignment.Status == AssignmentStatus.Approved
            : assignment.Status == AssignmentStatus.HandlerNamed && assignment.ReplyNumber is null && !accepted;
        var facts = new DeclineFacts(
            open,
            await db.Declines.AnyAsync(d => d.AssignmentId == assignment.Id, ct),
            clock.Now,
            Local(assignment.NamingDueAtUtc),
            Local(served),
            hasEvidence);
        var calendar = await WorkCalendars.FromAsync(db, DateOnly.FromDateTime(Local(served) ?? clock.Now), ct);
        return new(facts, await books.RulesAsync(assignment.OfficeId, clock.UtcNow, ct), calendar);
    }

    private static DateTime? Local(DateTime? utc) => utc is { } moment ? OfficeClock.ToLocal(moment) : null;
}

/// <summary>The facts with the book and the calendar they are judged by.</summary>
public sealed record DeclineJudgement(DeclineFacts Facts, DeclineRules Rules, WorkCalendar Calendar)
{
    public Refusal? WhyNot => Declining.WhyNotDecline(Facts, Rules, Calendar);

    /// <summary>Until when it can be declined; null without such a time.</summary>
    public DateTime? DueAtUtc => Declining.DueAt(Facts, Rules, Calendar) is { } due ? OfficeClock.ToUtc(due) : null;
}
