using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Takes back a departure whose day has not gone by, or that was recorded today (撤回), or admits anew who left before (重新入库). Who is admitted anew stands at the end of the
/// queues with balance 0; the old place and its balance stay closed.
/// </summary>
public sealed class ReadmitMember(AidDb db, RosterRulesReader rules, RemovalBar bar, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var member = (await db.Memberships.FromSql($"select *, xmin from memberships where id = {membershipId} for no key update").Include(m => m.Institution).WithStandings().ToListAsync(ct)).SingleOrDefault();
        if (member is null)
        {
            return null;
        }

        var institution = member.Institution;
        var stands = Departures.WhyNotReturn(new(member.JoinedOn, member.LeftOn), new(institution.District, institution.ClosedOn), await rules.ReadAsync(ct), clock.Today);
        if ((stands ?? await bar.WhyNotAsync(member.PersonId, ct)) is { } refusal)
        {
            return refusal;
        }

        var left = member.LeftOn!.Value;
        var takenBack = Departures.IsTakenBack(left, clock.Today, await DepartureFacts.RecordedOnAsync(db, member.Id, ct));
        Record(member, left, takenBack, reason);
        await queues.JoinAsync([institution], [member], takenBack ? left : clock.Today, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private void Record(Membership member, DateOnly left, bool takenBack, string reason)
    {
        var act = takenBack ? Act.DepartureWithdrawn : Act.MemberReadmitted;
        db.Note(officer.OfficeId, clock.UtcNow, act, member.Id, officer.Id, reason, new { left, joinedBefore = member.JoinedOn });
        member.LeftOn = null;
        PoolStandings.Return(db, member, left, takenBack, clock.Today);
        member.JoinedOn = takenBack ? member.JoinedOn : clock.Today;
    }
}
