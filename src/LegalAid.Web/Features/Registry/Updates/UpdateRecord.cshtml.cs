using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>核对一件更新: what is on record beside what is asked for, personal values masked.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class UpdateRecordModel(AidDb db, DecideEntryUpdate decide, FieldCipher cipher) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EntryUpdateDecisionForm Form { get; set; } = new();

    public EntryUpdateRow Row { get; private set; } = null!;

    public IReadOnlyList<(string Field, string Before, string After)> Changes { get; private set; } = [];

    public bool MayDecide => Row.Update.Status == EntryUpdateStatus.Waiting;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await EntryUpdateRow.Of(db, db.EntryUpdates.Where(u => u.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        (Row, Changes) = (row, [.. row.Changes(cipher)]);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await decide.RunAsync(Id, Form.Agrees!.Value, Form.Note?.Trim(), ct),
                update => this.Done(update.Status == EntryUpdateStatus.Confirmed ? "登记事项已更新。" : "已退回。", RedirectToPage("Updates")),
                ct)
            : await this.MalformedAsync(ct);
}
