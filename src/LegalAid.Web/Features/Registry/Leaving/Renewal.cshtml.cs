using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>决定续任或者退出: one member's dossier from the program's own records.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class RenewalModel(AidDb db, RenewalReader reader, RenewalDossiers dossiers, DecideRenewal decide, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExitDecisionForm Form { get; set; } = new();

    public RenewalRow Row { get; private set; } = null!;

    public RenewalDossier Dossier { get; private set; } = null!;

    public bool OfCorps { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.RowsAsync(db.Renewals.Where(r => r.Id == Id), officer.OfficeId, 0, 1, ct) is not [var row])
        {
            return false;
        }

        Row = row;
        OfCorps = (await reader.RulesAsync(officer.OfficeId, ct))?.OfCorps == true;
        Dossier = await reader.InSightAsync(officer.OfficeId, async () => await dossiers.ReadAsync(await db.Renewals.AsNoTracking().SingleAsync(r => r.Id == Id, ct), ct), ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync([Id], Form.Agrees!.Value, Form.Note?.Trim(), ct),
                _ => this.Done(Form.Agrees!.Value ? "已决定续任。" : OfCorps ? "已决定不再保留，自今天起不是成员。" : "已决定不再续任，自明天起离开。", RedirectToPage("Renewals")),
                ct)
            : await this.MalformedAsync(ct);
}
