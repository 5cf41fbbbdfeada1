using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>What is done to an account that is there.</summary>
public enum AccountChange
{
    /// <summary>停用：不能再登录，已登录的会话一分钟内结束</summary>
    Close = 1,

    /// <summary>恢复</summary>
    Reopen,

    /// <summary>重置口令；动态验证码和锁定照旧</summary>
    ResetPassword,

    /// <summary>解除连续输错口令造成的锁定</summary>
    Unlock,

    /// <summary>停用动态验证码，由本人重新启用</summary>
    ResetSecondFactor,
}

/// <summary>
/// Changes an account of the own office. The system administrator gives a new password, the security administrator closes, opens, unlocks and resets the
/// second factor: who could do both could sign in as anybody. Nobody does so to the own account.
/// </summary>
public sealed class ChangeAccount(AidDb db, UserManager<Officer> users, OfficeClock clock, CurrentOfficer current)
{
    /// <summary>Whose the change is.</summary>
    public static string RoleFor(AccountChange change) => change == AccountChange.ResetPassword ? Roles.Administrator : Roles.Security;

    /// <returns>The new password where there is one, otherwise empty; null when the office has no such account.</returns>
    public async Task<Outcome<AccountOpened>?> RunAsync(Guid accountId, AccountChange change, string reason, CancellationToken ct)
    {
        var officer = await db.Users.SingleOrDefaultAsync(u => u.Id == accountId && u.OfficeId == current.OfficeId && u.Role != Roles.Recipient, ct);
        if (officer is null)
        {
            return null;
        }

        if ((WhyNot(officer, change) ?? await WhyNotOpenAsync(officer, change, ct)) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Note(officer.OfficeId, clock.UtcNow, ActOf(change), officer.Id, current.Id, reason);
        var password = await ApplyAsync(officer, change);
        await users.UpdateSecurityStampAsync(officer);      // ends its sessions
        await transaction.CommitAsync(ct);
        return new AccountOpened(officer, password);
    }

    private Refusal? WhyNot(Officer officer, AccountChange change) =>
        officer.Id == current.Id ? new("own-account", "不能停用或重置自己的账户，请由另一位管理员办理；修改自己的口令在“我的账户”。", [])
        : current.Role != RoleFor(change) ? new("other-administrator", $"这一项由{Roles.Name(RoleFor(change))}办理。", [])
        : change == AccountChange.Unlock && (officer.LockoutEnd is not { } until || until <= clock.GetUtcNow() || until == DateTimeOffset.MaxValue)
            ? new("not-locked", "这个账户没有锁定。", [])
        : null;

    private async Task<Refusal?> WhyNotOpenAsync(Officer officer, AccountChange change, CancellationToken ct) =>
        change == AccountChange.Reopen && await db.RoleRequests.AnyAsync(r => r.AccountId == officer.Id && r.RoleBefore == null && r.Status != RoleRequestStatus.Confirmed, ct)
            ? new("role-unconfirmed", "这个账户的岗位没有确认，不能启用。", [])
            : null;

    private async Task<string> ApplyAsync(Officer officer, AccountChange change)
    {
        switch (change)
        {
            case AccountChange.Close or AccountChange.Reopen or AccountChange.Unlock:
                await users.SetLockoutEndDateAsync(officer, change == AccountChange.Close ? DateTimeOffset.MaxValue : null);
                await users.ResetAccessFailedCountAsync(officer);
                return "";
            case AccountChange.ResetSecondFactor:
                await users.SetTwoFactorEnabledAsync(officer, false);
                await users.ResetAuthenticatorKeyAsync(officer);
                return "";
            case AccountChange.ResetPassword:
                var password = OpenAccount.NewPassword();
                var reset = await users.ResetPasswordAsync(officer, await users.GeneratePasswordResetTokenAsync(officer), password);
                return reset.Succeeded ? password : throw new InvalidOperationException(string.Join(' ', reset.Errors.Select(error => error.Code)));
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change.");
        }
    }

    private static Act ActOf(AccountChange change) => change switch
    {
        AccountChange.Close => Act.AccountClosed,
        AccountChange.Reopen => Act.AccountReopened,
        AccountChange.ResetPassword => Act.PasswordReset,
        AccountChange.Unlock => Act.AccountUnlocked,
        AccountChange.ResetSecondFactor => Act.SecondFactorReset,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
    };
}
