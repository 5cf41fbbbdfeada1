using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>证明材料: what it is, and the file itself for the centre; taking it is journalled.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class EvidenceModel(AidDb db, OpenEvidence open) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public DeclineView Declined { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await DeclineView.Of(db, db.Declines.Where(d => d.AssignmentId == Id)).SingleOrDefaultAsync(ct) is not { Evidence: not null } declined)
        {
            return false;
        }

        Declined = declined;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await open.RunAsync(Id, ct), evidence => File(evidence.Content, evidence.Type.MediaType(), $"证明材料.{evidence.Type.Extension()}"), ct);
}
