using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Parts;

/// <summary>A personal value that pages show masked.</summary>
public enum PersonalValue
{
    Phone = 1,
    IdentityNumber,
    Address,
}

/// <summary>A value opened for one look.</summary>
public sealed record RevealedValue(PersonalValue Which, string Text);

/// <summary>What is to be looked at, and what for.</summary>
public sealed class RevealForm
{
    [Required, Display(Name = "查看哪一项")]
    public PersonalValue? Which { get; set; }

    [Required, Display(Name = "用途"), StringLength(200, MinimumLength = 4)]
    public string Purpose { get; set; } = "";
}

/// <summary>查看个人信息原文: one value, for a stated purpose, shown once on the answer and never stored by the browser.</summary>
public abstract class RevealPage : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RevealForm Form { get; set; } = new();

    /// <summary>Whose value it is.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>The record the page belongs to.</summary>
    public string Back { get; protected set; } = "";

    public RevealedValue? Revealed { get; private set; }

    public abstract string PurposeHelp { get; }

    public abstract IReadOnlyList<PersonalValue> Values { get; }

    public IReadOnlyList<SelectListItem> Choosable => [.. Values.Select(value => new SelectListItem(NameOf(value), value.ToString()))];

    public static string NameOf(PersonalValue value) => value switch
    {
        PersonalValue.Phone => "联系电话",
        PersonalValue.IdentityNumber => "证件号码",
        PersonalValue.Address => "通讯地址",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown personal value."),
    };

    public abstract Task<bool> LoadAsync(CancellationToken ct);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Form.Which is not { } which || !Values.Contains(which))
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await OpenAsync(which, Form.Purpose.Trim(), ct);
        Revealed = outcome?.Value;
        return Revealed is null ? await this.AnswerAsync(outcome, _ => Page(), ct) : await this.ShowAsync(ct);
    }

    protected abstract Task<Outcome<RevealedValue>?> OpenAsync(PersonalValue which, string purpose, CancellationToken ct);
}
