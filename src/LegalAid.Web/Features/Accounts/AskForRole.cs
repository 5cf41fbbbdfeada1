using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>Asks for another role of an account; until the security administrator has confirmed it, the account keeps the one it has.</summary>
public sealed class AskForRole(AidDb db, OfficeClock clock, CurrentOfficer current)
{
    /// <summary>The roles an account that speaks for nobody else may change between.</summary>
    public static IReadOnlyList<string> Exchangeable => Roles.Confirmed;

    /// <returns>Null when the office has no such account.</returns>
    public async Task<Outcome<RoleRequest>?> RunAsync(Guid accountId, string role, string reason, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == accountId && u.OfficeId == current.OfficeId, ct) is not { } account)
        {
            return null;
        }

        if ((WhyNot(account, role) ?? await WhyNotNowAsync(account, role, ct)) is { } refusal)
        {
            return refusal;
        }

        var request = db.Ask(account, role, account.Role, new(current.Id, clock.UtcNow, reason));
        db.Note(account.OfficeId, clock.UtcNow, Act.RoleAsked, account.Id, current.Id, reason, new { formerRole = account.Role, role });
        await db.SaveChangesAsync(ct);
        return request;
    }

    private Refusal? WhyNot(Officer account, string role) =>
        account.Id == current.Id ? new("own-role", "不能变更自己的岗位，请由另一位系统管理员提出。", [])
        : account.Role == role ? new("same-role", "现在就是这个岗位。", [])
        : !Exchangeable.Contains(account.Role, StringComparer.Ordinal) || !Exchangeable.Contains(role, StringComparer.Ordinal)
            ? new("bound-role", "机构、人员、工作站、受援人的账户不能变更岗位，请停用后另建账户。", [])
        : null;

    private async Task<Refusal?> WhyNotNowAsync(Officer account, string role, CancellationToken ct) =>
        await db.RoleRequests.AnyAsync(r => r.AccountId == account.Id && r.Status == RoleRequestStatus.Waiting, ct)
            ? new("role-waits", "这个账户已有岗位在等待安全保密管理员确认。", [])
            : await RoleRules.WhyNotApartAsync(db, account.OfficeId, role, account.DisplayName, account.Id, ct);
}
