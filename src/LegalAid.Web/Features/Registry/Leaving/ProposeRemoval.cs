using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Why somebody is to be removed, by which clauses and laws, on what evidence, and when they were told.</summary>
public sealed record RemovalOrder(RemovalGround Ground, string Cited, string Reason, DateOnly ToldOn, byte[]? Evidence);

/// <summary>A clerk proposes a removal (清退建议, WZ-28). Nothing changes by it; the person concerned may say what speaks against it.</summary>
public sealed class ProposeRemoval(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RemovalProposal>?> RunAsync(Guid membershipId, RemovalOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { } member)
        {
            return null;
        }

        var rules = (await books.InForceOnAsync(member.OfficeId, clock.Today, ct)).Sanctions?.Removal;
        var waits = await db.RemovalProposals.AnyAsync(p => p.MembershipId == member.Id && p.Status == RemovalStatus.Waiting, ct);
        var removed = await db.PoolRemovals.AnyAsync(r => r.MembershipId == member.Id && r.RevokedAtUtc == null && r.DecidedOn >= member.JoinedOn, ct);
        if ((Removals.WhyNotPropose(rules, waits, removed, order.ToldOn, clock.Today) ?? PoolFileReading.WhyNot(order.Evidence)) is { } refusal)
        {
            return refusal;
        }

        var proposal = Record(member, order, rules!);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposal;
    }

    private RemovalProposal Record(Membership member, RemovalOrder order, RemovalRules rules)
    {
        var proposal = new RemovalProposal
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            Ground = order.Ground,
            Cited = order.Cited,
            Reason = order.Reason,
            ToldOn = order.ToldOn,
            HeardThrough = Removals.HeardThrough(order.ToldOn, rules),
            ProposedById = officer.Id,
            ProposedAtUtc = clock.UtcNow,
            Status = RemovalStatus.Waiting,
        };
        db.Add(proposal);
        if (order.Evidence is { } file)
        {
            db.Add(PoolFileReading.Of(member, proposal.Id, PoolFileKind.RemovalEvidence, file, cipher));
        }

        db.TellOfHearing(proposal, clock.UtcNow);
        db.Note(member.OfficeId, clock.UtcNow, Act.RemovalProposed, member.Id, officer.Id, details: new { removal = proposal.Id, ground = proposal.Ground, toldOn = proposal.ToldOn, bytes = order.Evidence?.Length });
        return proposal;
    }
}
