using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>What became of a bid.</summary>
public sealed record PlacedBid(Guid PostingId, bool TakenBack);

/// <summary>A practitioner bids for a posted case, or takes the bid back, as long as its window is open (QDN-4.6b). Who was first does not matter.</summary>
public sealed class PlaceBid(AidDb db, PostingDesk desk, OpenPostings open, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PlacedBid>?> RunAsync(Guid postingId, bool takesBack, CancellationToken ct)
    {
        if (await db.CasePostings.AsNoTracking().SingleOrDefaultAsync(p => p.Id == postingId, ct) is not { } posting)
        {
            return await ElsewhereAsync(postingId, takesBack, ct) ? (Outcome<PlacedBid>)new PlacedBid(postingId, takesBack) : null;
        }

        if (await desk.RulesAsync(posting.OfficeId, ct) is not { } rules || await open.BidderAsync(ct) is not { } bidder || officer.MembershipId is not { } member)
        {
            return null;
        }

        if (Postings.WhyNotBid(bidder, posting.Status == PostingStatus.Open, clock.UtcNow, posting.ClosesAtUtc, rules) is { } refusal)
        {
            return refusal;
        }

        var bid = await db.PostingBids.SingleOrDefaultAsync(b => b.PostingId == postingId && b.MembershipId == member, ct);
        var stands = bid is { WithdrawnAtUtc: null };
        if (stands != takesBack)
        {
            return takesBack ? new Refusal("no-bid", "您没有报名。", [rules.Posting.Allowed.Clause]) : new Refusal("bid-twice", "您已经报名。", [rules.Posting.Allowed.Clause]);
        }

        Record(posting, bid, member, takesBack);
        await db.SaveChangesAsync(ct);
        return new PlacedBid(postingId, takesBack);
    }

    private void Record(CasePosting posting, PostingBid? bid, Guid member, bool takesBack)
    {
        if (bid is null)
        {
            bid = new() { Id = Guid.CreateVersion7(), OfficeId = posting.OfficeId, PostingId = posting.Id, MembershipId = member, AtUtc = clock.UtcNow };
            db.Add(bid);
        }

        bid.AtUtc = takesBack ? bid.AtUtc : clock.UtcNow;
        bid.WithdrawnAtUtc = takesBack ? clock.UtcNow : null;
        db.Note(posting.OfficeId, clock.UtcNow, takesBack ? Act.BidTakenBack : Act.BidMade, posting.CaseId, officer.Id, details: new { posting = posting.Id });
    }

    private async Task<bool> ElsewhereAsync(Guid postingId, bool takesBack, CancellationToken ct)
    {
        var (me, now) = (officer.MembershipId, clock.UtcNow);
        return (await db.Database.SqlQuery<bool>($"""select bid_elsewhere({me}, {postingId}, {takesBack}, {now}) as "Value" """).ToListAsync(ct)).Single();
    }
}
