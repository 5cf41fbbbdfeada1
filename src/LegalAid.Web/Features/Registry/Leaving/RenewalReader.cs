using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member in a round of renewal with what the program itself knows of the work (档案).</summary>
public sealed record RenewalRow(Guid Id, Guid MembershipId, string Name, string Institution, int Cases, int Unqualified, int Absences, DateTime? ConfirmedAtUtc, string? Statement, RenewalOutcome Outcome, string? DecisionNote);

/// <summary>What the book says of renewal, and the round that is open.</summary>
public sealed class RenewalReader(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<RenewalRules?> RulesAsync(CancellationToken ct)
    {
        var book = await books.InForceOnAsync(officer.OfficeId, clock.Today, ct);
        return book.Recruitment?.Pools is { } pools ? new(pools.RenewedEveryYears, pools.ChangedBetweenRenewals)
            : book.Corps?.Membership is { } corps ? new(corps.AdjustedEveryYears, corps.AdjustableBetween)
            : null;
    }

    /// <summary>The day the next round is due; null where the book knows none.</summary>
    public async Task<DateOnly?> DueOnAsync(CancellationToken ct)
    {
        if (await RulesAsync(ct) is not { } rules)
        {
            return null;
        }

        var last = await db.RenewalRounds.MaxAsync(r => (DateOnly?)r.OpenedOn, ct);
        return Renewals.DueOn(last, (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Book.InForceFrom, rules);
    }

    public Task<RenewalRound?> OpenAsync(CancellationToken ct) => db.RenewalRounds.SingleOrDefaultAsync(r => r.ClosedOn == null, ct);

    public IQueryable<RenewalRow> Rows(IQueryable<Renewal> renewals) =>
        from r in renewals.AsNoTracking()
        join m in db.Memberships on r.MembershipId equals m.Id
        orderby r.Outcome == RenewalOutcome.Waiting descending, m.RosterName ?? m.Person.Name, r.Id
        select new RenewalRow(
            r.Id, m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name,
            db.CaseHandlers.Count(h => h.MembershipId == m.Id && db.Assignments.Any(a => a.Id == h.AssignmentId && !AssignmentStatuses.Undone.Contains(a.Status))),
            m.Grades.Count(g => g.Grade == Grade.Unqualified), m.Absences.Count(a => a.VoidedAtUtc == null), r.ConfirmedAtUtc, r.Statement, r.Outcome, r.DecisionNote);
}
