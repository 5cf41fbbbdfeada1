using System.ComponentModel.DataAnnotations;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.MyCase;

/// <summary>开通案件查询: name and code from the slip, and a password of one's own.</summary>
[AllowAnonymous]
public sealed class OpenModel(UseAccess use) : PageModel, IFormPage
{
    [BindProperty]
    public SlipForm Form { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await use.RunAsync(Form.UserName, Form.Code, Form.Password, ct);
        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("口令已设置，请用账号和口令登录。");
        return RedirectToPage("/Access/SignIn");
    }
}

/// <summary>What a recipient types from the slip.</summary>
public sealed class SlipForm
{
    [Required, Display(Name = "账号"), StringLength(40)]
    public string UserName { get; set; } = "";

    [Required, Display(Name = "一次性代码"), StringLength(30)]
    public string Code { get; set; } = "";

    [Required, Display(Name = "新口令"), StringLength(200, MinimumLength = 10), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Required, Display(Name = "再输一次新口令"), Compare(nameof(Password), ErrorMessage = "两次输入的新口令不一致。"), DataType(DataType.Password)]
    public string Again { get; set; } = "";
}
