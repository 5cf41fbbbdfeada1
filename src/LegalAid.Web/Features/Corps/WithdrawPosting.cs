using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>Takes a posting back with a reason (QDN-4.6a): the case is assigned directly again, whatever was bid or chosen. Not while a proposal rests on it.</summary>
public sealed class WithdrawPosting(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CasePosting>?> RunAsync(Guid caseId, string reason, CancellationToken ct)
    {
        var posting = await db.CasePostings.SingleOrDefaultAsync(p => p.CaseId == caseId && p.Status != PostingStatus.Withdrawn, ct);
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (posting is null || aidCase is null)
        {
            return null;
        }

        if (aidCase.Status != CaseStatus.AwaitingAssignment)
        {
            return new Refusal("posting-used", "本案不在待指派状态，不能撤回发布。", ["QDN-4.6b"]);
        }

        (posting.Status, posting.Reason, posting.EndedById, posting.EndedAtUtc) = (PostingStatus.Withdrawn, reason, officer.Id, clock.UtcNow);
        db.Entry(aidCase).Property(c => c.Status).IsModified = true;        // as in OpenPosting
        db.Note(posting.OfficeId, clock.UtcNow, Act.PostingWithdrawn, caseId, officer.Id, details: new { posting = posting.Id });
        await db.SaveChangesAsync(ct);
        return posting;
    }
}
