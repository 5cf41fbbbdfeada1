using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Documents;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The head decides on a proposed removal (WZ-29.2a). Removing ends both pools, the place in every queue and the line on the published list in one
/// transaction (WZ-29.2b), writes the decision with its number, and bars from this office (WZ-28.6).
/// </summary>
public sealed class DecideRemoval(AidDb db, OfficeBooks books, RemovalPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RemovalProposal>?> RunAsync(Guid proposalId, bool agrees, string note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var proposal = await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct);
        if (proposal is null || await LeavingPool.LockAsync(db, proposal.MembershipId, ct) is not { } member)
        {
            return null;
        }

        if ((await books.InForceOnAsync(proposal.OfficeId, clock.Today, ct)).Sanctions?.Removal is not { } rules)
        {
            return new Refusal("removal-unknown", "本机构的规则没有清退，不能决定。", []);
        }

        var proposed = new ProposedRemoval(proposal.Status == RemovalStatus.Waiting, proposal.ProposedById == officer.Id, proposal.HeardThrough, proposal.Statement is not null);
        if ((WhyNotHead(rules) ?? Removals.WhyNotDecide(proposed, rules, clock.Today)) is { } refusal)
        {
            return refusal;
        }

        (proposal.DecidedById, proposal.DecidedAtUtc, proposal.DecisionNote) = (officer.Id, clock.UtcNow, note);
        await (agrees ? RemoveAsync(proposal, member, rules, ct) : RejectAsync(proposal));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposal;
    }

    private Refusal? WhyNotHead(RemovalRules rules) =>
        officer.Role == Roles.Director ? null : new("removal-head", "清退由中心负责人决定。", [rules.NoticeClock.Clause]);

    private Task RejectAsync(RemovalProposal proposal)
    {
        proposal.Status = RemovalStatus.Rejected;
        db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalRejected, proposal.MembershipId, officer.Id, details: new { removal = proposal.Id });
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(RemovalProposal proposal, Membership member, RemovalRules rules, CancellationToken ct)
    {
        var today = clock.Today;
        proposal.Status = RemovalStatus.Removed;
        proposal.Number = await DocumentNumbers.NextAsync(db, proposal.OfficeId, DocumentKind.PoolRemoval, today.Year, ct);
        proposal.DueAtUtc = OfficeClock.ToUtc(Deadline.Count(clock.Now, rules.NoticeClock, await WorkCalendars.FromAsync(db, today, ct)).DueAt);
        var identity = await db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync(ct);
        DateOnly? ends = member.LeftOn <= today ? null : today < member.JoinedOn ? member.JoinedOn : today;
        db.Add(new PoolRemoval
        {
            Id = proposal.Id,
            OfficeId = proposal.OfficeId,
            MembershipId = member.Id,
            IdentityIndex = identity,
            Ground = proposal.Ground,
            Reason = proposal.Reason,
            DecidedOn = today,
            ProposedById = proposal.ProposedById,
            DecidedById = officer.Id,
            DecidedAtUtc = clock.UtcNow,
            EndedOn = ends,
            LeftOnBefore = ends is null ? null : member.LeftOn,
        });
        if (ends is { } day)
        {
            await LeavingPool.EndAsync(db, member, new(day, "清退", officer.Id, clock.UtcNow), ct);
        }

        await papers.IssueAsync(proposal, member, rules, ct);
        db.TellOfStanding(NoticeKind.RemovalDecided, member, clock.UtcNow, Removals.TellsInstitution(rules));
        db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalDecided, member.Id, officer.Id, details: new { removal = proposal.Id, number = proposal.Number });
    }
}
