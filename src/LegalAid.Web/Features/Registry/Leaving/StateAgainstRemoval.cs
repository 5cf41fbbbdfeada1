using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The person concerned says what speaks against the proposed removal (陈述申辩): on the own page, or on paper that the centre enters.</summary>
public sealed class StateAgainstRemoval(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RemovalProposal>?> RunAsync(Guid proposalId, string statement, CancellationToken ct)
    {
        var own = officer.Role == Roles.Practitioner ? officer.MembershipId : null;
        var proposal = await db.RemovalProposals.SingleOrDefaultAsync(p => p.Id == proposalId && (officer.Role != Roles.Practitioner || p.MembershipId == own), ct);
        if (proposal is null)
        {
            return null;
        }

        if (proposal.Status != RemovalStatus.Waiting)
        {
            return new Refusal("removal-decided", "这份清退建议已经决定。", []);
        }

        if (proposal.Statement is not null)
        {
            return new Refusal("removal-stated", "已经陈述过，待决定。", []);
        }

        (proposal.Statement, proposal.StatedAtUtc) = (statement, clock.UtcNow);
        db.Note(proposal.OfficeId, clock.UtcNow, Act.RemovalStated, proposal.MembershipId, officer.Id, details: new { removal = proposal.Id });
        await db.SaveChangesAsync(ct);
        return proposal;
    }
}
