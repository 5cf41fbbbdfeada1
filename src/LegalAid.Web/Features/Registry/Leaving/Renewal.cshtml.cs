using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>决定续任或者退出: one member's dossier from the program's own records.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class RenewalModel(AidDb db, RenewalReader reader, DecideRenewal decide) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExitDecisionForm Form { get; set; } = new();

    public RenewalRow Row { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.Rows(db.Renewals.Where(r => r.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Agrees!.Value, Form.Note?.Trim(), ct),
                renewal => this.Done(renewal.Outcome == RenewalOutcome.Kept ? "已决定续任。" : "已决定不再续任，自明天起离开。", RedirectToPage("Renewals")),
                ct)
            : await this.MalformedAsync(ct);
}
