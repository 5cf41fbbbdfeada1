using LegalAid.Rules.Assignment;
using LegalAid.Rules.Corps;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Corps;

/// <summary>The posting of a case as its assignment is decided from it: bids that stand, and the finding once it is made.</summary>
internal static class PostedCases
{
    /// <summary>Null where the case was not posted or the posting was withdrawn, and where the book knows none.</summary>
    public static async Task<PostedCase?> OfAsync(AidDb db, Guid caseId, CorpsPostingRules? rules, DateTime now, CancellationToken ct)
    {
        if (rules is null || await db.CasePostings.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == caseId && p.Status != PostingStatus.Withdrawn, ct) is not { } posting)
        {
            return null;
        }

        var closesAt = OfficeClock.ToLocal(posting.ClosesAtUtc);
        return new(closesAt, now >= closesAt, await BidsAsync(db, posting, ct), posting.SeedHash, rules.Choice.Clause)
        {
            Best = posting.Status == PostingStatus.Chosen ? posting.BestIds : null,
            Seed = posting.Seed,
            Drawn = posting.Seed is null ? null : posting.DrawnIds,
        };
    }

    // The lot was drawn over the numbers of that moment; a number put right since does not draw it anew.
    private static async Task<List<PostedBid>> BidsAsync(AidDb db, CasePosting posting, CancellationToken ct)
    {
        var bids = await (
            from b in db.PostingBids.AsNoTracking()
            where b.PostingId == posting.Id && b.WithdrawnAtUtc == null
            join m in db.Memberships on b.MembershipId equals m.Id
            orderby m.LicenceNumber
            select new PostedBid(m.Id, m.LicenceNumber)).ToListAsync(ct);
        var drawn = posting.DrawnIds.Zip(posting.Drawn).ToDictionary(pair => pair.First, pair => pair.Second);
        return bids.ConvertAll(bid => drawn.TryGetValue(bid.MemberId, out var number) ? bid with { DrawnBy = number } : bid);
    }
}
