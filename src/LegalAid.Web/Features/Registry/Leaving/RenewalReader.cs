using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A member in a round of renewal with what the program itself knows of the work (档案); of the corps, at whichever county it was done.</summary>
public sealed record RenewalRow(
    Guid Id, Guid? MembershipId, string Name, string Institution, int Cases, int Unqualified, int Absences, DateTime? ConfirmedAtUtc, string? Statement, RenewalOutcome Outcome, string? DecisionNote);

/// <summary>What an office's book says of renewal, and the round that is open.</summary>
public sealed class RenewalReader(AidDb db, OfficeBooks books, OfficeClock clock)
{
    /// <summary>Null where the book knows none, and at a county whose prefecture alone says who is in the corps (QDN-4.2a).</summary>
    public async Task<RenewalRules?> RulesAsync(Guid officeId, CancellationToken ct)
    {
        var book = await books.InForceOnAsync(officeId, clock.Today, ct);
        return book.Recruitment?.Pools is { } pools ? new(pools.RenewedEveryYears, pools.ChangedBetweenRenewals)
            : book.Corps?.Membership is { } corps && await db.Offices.AnyAsync(o => o.Id == officeId && o.ParentId == null, ct)
                ? new(corps.AdjustedEveryYears, corps.AdjustableBetween, corps.AdjustmentMonth, OfCorps: true)
            : null;
    }

    /// <summary>The day the next round is due; null where the book knows none.</summary>
    public async Task<DateOnly?> DueOnAsync(Guid officeId, CancellationToken ct)
    {
        if (await RulesAsync(officeId, ct) is not { } rules)
        {
            return null;
        }

        var last = await db.RenewalRounds.Where(r => r.OfficeId == officeId).MaxAsync(r => (DateOnly?)r.OpenedOn, ct);
        return Renewals.DueOn(last, (await books.InForceOnAsync(officeId, clock.Today, ct)).Book.InForceFrom, rules);
    }

    public Task<RenewalRound?> OpenAsync(Guid officeId, CancellationToken ct) => db.RenewalRounds.SingleOrDefaultAsync(r => r.OfficeId == officeId && r.ClosedOn == null, ct);

    /// <summary>Who is not decided on first; a page of them. A prefecture looks for the corps' work on its counties' rosters too, and comes back.</summary>
    public async Task<IReadOnlyList<RenewalRow>> RowsAsync(IQueryable<Renewal> renewals, Guid officeId, int skip, int take, CancellationToken ct)
    {
        var own = renewals.Where(r => r.OfficeId == officeId).AsNoTracking();
        return await InSightAsync(officeId, async () => await (await own.AnyAsync(r => r.CorpsMemberId != null, ct) ? OfCorps(own) : OfPool(own)).Skip(skip).Take(take).ToListAsync(ct), ct);
    }

    /// <summary>Asks with the rosters of the offices below in sight, and comes back.</summary>
    public async Task<T> InSightAsync<T>(Guid officeId, Func<Task<T>> ask, CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Where(o => o.Id == officeId || o.ParentId == officeId).Select(o => o.Id).ToListAsync(ct), ct);
        var answer = await ask();
        await db.SeeAsync([officeId], ct);
        return answer;
    }

    private IQueryable<RenewalRow> OfPool(IQueryable<Renewal> renewals) =>
        from r in renewals
        join m in db.Memberships on r.MembershipId equals m.Id
        orderby r.Outcome == RenewalOutcome.Waiting descending, EF.Property<string>(m, ShownNames.Column), r.Id
        select new RenewalRow(
            r.Id, m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name,
            db.CaseHandlers.Count(h => h.MembershipId == m.Id && db.Assignments.Any(a => a.Id == h.AssignmentId && !AssignmentStatuses.Undone.Contains(a.Status))),
            EffectiveGrades.In(db).Count(g => g.MembershipId == m.Id && g.Grade == Grade.Unqualified), m.Absences.Count(a => a.VoidedAtUtc == null), r.ConfirmedAtUtc, r.Statement, r.Outcome, r.DecisionNote);

    private IQueryable<RenewalRow> OfCorps(IQueryable<Renewal> renewals) =>
        from r in renewals
        join c in db.CorpsMembers on r.CorpsMemberId equals c.Id
        join p in db.Persons on c.PersonId equals p.Id
        orderby r.Outcome == RenewalOutcome.Waiting descending, EF.Functions.Collate(p.Name, ShownNames.PinyinOrder), r.Id
        select new RenewalRow(
            r.Id, db.Memberships.Where(m => m.PersonId == p.Id).OrderBy(m => m.LeftOn != null).ThenBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefault(), p.Name,
            db.Memberships.Where(m => m.PersonId == p.Id).OrderBy(m => m.LeftOn != null).ThenBy(m => m.Id).Select(m => m.Institution.Name).FirstOrDefault() ?? "—",
            db.CaseHandlers.Count(h => db.Memberships.Any(m => m.Id == h.MembershipId && m.PersonId == p.Id) && db.Assignments.Any(a => a.Id == h.AssignmentId && !AssignmentStatuses.Undone.Contains(a.Status))),
            EffectiveGrades.In(db).Count(g => db.Memberships.Any(m => m.Id == g.MembershipId && m.PersonId == p.Id) && g.Grade == Grade.Unqualified),
            db.Absences.Count(a => db.Memberships.Any(m => m.Id == a.MembershipId && m.PersonId == p.Id) && a.VoidedAtUtc == null), r.ConfirmedAtUtc, r.Statement, r.Outcome, r.DecisionNote);
}
