using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>A file of evidence, opened.</summary>
public sealed record OpenedEvidence(EvidenceType Type, byte[] Content);

/// <summary>Takes the evidence of a declining away: the centre's alone, each look journalled before it is shown.</summary>
public sealed class OpenEvidence(AidDb db, RecusalCheck recusals, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<OpenedEvidence>?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        var found = await (
            from e in db.DeclineEvidence.AsNoTracking()
            join d in db.Declines on e.DeclineId equals d.Id
            where d.AssignmentId == assignmentId
            select new { e.OfficeId, e.Type, e.Content, CaseId = db.Assignments.Where(a => a.Id == d.AssignmentId).Select(a => a.CaseId).Single() }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        if (await recusals.WhyNotActAsync([found.CaseId], officer.Id, ct) is { } refusal)
        {
            return refusal;
        }

        db.Note(found.OfficeId, clock.UtcNow, Act.DeclineEvidenceOpened, found.CaseId, officer.Id, details: new { assignment = assignmentId });
        await db.SaveChangesAsync(ct);
        return new OpenedEvidence(found.Type, cipher.OpenBytes(found.Content));
    }
}
