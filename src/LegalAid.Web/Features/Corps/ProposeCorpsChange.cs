using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>A county proposes to the prefecture, in writing, that somebody of its roster join the corps or leave it (QDN-4.2a). Nothing changes until the prefecture decides.</summary>
public sealed class ProposeCorpsChange(AidDb db, CorpsCandidates candidates, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CorpsProposal>?> RunAsync(Guid membershipId, CorpsProposalForm form, byte[]? file, CancellationToken ct)
    {
        if (await db.Memberships.AsNoTracking().Where(m => m.Id == membershipId && m.LeftOn == null).Select(m => (Guid?)m.PersonId).SingleOrDefaultAsync(ct) is not { } personId)
        {
            return null;
        }

        var rules = (await candidates.HereAsync(ct)).Rules;
        var isPrefecture = await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct);
        var isMember = await CorpsMembers.On(db, clock.Today).AnyAsync(m => m.PersonId == personId, ct);
        var earlier = await db.CorpsProposals.Where(p => p.MembershipId == membershipId).Select(p => p.Id).ToListAsync(ct);
        var answered = await CorpsProposalsInSight.Answers(db).CountAsync(a => earlier.Contains(a.ProposalId), ct);
        if ((CorpsProposals.WhyNotPropose(form.Kind!.Value, isMember, answered < earlier.Count, isPrefecture, rules) ?? FilesHandedIn.WhyNotPaper("附件", file)) is { } refusal)
        {
            return refusal;
        }

        var proposal = new CorpsProposal
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MembershipId = membershipId,
            Turn = earlier.Count + 1,
            Kind = form.Kind.Value,
            Reason = form.Reason.Trim(),
            ProposedById = officer.Id,
            ProposedAtUtc = clock.UtcNow,
        };
        Record(proposal, file);
        await db.SaveChangesAsync(ct);
        return proposal;
    }

    private void Record(CorpsProposal proposal, byte[]? file)
    {
        db.Add(proposal);
        if (file is not null)
        {
            db.Add(new CorpsProposalFile { Id = Guid.CreateVersion7(), OfficeId = proposal.OfficeId, ProposalId = proposal.Id, Type = EvidenceTypes.Of(file)!.Value, Bytes = file.Length, Content = cipher.Seal(file) });
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsChangeProposed, proposal.MembershipId, officer.Id, details: new { proposal = proposal.Id, bytes = file?.Length });
    }
}
