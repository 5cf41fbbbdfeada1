using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>登记受援人的需要和当事人住所地.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NeedsModel(AidDb db, RecordNeeds record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public NeedsForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Form = HttpMethods.IsGet(Request.Method) ? NeedsForm.Of(found) : Form;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await record.RunAsync(Id, Form, ct),
                _ => this.Done("已登记，提出指派意见时按此排序。", Redirect($"/cases/{Id}")),
                ct)
            : await this.MalformedAsync(ct);
}
