using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>向州司法局建议: about somebody of the own roster (QDN-4.2a).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProposeModel(AidDb db, ProposeCorpsChange propose) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CorpsProposalForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await db.Memberships.Where(m => m.Id == Id && m.LeftOn == null).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) ?? "";
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await propose.RunAsync(Id, Form, await Form.File.BytesAsync(ct), ct), made => this.Done("已向州司法局提出建议。", RedirectToPage("Proposal", new { made.Id })), ct)
            : await this.MalformedAsync(ct);
}
