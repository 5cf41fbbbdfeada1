using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Features.Access;

/// <summary>Signs an officer in with password and, where enrolled, the authenticator's code. Every failure reads the same, so accounts cannot be guessed.</summary>
public sealed class SignIn(AidDb db, UserManager<Officer> users, SignInManager<Officer> signIn, OneTimeCodes codes, NoteFailedSignIn failed, OfficeClock clock)
{
    private static readonly Refusal Wrong = new("sign-in", "用户名、口令或验证码不对；连续错五次，账户锁定十五分钟。", []);

    public async Task<Outcome<Officer>> RunAsync(string userName, string password, string? code)
    {
        var officer = await users.FindByNameAsync(userName);
        if (officer is null)
        {
            users.PasswordHasher.HashPassword(new Officer { OfficeId = Guid.Empty, DisplayName = "", Role = "" }, password);   // takes as long as a real check
            await failed.RunAsync(userName, officer, SignInFault.Name);
            return Wrong;
        }

        var checkedPassword = await signIn.CheckPasswordSignInAsync(officer, password, lockoutOnFailure: true);
        if (!checkedPassword.Succeeded)
        {
            await failed.RunAsync(userName, officer, checkedPassword.IsLockedOut ? SignInFault.Locked : SignInFault.Password);
            return Wrong;
        }

        if (officer.TwoFactorEnabled && !await codes.AcceptAsync(officer, code))
        {
            await users.AccessFailedAsync(officer);
            await failed.RunAsync(userName, officer, SignInFault.Code);
            return Wrong;
        }

        await db.SeeAsync([officer.OfficeId], CancellationToken.None);
        db.Note(officer.OfficeId, clock.UtcNow, Act.SignedIn, officer.Id, officer.Id);
        await db.SaveChangesAsync();
        await signIn.SignInAsync(officer, isPersistent: false);
        return officer;
    }
}
