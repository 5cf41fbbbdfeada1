using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>登记准入考核 (QJ-2.5b).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class AssessmentModel(AidDb db, RecordAssessment record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AssessmentForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await ApplicationsUnderVetting.NameAsync(db, Id, ct) ?? "";
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await record.RunAsync(Id, new(Form.HeldOn!.Value, Form.AssessedBy.Trim(), Form.Passed!.Value, Form.Remark?.Trim(), await Form.File.BytesAsync(ct)), ct);
        return await this.AnswerAsync(outcome, made => this.Done(made.Passed ? "已登记：准入考核通过。" : "已登记：准入考核未通过。", RedirectToPage("Vetting", new { Id })), ct);
    }
}

/// <summary>An assessment before entry.</summary>
public sealed class AssessmentForm
{
    [Required, Display(Name = "考核日期")]
    public DateOnly? HeldOn { get; set; }

    [Required, Display(Name = "考核人"), StringLength(60)]
    public string AssessedBy { get; set; } = "";

    [Required, Display(Name = "结果")]
    public bool? Passed { get; set; }

    [Display(Name = "说明"), StringLength(300)]
    public string? Remark { get; set; }

    [Display(Name = "考核材料"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? File { get; set; }
}
