using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>The prefecture decides on a county's proposal, with reasons (QDN-4.2a). Agreeing carries it out: whoever joins is recorded, whoever leaves is outside from the day given.</summary>
public sealed class AnswerCorpsProposal(AidDb db, CorpsCandidates candidates, OfficeClock clock, CurrentOfficer officer)
{
    private const string Evidence = "县（市）书面建议，州司法局决定同意";

    public async Task<Outcome<CorpsProposalAnswer>?> RunAsync(Guid proposalId, CorpsAnswerForm form, CancellationToken ct)
    {
        if (await CorpsProposalsInSight.Proposals(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposalId, ct) is not { } proposal)
        {
            return null;
        }

        var (refusal, rules) = await candidates.HereAsync(ct);
        if (refusal is null && await CorpsProposalsInSight.Answers(db).AnyAsync(a => a.ProposalId == proposalId, ct))
        {
            refusal = new Refusal(Refusal.StaleCode, "已经答复。", [rules!.Membership.DecidedBy.Clause]);
        }

        refusal ??= form.Agrees!.Value ? await CarryOutAsync(proposal, form, rules!.Membership, ct) : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var answer = new CorpsProposalAnswer
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            ProposalId = proposalId,
            Agrees = form.Agrees!.Value,
            Reason = form.Reason.Trim(),
            DecidedById = officer.Id,
            DecidedAtUtc = clock.UtcNow,
        };
        db.Add(answer);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsProposalAnswered, proposalId, officer.Id, details: new { agrees = answer.Agrees });
        await db.SaveChangesAsync(ct);
        return answer;
    }

    // What the head would record on the person's page.
    private async Task<Refusal?> CarryOutAsync(CorpsProposal proposal, CorpsAnswerForm form, CorpsMembershipRules rules, CancellationToken ct)
    {
        if (await candidates.FindAsync(proposal.MembershipId, ct) is not { } candidate)
        {
            return new("not-on-roster", "本人已经不在县（市）名册上，不能按建议办理。", [rules.DecidedBy.Clause]);
        }

        var member = await candidates.RowsOf(candidate.PersonId).SingleOrDefaultAsync(m => m.LeftOn == null, ct);
        var end = CorpsProposals.EndOf(proposal.Kind);
        var refusal = end is null ? CorpsStanding.WhyNotJoin(member is not null, form.On, clock.Today, rules) : CorpsStanding.WhyNotEnd(member?.JoinedOn, form.On, clock.Today, rules);
        if (refusal is not null)
        {
            return refusal;
        }

        if (end is null)
        {
            member = new CorpsMember { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, PersonId = candidate.PersonId, JoinedOn = form.On, Evidence = Evidence, RecordedById = officer.Id };
            db.Add(member);
            db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsJoined, member.Id, officer.Id, details: new { since = form.On });
            return null;
        }

        (member!.LeftOn, member.End, member.EndReason, member.EndedById) = (form.On, end, form.Reason.Trim(), officer.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsEnded, member.Id, officer.Id, details: new { end, lastDay = form.On.AddDays(-1) });
        return null;
    }
}
