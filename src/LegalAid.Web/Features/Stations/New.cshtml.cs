using System.ComponentModel.DataAnnotations;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Stations;

/// <summary>登记工作站</summary>
[Authorize(Policy = Policies.Stations)]
public sealed class NewModel(KeepStation keep) : PageModel, IFormPage
{
    [BindProperty]
    public StationForm Form { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = (await keep.RunAsync(id: null, Form, ct))!;
        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已登记，可以由系统管理员为其建立账户。");
        return RedirectToPage("Index");
    }
}

/// <summary>What is known of a station.</summary>
public sealed class StationForm
{
    [Required, Display(Name = "名称"), StringLength(60)]
    public string Name { get; set; } = "";

    [Display(Name = "地址"), StringLength(100)]
    public string? Address { get; set; }

    [Display(Name = "电话"), StringLength(30)]
    public string? Phone { get; set; }

    public bool Closed { get; set; }
}
