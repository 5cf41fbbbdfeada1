using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Notices;

/// <summary>免打扰时段 of the own office.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class QuietModel(AidDb db, SetQuietHours set, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int HoursOfDay = 24;

    [BindProperty]
    public QuietForm Form { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Hours { get; } = [.. Enumerable.Range(0, HoursOfDay).Select(hour => new SelectListItem($"{hour:00}:00", $"{hour}"))];

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var hours = await OfficeQuietHours.OfAsync(db, officer.OfficeId, ct);
        Form = new() { From = hours.From.Hour, Until = hours.Until.Hour };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        await set.RunAsync(new(Form.From!.Value, 0), new(Form.Until!.Value, 0), ct);
        this.Tell("免打扰时段已保存。");
        return RedirectToPage("Sendings");
    }
}

/// <summary>From which hour until which nothing is sent.</summary>
public sealed class QuietForm
{
    [Required, Display(Name = "从"), Range(0, 23)]
    public int? From { get; set; }

    [Required, Display(Name = "到"), Range(0, 23)]
    public int? Until { get; set; }
}
