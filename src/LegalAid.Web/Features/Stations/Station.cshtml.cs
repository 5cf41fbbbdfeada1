using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Stations;

/// <summary>One station: what is known of it, and whether it works.</summary>
[Authorize(Policy = Policies.Stations)]
public sealed class StationModel(AidDb db, KeepStation keep) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public StationForm Form { get; set; } = new();

    public Store.Offices.Station Station { get; private set; } = null!;

    public bool IsClosed => Station.ClosedAtUtc is not null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Stations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Station = found;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await this.ShowAsync(ct);
        if (Station is not null)
        {
            Form = new() { Name = Station.Name, Address = Station.Address, Phone = Station.Phone };
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await keep.RunAsync(Id, Form, ct),
                _ => this.Done(Form.Closed ? "工作站已停用，不再接受其转交。" : "已保存。", RedirectToPage("Index")),
                ct)
            : await this.MalformedAsync(ct);
}
