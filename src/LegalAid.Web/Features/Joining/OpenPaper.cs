using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>A paper, opened.</summary>
public sealed record OpenedPaper(ApplicationPaperKind Kind, EvidenceType Type, byte[] Content);

/// <summary>Opens a paper of an application for whoever may read it: the applicant, the own institution, the centre; each look of another's is journalled before it is shown.</summary>
public sealed class OpenPaper(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<OpenedPaper?> RunAsync(Guid paperId, CancellationToken ct)
    {
        var found = await (
            from p in db.ApplicationPapers.AsNoTracking()
            where p.Id == paperId
            join a in db.PoolApplications.VisibleTo(officer) on p.ApplicationId equals a.Id
            select new { Paper = p, a.ApplicantId }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        if (found.ApplicantId != officer.Id)
        {
            db.Note(found.Paper.OfficeId, clock.UtcNow, Act.ApplicationPaperOpened, found.Paper.ApplicationId, officer.Id, details: new { kind = found.Paper.Kind });
            await db.SaveChangesAsync(ct);
        }

        return new(found.Paper.Kind, found.Paper.Type, cipher.OpenBytes(found.Paper.Content));
    }
}
