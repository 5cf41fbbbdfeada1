using LegalAid.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>The districts the deployment's offices serve, as suggestions for 住所地, so that they are written as the gates compare them (CF-19).</summary>
public sealed class KnownDistrictsViewComponent(AidDb db) : ViewComponent
{
    private const int Most = 200;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var list = new TagBuilder("datalist");
        list.Attributes["id"] = "known-districts";
        foreach (var district in await db.Offices.Select(o => o.District).Distinct().OrderBy(district => district).Take(Most).ToListAsync(HttpContext.RequestAborted))
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = district;
            list.InnerHtml.AppendHtml(option);
        }

        return new HtmlContentViewComponentResult(list);
    }
}
