using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>
/// What the home page says of postings: to a practitioner how many may be bid for, to the centre whose window is over. Nothing where there are none.
/// </summary>
public sealed class HomePostingsViewComponent(AidDb db, OpenPostings open, PostingDesk desk, OfficeClock clock, CurrentOfficer officer) : ViewComponent
{
    private const int Shown = 20;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var view = officer.Role switch
        {
            Roles.Practitioner => new HomePostings(await ToBidForAsync(), []),
            Roles.Clerk or Roles.Director => new HomePostings(0, await ToChooseAsync()),
            _ => new HomePostings(0, []),
        };
        return view is { ToBidFor: 0, ToChoose.Count: 0 } ? Content(string.Empty) : View("/Features/Corps/_HomePostings.cshtml", view);
    }

    private async Task<int> ToBidForAsync()
    {
        var ct = HttpContext.RequestAborted;
        return await open.BidderAsync(ct) is { } bidder ? (await open.ReadAsync(bidder, await desk.RulesAsync(officer.OfficeId, ct), ct)).Count(card => !card.HasBid) : 0;
    }

    private Task<List<PostingToChoose>> ToChooseAsync()
    {
        var now = clock.UtcNow;
        return (
            from p in db.CasePostings.AsNoTracking()
            where p.Status == PostingStatus.Open && p.ClosesAtUtc <= now
            join c in db.Cases on p.CaseId equals c.Id
            where c.Status == CaseStatus.AwaitingAssignment
            orderby c.NextDueAtUtc, c.Id
            select new PostingToChoose(c.Id, c.Number, p.Cause, c.NextDueAtUtc, p.Bids.Count(b => b.WithdrawnAtUtc == null))).Take(Shown).ToListAsync(HttpContext.RequestAborted);
    }
}

/// <summary>Open cases to bid for, and postings whose window is over.</summary>
public sealed record HomePostings(int ToBidFor, IReadOnlyList<PostingToChoose> ToChoose);

/// <summary>A posting whose window is over and on which nothing was found yet.</summary>
public sealed record PostingToChoose(Guid CaseId, string Number, string Cause, DateTime? DueAtUtc, int Bids);
