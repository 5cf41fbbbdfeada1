using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Takes back a departure recorded by mistake (撤回离开登记): pools, places and balances are as if it never had been. Who exited or was removed comes by a new application.
/// </summary>
public sealed class TakeBackDeparture(AidDb db, RosterRulesReader rules, RemovalBar bar, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { } member)
        {
            return null;
        }

        var institution = await db.Institutions.SingleAsync(i => i.Id == member.InstitutionId, ct);
        if (await WhyNotAsync(member, institution, ct) is { } refusal)
        {
            return refusal;
        }

        var left = member.LeftOn!.Value;
        db.Note(officer.OfficeId, clock.UtcNow, Act.DepartureWithdrawn, member.Id, officer.Id, reason, new { left, joinedBefore = member.JoinedOn });
        member.LeftOn = null;
        PoolStandings.Return(db, member, left, takenBack: true, clock.Today);
        await queues.JoinAsync([institution], [member], left, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private async Task<Refusal?> WhyNotAsync(Membership member, Institution institution, CancellationToken ct) =>
        await bar.WhyNotAsync(member.PersonId, ct)
        ?? await DepartureFacts.WhyNotTakeBackAsync(db, member, officer.Role == Roles.Director, clock.Today, ct)
        ?? Departures.WhyNotReturn(new(member.JoinedOn, member.LeftOn), new(institution.District, institution.ClosedOn), await rules.ReadAsync(ct), clock.Today);
}
