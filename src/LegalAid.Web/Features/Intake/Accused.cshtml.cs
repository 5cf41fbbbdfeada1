using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>补登同函受援人</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class AccusedModel(AidDb db, AddAccused addAccused) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AccusedForm Form { get; set; } = new();

    public IncomingLetter Letter { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.IncomingLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id && l.VoidedAtUtc == null, ct) is not { } letter)
        {
            return false;
        }

        Letter = letter;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await addAccused.RunAsync(Id, Form, ct),
                aidCase => this.Done($"已立案 {aidCase.Number}，期限自收文时起算。", Redirect($"/cases/{aidCase.Id}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>One more accused of a letter.</summary>
public sealed class AccusedForm : IValidatableObject
{
    [Required, Display(Name = "受援人姓名"), StringLength(60)]
    public string Name { get; set; } = "";

    [Display(Name = "身份证号"), StringLength(30)]
    public string? Identity { get; set; }

    [Display(Name = "电话"), StringLength(20)]
    public string? Telephone { get; set; }

    [Display(Name = "案件情形")]
    public CaseFlags Flags { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Identity) && !IdentityNumber.TryParse(Identity, out _, out var identityFault))
        {
            yield return new(identityFault, [nameof(Identity)]);
        }

        if (!string.IsNullOrWhiteSpace(Telephone) && !PhoneNumber.TryParse(Telephone, out _, out var phoneFault))
        {
            yield return new(phoneFault, [nameof(Telephone)]);
        }
    }

    internal PartyLine Line() => new(TextCleaning.PersonName(Name), false, IdentityNumber.TryParse(Identity, out var parsed, out _) ? parsed.Value : null);

    internal string? Phone() => PhoneNumber.TryParse(Telephone, out var number, out _) ? number.Digits : null;
}
