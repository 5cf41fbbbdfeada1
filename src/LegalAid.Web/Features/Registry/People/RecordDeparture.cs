using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>The first day outside and the reason; where the book has exits, why this is none.</summary>
public sealed record DepartureOrder(DateOnly Day, string Reason, DepartureGround? Ground = null);

/// <summary>
/// Records that a member leaves the pool (离开): from that day on no case, and where the turn goes to persons no place in the queues.
/// Cases under way stay with the member until finished or changed (WZ-26.2). Where the book has exits, this is for what is none.
/// </summary>
public sealed class RecordDeparture(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, DepartureOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { } member)
        {
            return null;
        }

        var exit = (await books.InForceOnAsync(member.OfficeId, clock.Today, ct)).Sanctions?.Exit;
        var refusal = Departures.WhyNotRecord(order.Ground, officer.Role == Roles.Director, exit)
            ?? Departures.WhyNotLeave(new(member.JoinedOn, member.LeftOn, await DepartureFacts.LastGivenToMemberAsync(db, member.Id, ct)), order.Day, clock.Today);
        if (refusal is not null)
        {
            return refusal;
        }

        var ground = exit is null ? null : order.Ground;
        var reason = ground is { } known ? $"{Departures.NameOf(known)}：{order.Reason}" : order.Reason;
        await LeavingPool.EndAsync(db, member, new(order.Day, reason, officer.Id, clock.UtcNow, ground == DepartureGround.Death ? null : NoticeKind.LeftPool), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }
}
