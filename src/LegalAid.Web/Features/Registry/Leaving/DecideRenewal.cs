using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The office keeps members for the next years, or ends a membership with a reason: in the pool from tomorrow on, in the corps from today. Cases given before go on.
/// Several are decided together or not at all.
/// </summary>
public sealed class DecideRenewal(AidDb db, RenewalReader reader, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<IReadOnlyList<Renewal>>?> RunAsync(IReadOnlyList<Guid> renewalIds, bool keeps, string? note, CancellationToken ct)
    {
        if (renewalIds.Count == 0)
        {
            return new Refusal("renewal-nobody", "请勾选要决定的人员。", []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var renewals = await db.Renewals.Where(r => renewalIds.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
        if (renewals.Count != renewalIds.Distinct().Count())
        {
            return null;
        }

        var rules = await reader.RulesAsync(renewals[0].OfficeId, ct);
        foreach (var renewal in renewals)
        {
            var no = WhyNot(renewal, keeps, note, rules) ?? await EndAsync(renewal, keeps, note, ct);
            if (no is not null)
            {
                return no;
            }

            (renewal.Outcome, renewal.DecidedById, renewal.DecidedAtUtc, renewal.DecisionNote) = (keeps ? RenewalOutcome.Kept : RenewalOutcome.Ended, officer.Id, clock.UtcNow, note);
            db.Note(renewal.OfficeId, clock.UtcNow, Act.MemberRenewed, renewal.CorpsMemberId ?? renewal.MembershipId!.Value, officer.Id, details: new { renewal = renewal.Id, keeps });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return renewals;
    }

    private Refusal? WhyNot(Renewal renewal, bool keeps, string? note, RenewalRules? rules)
    {
        string[] clauses = rules is null ? [] : [rules.EveryYears.Clause];
        return officer.Role != Roles.Director ? new("renewal-head", "是否续任由中心负责人决定。", clauses)
            : renewal.Outcome != RenewalOutcome.Waiting ? new("renewal-decided", "已经决定。", clauses)
            : Renewals.WhyNotDecide(keeps, renewal.ConfirmedAtUtc is not null, note, rules);
    }

    private async Task<Refusal?> EndAsync(Renewal renewal, bool keeps, string? note, CancellationToken ct) =>
        keeps ? null
        : renewal.CorpsMemberId is { } corps ? await EndInCorpsAsync(corps, note, ct)
        : await EndInPoolAsync(renewal.MembershipId!.Value, ct);

    private async Task<Refusal?> EndInPoolAsync(Guid membershipId, CancellationToken ct)
    {
        var day = clock.Today.AddDays(1);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member)
        {
            return null;
        }

        if (Departures.WhyNotLeave(new(member.JoinedOn, member.LeftOn, await DepartureFacts.LastGivenToMemberAsync(db, member.Id, ct)), day, clock.Today) is { } refusal)
        {
            return refusal;
        }

        await LeavingPool.EndAsync(db, member, new(day, "集中更新，不再续任", officer.Id, clock.UtcNow, NoticeKind.LeftPool), ct);
        return null;
    }

    // The member's own row is changed, so two who decide at once meet its version (QDN-4.1b, QDN-4.1d).
    private async Task<Refusal?> EndInCorpsAsync(Guid corpsMemberId, string? note, CancellationToken ct)
    {
        var member = await db.CorpsMembers.SingleAsync(m => m.Id == corpsMemberId, ct);
        if (member.LeftOn is not null)
        {
            return null;
        }

        if (await books.CorpsOnAsync(member.OfficeId, clock.UtcNow, ct) is { } rules && CorpsStanding.WhyNotEnd(member.JoinedOn, clock.Today, clock.Today, rules.Membership) is { } refusal)
        {
            return refusal;
        }

        (member.LeftOn, member.End, member.EndReason, member.EndedById) = (clock.Today, CorpsEnd.Adjusted, note, officer.Id);
        db.Note(member.OfficeId, clock.UtcNow, Act.CorpsEnded, member.Id, officer.Id, details: new { end = member.End, lastDay = clock.Today.AddDays(-1) });
        return null;
    }
}
