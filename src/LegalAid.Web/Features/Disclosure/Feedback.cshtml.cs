using System.ComponentModel.DataAnnotations;
using LegalAid.Store.Offices;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Tags;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>反映意见 (WZ-8.3): for everybody, without a sign-in; the same form sent twice is one.</summary>
[AllowAnonymous]
public sealed class FeedbackModel(PublicOffice offices, TakeFeedback take) : PageModel, IFormPage
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromForm(Name = IdempotencyKeyTag.FieldName)]
    public Guid? Key { get; set; }

    [BindProperty]
    public FeedbackForm Form { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await offices.OpenAsync(Code, ct) is not { Rules.FeedbackTaken.Value: true } publishing)
        {
            return false;
        }

        Office = publishing.Office;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Key is not { } key ? BadRequest()
        : ModelState.IsValid
            ? await this.AnswerAsync(await take.RunAsync(Code, key, Form, ct), _ => this.Done("意见已收到，本中心登记后处理。", RedirectToPage("People", new { Code })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What somebody tells the office.</summary>
public sealed class FeedbackForm
{
    [Required, Display(Name = "意见"), StringLength(1000)]
    public string Said { get; set; } = "";

    [Display(Name = "联系电话"), StringLength(30)]
    public string? Phone { get; set; }
}
