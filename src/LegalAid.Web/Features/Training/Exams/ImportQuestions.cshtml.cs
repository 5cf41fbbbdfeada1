using System.ComponentModel.DataAnnotations;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Training;

/// <summary>导入试题: from a workbook, each wrong row named.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ImportQuestionsModel(ImportQuestions import) : PageModel, IFormPage
{
    private const int LargestMegabytes = 2;

    [BindProperty, Required, Display(Name = "试题文件"), LargestFile(LargestMegabytes)]
    public IFormFile? Workbook { get; set; }

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(
            await import.RunAsync((await Workbook.BytesAsync(ct))!, ct),
            made => this.Done($"已导入 {made.Added} 题{(made.Known > 0 ? $"，题库里已有的 {made.Known} 题没有变动" : "")}。", RedirectToPage("Questions")),
            ct);
    }
}
