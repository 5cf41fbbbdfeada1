using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>A file handed in with a proposal, opened.</summary>
public sealed record OpenedProposalFile(EvidenceType Type, byte[] Content);

/// <summary>Takes the file of a proposal away: the county's and the prefecture's centre, each look in the journal of whoever looks.</summary>
public sealed class OpenCorpsProposalFile(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<OpenedProposalFile?> RunAsync(Guid proposalId, CancellationToken ct)
    {
        if (await CorpsProposalsInSight.Files(db).AsNoTracking().SingleOrDefaultAsync(f => f.ProposalId == proposalId, ct) is not { } file)
        {
            return null;
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsProposalFileOpened, proposalId, officer.Id);
        await db.SaveChangesAsync(ct);
        return new(file.Type, cipher.OpenBytes(file.Content));
    }
}
