using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Training;

/// <summary>登记试题.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewQuestionModel(KeepQuestion keep) : PageModel, IFormPage
{
    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await keep.RunAsync(null, Form.Draft(), ct), _ => this.Done("已登记试题。", RedirectToPage("Questions")), ct)
            : await this.MalformedAsync(ct);
}
