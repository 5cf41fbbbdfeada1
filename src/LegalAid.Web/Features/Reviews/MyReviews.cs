using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Reviews;

/// <summary>What a reviewer has to review, the nearest day first; on their home page only.</summary>
public sealed class MyReviewsViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    private const int Shown = 50;

    public async Task<IViewComponentResult> InvokeAsync() => officer.Role != Roles.Reviewer
        ? Content(string.Empty)
        : View("/Features/Reviews/_MyReviews.cshtml", await (
            from r in db.CaseReviews.AsNoTracking()
            where r.ReviewerId == officer.Id && r.TakenBackAtUtc == null
            join c in db.Cases on r.CaseId equals c.Id
            orderby r.DueOn, r.Id
            select new MyReviewRow(r.Id, c.Number, c.Cause, r.DueOn)).Take(Shown).ToListAsync(HttpContext.RequestAborted));
}

/// <summary>One case to review.</summary>
public sealed record MyReviewRow(Guid Id, string Number, string Cause, DateOnly DueOn);
