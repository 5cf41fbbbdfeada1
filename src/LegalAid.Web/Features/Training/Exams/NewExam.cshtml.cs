using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Training;

/// <summary>安排考试.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewExamModel(PlanExam plan) : PageModel, IFormPage
{
    [BindProperty]
    public ExamForm Form { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await plan.RunAsync(Form, ct), exam => this.Done("已安排考试。", RedirectToPage("Exam", new { exam.Id })), ct)
            : await this.MalformedAsync(ct);
}
