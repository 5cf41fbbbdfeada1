using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A letter or piece of evidence, opened.</summary>
public sealed record OpenedPoolFile(EvidenceType Type, byte[] Content);

/// <summary>Opens the letter of an exit or the evidence of a removal: the centre's alone, each look journalled before it is shown.</summary>
public sealed class OpenPoolFile(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<OpenedPoolFile>?> RunAsync(Guid subjectId, CancellationToken ct)
    {
        var file = await db.PoolFiles.AsNoTracking().SingleOrDefaultAsync(f => f.SubjectId == subjectId, ct);
        if (file is null)
        {
            return null;
        }

        db.Note(file.OfficeId, clock.UtcNow, Act.PoolFileOpened, file.MembershipId, officer.Id, details: new { kind = file.Kind });
        await db.SaveChangesAsync(ct);
        return new OpenedPoolFile(file.Type, cipher.OpenBytes(file.Content));
    }
}
