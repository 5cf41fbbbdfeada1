using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>What the case page says of recusals: who stands aside and why; shown to the office only.</summary>
public sealed class CaseRecusalsViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid caseId)
    {
        if (!officer.SeesWholeOffice)
        {
            return Content(string.Empty);
        }

        var rows = await RecusalRow.Of(db, db.Recusals.Where(r => r.CaseId == caseId)).ToListAsync(HttpContext.RequestAborted);
        return rows.Count == 0 ? Content(string.Empty) : View("/Features/Recusals/_CaseRecusals.cshtml", rows);
    }
}
