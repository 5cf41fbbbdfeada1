using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.MyCase;

/// <summary>开通查询: the slip is shown once, on the answer, and given to the recipient by hand.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class AccessModel(AidDb db, OpenAccess open, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public string Number { get; private set; } = "";

    public Guid CaseId { get; private set; }

    public Office Office { get; private set; } = null!;

    public SlipMade? Made { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}/my/open";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await (
            from p in db.CaseParties.AsNoTracking()
            where p.Id == Id && p.Role == PartyRole.Recipient && !p.IsOrganisation
            join c in db.Cases on p.CaseId equals c.Id
            select new { p.Name, c.Number, c.Id }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        (Name, Number, CaseId) = (found.Name, found.Number, found.Id);
        Office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == officer.OfficeId, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await open.RunAsync(Id, ct) is not { } outcome)
        {
            return NotFound();
        }

        Made = outcome.Value;
        return Made is null ? await this.RefusedAsync(outcome.Refusals, ct) : await this.ShowAsync(ct);
    }
}
