using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.MyCase;

/// <summary>The own cases on a recipient's home page; on nobody else's.</summary>
public sealed class MyCasesViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => officer.Role != Roles.Recipient
        ? Content(string.Empty)
        : View("/Features/MyCase/_MyCases.cshtml", await new OwnCases(db, officer).AllAsync(HttpContext.RequestAborted));
}
