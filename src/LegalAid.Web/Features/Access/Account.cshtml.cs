using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Access;

/// <summary>我的账户: password and second factor.</summary>
public sealed class AccountModel(UserManager<Officer> users, ChangePassword changePassword, EnableSecondFactor enableSecondFactor) : PageModel, IFormPage
{
    [BindProperty]
    public PasswordForm Password { get; set; } = new();

    [BindProperty]
    public CodeForm Code { get; set; } = new();

    public bool HasSecondFactor { get; private set; }

    /// <summary>The secret to type into the authenticator app; shown until the first code proves it arrived.</summary>
    public string Secret { get; private set; } = "";

    public string SecretUri { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var officer = (await users.GetUserAsync(User))!;
        HasSecondFactor = officer.TwoFactorEnabled;
        if (!HasSecondFactor)
        {
            Secret = await users.GetAuthenticatorKeyAsync(officer) ?? string.Empty;
            SecretUri = OneTimeCodes.Uri(officer.UserName!, Secret);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>A new secret is made only when asked for: opening a page changes nothing.</summary>
    public async Task<IActionResult> OnPostSecretAsync()
    {
        await users.ResetAuthenticatorKeyAsync((await users.GetUserAsync(User))!);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Password));
        return ModelState.IsValid
            ? await AnswerAsync(await changePassword.RunAsync(Password.Present, Password.Wanted), "口令已修改，其他设备上的登录已失效。", ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Code));
        return ModelState.IsValid
            ? await AnswerAsync(await enableSecondFactor.RunAsync(Code.Digits), "动态验证码已启用，下次登录时需要输入。", ct)
            : await this.MalformedAsync(ct);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Officer> outcome, string done, CancellationToken ct)
    {
        if (outcome.Refusals.Count > 0)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell(done);
        return RedirectToPage();
    }
}

/// <summary>What a person types to change the own password.</summary>
public sealed class PasswordForm
{
    [Required, Display(Name = "现用口令"), StringLength(200), DataType(DataType.Password)]
    public string Present { get; set; } = "";

    [Required, Display(Name = "新口令"), StringLength(200, MinimumLength = 10), DataType(DataType.Password)]
    public string Wanted { get; set; } = "";

    [Required, Display(Name = "再输一次新口令"), Compare(nameof(Wanted), ErrorMessage = "两次输入的新口令不一致。"), DataType(DataType.Password)]
    public string Again { get; set; } = "";
}

/// <summary>The six digits an authenticator app shows.</summary>
public sealed class CodeForm
{
    [Required, Display(Name = "动态验证码"), StringLength(10)]
    public string Digits { get; set; } = "";
}
