using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>Who on the own roster may bid for what the office posts. Who is on another county's roster alone sees it on the own home page, where the corps' postings are listed.</summary>
public sealed class PostingBidders(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<IReadOnlyList<Guid>> OfAsync(CorpsRules rules, CancellationToken ct)
    {
        var (today, now) = (clock.Today, clock.UtcNow);
        var corps = (await CorpsMembers.On(db, today).Select(m => m.PersonId).ToListAsync(ct)).ToHashSet();
        var members = await db.Memberships.AsNoTracking().Where(m => m.OfficeId == officer.OfficeId && (m.LeftOn == null || m.LeftOn > today)).OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.PersonId, m.WillingFromElsewhereOn, IsLocal = db.Offices.Any(o => o.Id == m.OfficeId && o.District == m.Institution.District) }).ToListAsync(ct);
        return [.. from m in members
                   let bidder = new PostingBidder(m.IsLocal, m.WillingFromElsewhereOn <= today, corps.Contains(m.PersonId))
                   where Postings.WhyNotBid(bidder, isOpen: true, now, DateTime.MaxValue, rules) is null
                   select m.Id];
    }
}
