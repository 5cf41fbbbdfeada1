using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Access;

/// <summary>退出登录. The account's security stamp changes, so that the cookie is dead on the server too.</summary>
[WithoutRequestKey]
public sealed class SignOutModel(SignInManager<Officer> signIn, UserManager<Officer> users) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is { } officer)
        {
            await users.UpdateSecurityStampAsync(officer);
        }

        await signIn.SignOutAsync();
        return RedirectToPage("/Access/SignIn");
    }
}
