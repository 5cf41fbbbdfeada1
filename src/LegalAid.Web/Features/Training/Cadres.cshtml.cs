using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>邀请干部: by name and unit, or by the accounts of stations (TL-4.2a).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CadresModel(AidDb db, InviteCadres invite, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CadresForm Form { get; set; } = new();

    public TrainingEvent Training { get; private set; } = null!;

    /// <summary>Accounts that were not invited yet.</summary>
    public IReadOnlyList<StationAccount> Accounts { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.TrainingEvents.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id, ct) is not { } training)
        {
            return false;
        }

        Training = training;
        Accounts = await StationAccounts.Of(db, officer.OfficeId, Id).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await invite.RunAsync(Id, Form, ct), made => this.Done($"已邀请干部 {made.Count} 人。", RedirectToPage("Event", new { Id })), ct)
            : await this.MalformedAsync(ct);
}
