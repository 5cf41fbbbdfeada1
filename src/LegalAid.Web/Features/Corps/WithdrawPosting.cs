using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>
/// Takes a posting back with a reason (QDN-4.6a): the case is assigned directly again, whatever was bid or chosen; bids, finding and draw stay with it. Not while
/// a proposal rests on it, and once somebody was chosen only by the centre's head.
/// </summary>
public sealed class WithdrawPosting(AidDb db, PostingDesk desk, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CasePosting>?> RunAsync(Guid caseId, string reason, CancellationToken ct)
    {
        var posting = await db.CasePostings.SingleOrDefaultAsync(p => p.CaseId == caseId && p.Status != PostingStatus.Withdrawn, ct);
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (posting is null || aidCase is null || await desk.RulesAsync(aidCase.OfficeId, ct) is not { Posting: var rules })
        {
            return null;
        }

        if (Postings.WhyNotWithdraw(aidCase.Status == CaseStatus.AwaitingAssignment, posting.Status == PostingStatus.Chosen, officer.Role == Roles.Director, rules) is { } refusal)
        {
            return refusal;
        }

        posting.Status = PostingStatus.Withdrawn;
        (posting.WithdrawnReason, posting.WithdrawnById, posting.WithdrawnAtUtc) = (reason, officer.Id, clock.UtcNow);
        db.Entry(aidCase).Property(c => c.Status).IsModified = true;        // as in OpenPosting
        db.Note(posting.OfficeId, clock.UtcNow, Act.PostingWithdrawn, caseId, officer.Id, details: new { posting = posting.Id, best = posting.BestIds.Count, listHash = posting.ListHash });
        await db.SaveChangesAsync(ct);
        return posting;
    }
}
