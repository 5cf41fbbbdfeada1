using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>更正收文</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CorrectLetterModel(AidDb db, CorrectLetter correctLetter) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LetterCorrectionForm Form { get; set; } = new();

    public IncomingLetter Letter { get; private set; } = null!;

    /// <summary>What the form carries: after somebody else was faster, the clerk has seen the new state.</summary>
    public uint ShownVersion { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.IncomingLetters.SingleOrDefaultAsync(l => l.Id == Id && l.VoidedAtUtc == null, ct) is not { } letter)
        {
            return false;
        }

        Letter = letter;
        ShownVersion = db.VersionOf(letter);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Form = new() { Authority = Letter.Authority, AuthorityKind = Letter.AuthorityKind, LetterNumber = Letter.LetterNumber, ReceivedAtUtc = Letter.ReceivedAtUtc, Contact = Letter.Contact };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await correctLetter.RunAsync(Id, Form, ct);
        if (outcome is { Value: not null })
        {
            this.Tell("已更正；收文时间有改动的，期限已重算。");
            return Redirect($"/intake/letters/{Id}");
        }

        if (outcome is not null)
        {
            this.MarkMoment(outcome.Refusals);
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }
}

/// <summary>An entry of the register, typed over.</summary>
public sealed class LetterCorrectionForm
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

    /// <summary>The entry as the form showed it.</summary>
    public uint Version { get; set; }

    [Required, Display(Name = "更正理由"), StringLength(300)]
    public string Reason { get; set; } = "";
}
