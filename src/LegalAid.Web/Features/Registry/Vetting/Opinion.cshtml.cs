using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>答复征求意见: reference and code from the letter open the request; nothing of it stands in an address.</summary>
[AllowAnonymous]
public sealed class OpinionModel(GiveOpinion give) : PageModel, IFormPage
{
    [BindProperty]
    public OpinionForm Form { get; set; } = new();

    public OpinionSubject? Subject { get; private set; }

    public bool IsAnswered { get; private set; }

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public IActionResult OnGet() => Page();

    /// <summary>Opens the request.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Form.Reply");
        ModelState.Remove("Form.RepliedBy");
        return await OpenAsync(answer: null, ct);
    }

    /// <summary>Answers it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OpenAsync(answer: null, ct, malformed: true);
        }

        return await OpenAsync(new(Form.Reply!.Value, string.IsNullOrWhiteSpace(Form.Opinion) ? null : Form.Opinion.Trim(), Form.RepliedBy.Trim()), ct);
    }

    private async Task<IActionResult> OpenAsync(OpinionAnswer? answer, CancellationToken ct, bool malformed = false)
    {
        if (!malformed && !ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await give.RunAsync(Form.Reference, Form.Code, answer, ct);
        if (outcome.Refusal is { Code: "opinion-words" })
        {
            Subject = (await give.RunAsync(Form.Reference, Form.Code, null, ct)).Value;
        }

        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        (Subject, IsAnswered) = (outcome.Value, answer is not null);
        return Page();
    }
}

/// <summary>Reference and code, and in the second step the answer.</summary>
public sealed class OpinionForm
{
    [Required, Display(Name = "编号"), StringLength(20)]
    public string Reference { get; set; } = "";

    [Required, Display(Name = "一次性代码"), StringLength(30)]
    public string Code { get; set; } = "";

    [Required, Display(Name = "意见")]
    public OpinionReply? Reply { get; set; }

    [Display(Name = "具体意见"), StringLength(500)]
    public string? Opinion { get; set; }

    [Required, Display(Name = "答复人"), StringLength(60)]
    public string RepliedBy { get; set; } = "";
}
