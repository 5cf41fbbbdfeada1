using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Training;

/// <summary>安排培训.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewModel(PlanTraining plan, CorpsInvitees corps) : PageModel, IFormPage
{
    [BindProperty]
    public TrainingForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Invited { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var hasCorps = await corps.IsHereAsync(ct);
        Invited = [.. Choices.Of<InvitedPeople>(TrainingWords.Of).Where(choice => hasCorps || choice.Value != nameof(InvitedPeople.Corps))];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await plan.RunAsync(Form, ct), training => this.Done("已安排培训。", RedirectToPage("Event", new { training.Id })), ct)
            : await this.MalformedAsync(ct);
}
