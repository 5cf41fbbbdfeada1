using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Records that a member leaves the pool (离开): from that day on no case, and where the turn goes to persons no place in the queues.
/// Cases under way stay with the member until finished or changed (WZ-26.2).
/// </summary>
public sealed class RecordDeparture(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, DateOnly day, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var member = (await db.Memberships.FromSql($"select *, xmin from memberships where id = {membershipId} for no key update").WithStandings().ToListAsync(ct)).SingleOrDefault();
        if (member is null)
        {
            return null;
        }

        if (Departures.WhyNotLeave(new(member.JoinedOn, member.LeftOn, await DepartureFacts.LastGivenToMemberAsync(db, member.Id, ct)), day, clock.Today) is { } refusal)
        {
            return refusal;
        }

        var places = await QueueLeavers.CloseAsync(db, [member.Id], day, ct);
        member.LeftOn = day;
        PoolStandings.End(member, day);
        db.Note(officer.OfficeId, clock.UtcNow, Act.MemberLeft, member.Id, officer.Id, reason, new { before = (DateOnly?)null, after = day, places = places.Select(p => new { p.Id, p.BalanceMillionths }) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }
}
