using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>一项预定变更: withdrawn before its day, taken note of when it was not done.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ChangeModel(AidDb db, WithdrawPlannedChange withdraw, NotePlannedChange note, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public PlannedChangeRow Row { get; private set; } = null!;

    public IReadOnlyList<Refusal> WhyNot { get; private set; } = [];

    public bool MayWithdraw => PlannedChanges.WhyNotWithdraw(Row.Change.Status, Row.Change.TakesEffectOn, clock.Today) is null;

    public bool MayNote => PlannedChanges.WhyNotNote(Row.Change.Status, Row.Change.NotedAtUtc is not null) is null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await PlannedChangeRow.Of(db, db.PlannedChanges.AsNoTracking().Where(c => c.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        WhyNot = [.. row.Change.Refusals.Select((told, index) => new Refusal("change-failed", told, index == 0 ? row.Change.RefusalClauses : []))];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await withdraw.RunAsync(Id, Form.Reason.Trim(), ct), made => this.Done("已撤回，到日不再变更。", RedirectToPage("/Registry/People/Person", new { Id = made.MembershipId })), ct)
            : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        ModelState.Clear();
        return await this.AnswerAsync(await note.RunAsync(Id, ct), _ => this.Done("已知悉。", RedirectToPage("Changes")), ct);
    }
}
