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
        if (outcome.Value is not { } registered)
        {
            this.MarkMoment(outcome.Refusals);
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell(registered.Cases.Count == 1
            ? $"已登记 {registered.Letter.RegisterNumber}，期限自收文时起算。"
            : $"已登记 {registered.Letter.RegisterNumber}，{registered.Cases.Count} 名受援人各立一案，期限自收文时起算。");
        return Redirect(registered.Cases.Count == 1 ? $"/cases/{registered.Cases[0].Id}" : $"/intake/letters/{registered.Letter.Id}");
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

    internal LetterEntry Entry => new(Authority, AuthorityKind, LetterNumber, ReceivedAtUtc, Ground, Contact);

    private string? Repeated()
    {
        var lines = Recipients().Select(recipient => recipient.Line).ToList();
        return lines.Where((line, i) => lines.Take(i).Any(earlier => earlier.Number is { } number && line.Number is { } other ? number == other : earlier.Name == line.Name))
            .Select(line => line.Name).FirstOrDefault();
    }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext))
        {
            yield return fault;
        }

        if (Stage is CaseStage.Arbitration or CaseStage.Enforcement or CaseStage.OutOfCourt)
        {
            yield return new("刑事案件没有这个阶段", [nameof(Stage)]);
        }

        if (Repeated() is { } name)
        {
            yield return new($"{name}列了两次；确是同名的两人，请写明身份证号", [nameof(MoreRecipients)]);
        }

        // Each accused has a case of their own, so each has to be named.
        if (MoreRecipientLines.Count > 0 && Headcount > MoreRecipientLines.Count + 1)
        {
            yield return new($"一函多名受援人的每人一案，请逐人列明；已列{MoreRecipientLines.Count + 1}人", [nameof(MoreRecipients)]);
        }
    }
}
