using System.ComponentModel.DataAnnotations;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Access;

/// <summary>登录</summary>
[AllowAnonymous]
public sealed class SignInModel(SignIn signIn) : PageModel, IFormPage
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? RedirectToPage("/Home/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await signIn.RunAsync(Form.UserName.Trim(), Form.Password, Form.Code);
        return outcome.Refusals.Count > 0
            ? await this.RefusedAsync(outcome.Refusals, ct)
            : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}

/// <summary>What a person types to sign in.</summary>
public sealed class SignInForm
{
    [Required, Display(Name = "用户名"), StringLength(60)]
    public string UserName { get; set; } = "";

    [Required, Display(Name = "口令"), StringLength(200), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "动态验证码"), StringLength(10)]
    public string? Code { get; set; }
}
