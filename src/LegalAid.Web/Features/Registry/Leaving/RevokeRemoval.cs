using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The head gives a removal up after an objection: it bars nobody any more, and who was removed stands again in the pools and queues as on the day of the removal,
/// and leaves them on the day agreed to before, where there was one. What the removal did not end stays ended. Whose institution has closed meanwhile comes back by the roster.
/// </summary>
public sealed class RevokeRemoval(AidDb db, RosterRulesReader rules, RemovalBar bar, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RemovalProposal>?> RunAsync(Guid proposalId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var proposal = await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct);
        if (proposal is null || await LeavingPool.LockAsync(db, proposal.MembershipId, ct) is not { } member)
        {
            return null;
        }

        if (WhyNot(proposal) is { } refusal)
        {
            return refusal;
        }

        var removal = await db.PoolRemovals.SingleAsync(r => r.Id == proposal.Id, ct);
        removal.RevokedAtUtc = clock.UtcNow;
        (proposal.Status, proposal.UndoneReason) = (RemovalStatus.Revoked, reason);
        db.TellOfStanding(NoticeKind.RemovalRevoked, member, clock.UtcNow, Removals.TellsInstitution(await bar.RulesAsync(ct)));
        db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalRevoked, member.Id, officer.Id, details: new { removal = proposal.Id });
        var institution = await db.Institutions.SingleAsync(i => i.Id == member.InstitutionId, ct);
        if (removal.EndedOn is { } ended && member.LeftOn == ended
            && Departures.WhyNotReturn(new(member.JoinedOn, ended), new(institution.District, institution.ClosedOn), await rules.ReadAsync(ct), clock.Today) is null)
        {
            await RestoreAsync(member, institution, ended, removal.LeftOnBefore, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposal;
    }

    // An exit agreed to before the removal goes on as agreed (WZ-26.1); the removal alone is undone.
    private async Task RestoreAsync(Membership member, Institution institution, DateOnly ended, DateOnly? before, CancellationToken ct)
    {
        member.LeftOn = before;
        PoolStandings.Return(db, member, ended, takenBack: true, clock.Today);
        db.Note(member.OfficeId, clock.UtcNow, Act.DepartureWithdrawn, member.Id, officer.Id, "撤销清退", new { left = ended, before });
        await queues.JoinAsync([institution], [member], ended, ct);
        if (before is { } leaves)
        {
            PoolStandings.End(member, leaves);
            await db.SaveChangesAsync(ct);      // the places are looked for among what is kept
            await QueueLeavers.CloseAsync(db, [member.Id], leaves, ct);
        }
    }

    private Refusal? WhyNot(RemovalProposal proposal) =>
        officer.Role != Roles.Director ? new("removal-head", "撤销清退由中心负责人决定。", ["WZ-29.2a"])
        : proposal.Status != RemovalStatus.Removed ? new("removal-not-decided", "没有生效的清退决定。", ["WZ-29.2a"])
        : null;
}
