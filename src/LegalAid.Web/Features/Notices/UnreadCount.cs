using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>How many notices the signed-in officer has not read; beside 站内信 in the navigation, which a page shows twice. A page that tells of a failure asks nothing.</summary>
public sealed class UnreadCountViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    private const int Most = 99;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return Content(string.Empty);
        }

        var known = HttpContext.Items[typeof(UnreadCountViewComponent)] as int?;
        var count = known ?? await OwnNotices.For(db, officer).UnreadBy(db, officer.Id).Take(Most + 1).CountAsync(HttpContext.RequestAborted);
        HttpContext.Items[typeof(UnreadCountViewComponent)] = count;
        return count == 0 ? Content(string.Empty) : View("/Features/Notices/_UnreadCount.cshtml", count > Most ? $"{Most}+" : $"{count}");
    }
}
