using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The head gives a removal up after an objection: it bars nobody any more, and who was removed stands again in the pools and queues as on the day of the removal.
/// Whose institution has closed meanwhile comes back by the roster.
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
        if (member.LeftOn is { } left && left == removal.DecidedOn && Departures.WhyNotReturn(new(member.JoinedOn, left), new(institution.District, institution.ClosedOn), await rules.ReadAsync(ct), clock.Today) is null)
        {
            member.LeftOn = null;
            PoolStandings.Return(db, member, left, takenBack: true, clock.Today);
            db.Note(proposal.OfficeId, clock.UtcNow, Act.DepartureWithdrawn, member.Id, officer.Id, "撤销清退", new { left });
            await queues.JoinAsync([institution], [member], left, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposal;
    }

    private Refusal? WhyNot(RemovalProposal proposal) =>
        officer.Role != Roles.Director ? new("removal-head", "撤销清退由中心负责人决定。", ["WZ-29.2a"])
        : proposal.Status != RemovalStatus.Removed ? new("removal-not-decided", "没有生效的清退决定。", ["WZ-29.2a"])
        : null;
}
