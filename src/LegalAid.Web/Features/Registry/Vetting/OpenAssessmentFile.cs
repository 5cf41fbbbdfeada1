using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>The sheet of an assessment, opened.</summary>
public sealed record AssessmentFile(EvidenceType Type, byte[] Content);

/// <summary>Takes the sheet of the latest assessment away; each look is journalled before it is shown.</summary>
public sealed class OpenAssessmentFile(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AssessmentFile>?> RunAsync(Guid applicationId, CancellationToken ct)
    {
        var found = await db.AdmissionAssessments.AsNoTracking().Where(a => a.ApplicationId == applicationId && a.File != null)
            .OrderByDescending(a => a.RecordedAtUtc).ThenByDescending(a => a.Id).Select(a => new { a.FileType, a.File }).FirstOrDefaultAsync(ct);
        if (found is not { FileType: { } type, File: { } file })
        {
            return null;
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.AssessmentFileOpened, applicationId, officer.Id);
        await db.SaveChangesAsync(ct);
        return new AssessmentFile(type, cipher.OpenBytes(file));
    }
}
