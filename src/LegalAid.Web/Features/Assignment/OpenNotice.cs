using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Opens a 《指派通知书》 with the recipient's whole contact on the screen, for a stated purpose that is journalled before it is shown.</summary>
public sealed class RevealNotice(AidDb db, AssignmentPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Paper?> RunAsync(Guid assignmentId, string purpose, CancellationToken ct)
    {
        var found = await db.Assignments.ReachedBy(officer).Where(a => a.Id == assignmentId).Select(a => new { a.OfficeId, a.CaseId, a.NoticeNumber }).SingleOrDefaultAsync(ct);
        if (found is null || await papers.NoticeAsync(assignmentId, ct) is not { } paper)
        {
            return null;
        }

        db.Note(found.OfficeId, clock.UtcNow, Act.PersonalDataRevealed, found.CaseId, officer.Id, purpose, new { which = "phone", notice = found.NoticeNumber });
        await db.SaveChangesAsync(ct);
        return paper;
    }
}

/// <summary>
/// Takes a 《指派通知书》 away as a Word file: with the recipient's whole contact for those who have to reach them, masked for the bureau.
/// Who took it is journalled first.
/// </summary>
public sealed class DownloadNotice(AidDb db, AssignmentPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Paper?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        var found = await db.Assignments.SeenBy(officer).Where(a => a.Id == assignmentId).Select(a => new { a.OfficeId, a.CaseId, a.NoticeNumber }).SingleOrDefaultAsync(ct);
        if (found is null || await papers.NoticeAsync(assignmentId, ct) is not { } paper)
        {
            return null;
        }

        var whole = await db.Assignments.ReachedBy(officer).AnyAsync(a => a.Id == assignmentId, ct);
        db.Note(found.OfficeId, clock.UtcNow, Act.NoticeDownloaded, found.CaseId, officer.Id, details: new { notice = found.NoticeNumber, whole });
        await db.SaveChangesAsync(ct);
        return whole ? paper : paper.Masked();
    }
}
