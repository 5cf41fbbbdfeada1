using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Features.Access;

/// <summary>Changes the own password; all other sessions of the account end.</summary>
public sealed class ChangePassword(AidDb db, UserManager<Officer> users, SignInManager<Officer> signIn, CurrentOfficer current, OfficeClock clock)
{
    public async Task<Outcome<Officer>> RunAsync(string present, string wanted)
    {
        var officer = (await users.FindByIdAsync(current.Id.ToString()))!;
        db.Note(officer.OfficeId, clock.UtcNow, Act.PasswordChanged, officer.Id, officer.Id);   // saved by the change itself, in one transaction
        var changed = await users.ChangePasswordAsync(officer, present, wanted);
        if (!changed.Succeeded)
        {
            return changed.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();
        }

        await signIn.RefreshSignInAsync(officer);
        return officer;
    }
}

/// <summary>Enrols an authenticator app: the first right code proves that it holds the secret.</summary>
public sealed class EnableSecondFactor(AidDb db, UserManager<Officer> users, OneTimeCodes codes, SignInManager<Officer> signIn, CurrentOfficer current, OfficeClock clock)
{
    public async Task<Outcome<Officer>> RunAsync(string code)
    {
        var officer = (await users.FindByIdAsync(current.Id.ToString()))!;
        if (!await codes.AcceptAsync(officer, code))
        {
            return new Refusal("second-factor", "验证码不对。请核对手机时间，输入应用里正在显示的六位数字。", []);
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.SecondFactorEnabled, officer.Id, officer.Id);
        await users.SetTwoFactorEnabledAsync(officer, true);
        await signIn.RefreshSignInAsync(officer);
        return officer;
    }
}
