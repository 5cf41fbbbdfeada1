using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>What an administrator does to an account that is there.</summary>
public enum AccountChange
{
    /// <summary>停用：不能再登录，已登录的会话一分钟内结束</summary>
    Close = 1,

    /// <summary>恢复</summary>
    Reopen,

    /// <summary>重置口令，并解除锁定；动态验证码一并停用，由本人重新启用</summary>
    ResetPassword,
}

/// <summary>Closes or reopens an account of the own office, or gives it a new password. Nobody does so to the own account.</summary>
public sealed class ChangeAccount(AidDb db, UserManager<Officer> users, OfficeClock clock, CurrentOfficer current)
{
    /// <returns>The new password where there is one, otherwise empty; null when the office has no such account.</returns>
    public async Task<Outcome<AccountOpened>?> RunAsync(Guid accountId, AccountChange change, string reason, CancellationToken ct)
    {
        var officer = await db.Users.SingleOrDefaultAsync(u => u.Id == accountId && u.OfficeId == current.OfficeId, ct);
        if (officer is null)
        {
            return null;
        }

        if (officer.Id == current.Id)
        {
            return new Refusal("own-account", "不能停用或重置自己的账户，请由另一位系统管理员办理；修改自己的口令在“我的账户”。", []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Note(officer.OfficeId, clock.UtcNow, ActOf(change), officer.Id, current.Id, reason);
        var password = await ApplyAsync(officer, change);
        await users.UpdateSecurityStampAsync(officer);      // ends its sessions
        await transaction.CommitAsync(ct);
        return new AccountOpened(officer, password);
    }

    private async Task<string> ApplyAsync(Officer officer, AccountChange change)
    {
        if (change != AccountChange.ResetPassword)
        {
            await users.SetLockoutEndDateAsync(officer, change == AccountChange.Close ? DateTimeOffset.MaxValue : null);
            return "";
        }

        var password = OpenAccount.NewPassword();
        var reset = await users.ResetPasswordAsync(officer, await users.GeneratePasswordResetTokenAsync(officer), password);
        await users.SetTwoFactorEnabledAsync(officer, false);
        await users.SetLockoutEndDateAsync(officer, null);
        await users.ResetAccessFailedCountAsync(officer);
        return reset.Succeeded ? password : throw new InvalidOperationException(string.Join(' ', reset.Errors.Select(error => error.Code)));
    }

    private static Act ActOf(AccountChange change) => change switch
    {
        AccountChange.Close => Act.AccountClosed,
        AccountChange.Reopen => Act.AccountReopened,
        AccountChange.ResetPassword => Act.PasswordReset,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
    };
}
