using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>On the home page of those who come seldom, institutions and applicants: how many notices wait unread. Others have the count in the navigation all day.</summary>
public sealed class UnreadCallViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var unread = officer.Role is Roles.FirmAdministrator or Roles.Applicant ? await OwnNotices.For(db, officer).UnreadBy(db, officer.Id).CountAsync(HttpContext.RequestAborted) : 0;
        return unread == 0 ? Content(string.Empty) : View("/Features/Notices/_UnreadCall.cshtml", unread);
    }
}
