using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Intake;

/// <summary>登记收文</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewLetterModel(RegisterLetter registerLetter) : PageModel, IFormPage
{
    [BindProperty]
    public LetterForm Form { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await registerLetter.RunAsync(Form, ct);
        if (outcome.Value is not { } letter)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell($"已登记 {letter.RegisterNumber}，期限自收文时起算。");
        return Redirect($"/cases/{letter.CaseId}");
    }
}

/// <summary>A notice as typed from the letter in hand.</summary>
public sealed class LetterForm : CaseForm
{
    [Required, Display(Name = "来函机关"), StringLength(60)]
    public string Authority { get; set; } = "";

    [Required, Display(Name = "机关类别")]
    public AuthorityKind? AuthorityKind { get; set; }

    [Required, Display(Name = "公函文号"), StringLength(60)]
    public string LetterNumber { get; set; } = "";

    [Required, Display(Name = "收文时间")]
    public DateTime? ReceivedAtUtc { get; set; }

    [Display(Name = "机关联系人和电话"), StringLength(60)]
    public string? Contact { get; set; }

    [Required, Display(Name = "通知事由")]
    public NotificationGround? Ground { get; set; }

    [Display(Name = "被害人"), StringLength(3000)]
    public string? Victims { get; set; }

    [Display(Name = "同案犯罪嫌疑人、被告人"), StringLength(3000)]
    public string? CoDefendants { get; set; }

    internal override IEnumerable<(PartyRole Role, string? Text)> Parties() => [.. base.Parties(), (PartyRole.Victim, Victims), (PartyRole.CoDefendant, CoDefendants)];

    private protected override IEnumerable<(string? Text, string Field)> Boxes() => [.. base.Boxes(), (Victims, nameof(Victims)), (CoDefendants, nameof(CoDefendants))];
}
