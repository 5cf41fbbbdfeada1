using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>修改试题, or take it out of the bank.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class QuestionModel(AidDb db, KeepQuestion keep, RetireQuestion retire) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.ExamQuestions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == Id && q.RetiredAtUtc == null, ct) is not { } question)
        {
            return false;
        }

        if (HttpMethods.IsGet(Request.Method))
        {
            Form = new() { Kind = question.Kind, Stem = question.Stem, Options = question.Kind == QuestionKind.TrueFalse ? null : string.Join('\n', question.Options), Key = question.Key };
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await keep.RunAsync(Id, Form.Draft(), ct), _ => this.Done("已修改试题。", RedirectToPage("Questions")), ct)
            : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct)
    {
        ModelState.Clear();     // the other form's fields do not matter here
        return await this.AnswerAsync(await retire.RunAsync(Id, ct), _ => this.Done("已停用试题。", RedirectToPage("Questions")), ct);
    }
}
