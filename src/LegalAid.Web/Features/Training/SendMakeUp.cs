using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Somebody who missed a training sends what shows that they made up for it (补课, QDN-4.5b); the centre confirms it.</summary>
public sealed class SendMakeUp(AidDb db, OwnAttendances own, AttendElsewhere elsewhere, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid trainingId, byte[] file, CancellationToken ct)
    {
        if (await own.Standing().SingleOrDefaultAsync(a => a.EventId == trainingId, ct) is not { } attendance)
        {
            return null;
        }

        if (Attending.WhyNotMakeUp(attendance.FactsOf(attendance.Event), clock.UtcNow) is { } refusal)
        {
            return refusal;
        }

        if (FilesHandedIn.WhyNotPaper("补课材料", file) is { } notTaken)
        {
            return notTaken;
        }

        var proof = new MakeUpProof { Id = Guid.CreateVersion7(), OfficeId = attendance.OfficeId, AttendanceId = attendance.Id, SentAtUtc = clock.UtcNow, Type = EvidenceTypes.Of(file)!.Value, Bytes = file.Length, Content = cipher.Seal(file) };
        if (elsewhere.Is(attendance))
        {
            return await elsewhere.MakeUpAsync(attendance, proof, new { training = trainingId, bytes = file.Length }, ct);
        }

        attendance.MakeUpSentAtUtc = clock.UtcNow;
        db.Add(proof);
        db.Note(attendance.OfficeId, clock.UtcNow, Act.MakeUpSent, attendance.SubjectId, officer.Id, details: new { training = trainingId, bytes = file.Length });
        await db.SaveChangesAsync(ct);
        return attendance;
    }
}
