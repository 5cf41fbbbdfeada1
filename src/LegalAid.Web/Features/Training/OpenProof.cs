using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>A file of proof, opened.</summary>
public sealed record OpenedProof(EvidenceType Type, byte[] Content);

/// <summary>Takes the newest proof of a made-up training away: the centre's alone, each look journalled before it is shown.</summary>
public sealed class OpenProof(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<OpenedProof?> RunAsync(Guid attendanceId, CancellationToken ct)
    {
        var found = await (
            from p in db.MakeUpProofs.AsNoTracking()
            join a in db.TrainingAttendances on p.AttendanceId equals a.Id
            where a.Id == attendanceId
            orderby p.SentAtUtc descending, p.Id descending
            select new { p.OfficeId, p.Type, p.Content, SubjectId = a.MembershipId ?? a.CorpsMemberId ?? a.Id, a.EventId }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        db.Note(found.OfficeId, clock.UtcNow, Act.MakeUpProofOpened, found.SubjectId, officer.Id, details: new { training = found.EventId });
        await db.SaveChangesAsync(ct);
        return new(found.Type, cipher.OpenBytes(found.Content));
    }
}
