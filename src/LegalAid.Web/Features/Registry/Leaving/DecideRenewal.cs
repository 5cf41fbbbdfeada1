using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The office keeps a member for the next years, or ends the membership from tomorrow on with a reason. Cases given before go on.</summary>
public sealed class DecideRenewal(AidDb db, RenewalReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Renewal>?> RunAsync(Guid renewalId, bool keeps, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var renewal = await db.Renewals.SingleOrDefaultAsync(r => r.Id == renewalId, ct);
        if (renewal is null || await LeavingPool.LockAsync(db, renewal.MembershipId, ct) is not { } member)
        {
            return null;
        }

        var day = clock.Today.AddDays(1);
        if ((await WhyNotAsync(renewal, keeps, note, ct) ?? (keeps || member.LeftOn is not null ? null : await WhyNotLeaveAsync(member, day, ct))) is { } refusal)
        {
            return refusal;
        }

        (renewal.Outcome, renewal.DecidedById, renewal.DecidedAtUtc, renewal.DecisionNote) = (keeps ? RenewalOutcome.Kept : RenewalOutcome.Ended, officer.Id, clock.UtcNow, note);
        db.Note(renewal.OfficeId, clock.UtcNow, Act.MemberRenewed, member.Id, officer.Id, details: new { renewal = renewal.Id, keeps });
        if (!keeps && member.LeftOn is null)
        {
            var places = await LeavingPool.EndAsync(db, member, day, ct);
            db.Note(renewal.OfficeId, clock.UtcNow, Act.MemberLeft, member.Id, officer.Id, "集中更新，不再续任", new { before = (DateOnly?)null, after = day, places = places.Select(p => new { p.Id, p.BalanceMillionths }) });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return renewal;
    }

    private async Task<Refusal?> WhyNotAsync(Renewal renewal, bool keeps, string? note, CancellationToken ct)
    {
        string[] clauses = await reader.RulesAsync(ct) is { } rules ? [rules.EveryYears.Clause] : [];
        return officer.Role != Roles.Director ? new("renewal-head", "是否续任由中心负责人决定。", clauses)
            : renewal.Outcome != RenewalOutcome.Waiting ? new("renewal-decided", "已经决定。", clauses)
            : !keeps && string.IsNullOrWhiteSpace(note) ? new("renewal-reason", "不再续任的，请写明理由。", clauses)
            : null;
    }

    private async Task<Refusal?> WhyNotLeaveAsync(Membership member, DateOnly day, CancellationToken ct) =>
        Departures.WhyNotLeave(new(member.JoinedOn, member.LeftOn, await DepartureFacts.LastGivenToMemberAsync(db, member.Id, ct)), day, clock.Today);
}
