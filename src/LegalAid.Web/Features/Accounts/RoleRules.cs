using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>Who may be given which role at an office.</summary>
internal static class RoleRules
{
    /// <summary>三员分立: whoever has one of the three administrators' accounts gets no other of them. A person is known here by the name of the account.</summary>
    /// <param name="db">Sees the office.</param>
    /// <param name="officeId">Whose account it is.</param>
    /// <param name="role">The role wanted.</param>
    /// <param name="name">The name of the account.</param>
    /// <param name="but">The account itself, when it changes its role.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Refusal?> WhyNotApartAsync(AidDb db, Guid officeId, string role, string name, Guid? but, CancellationToken ct)
    {
        if (!Roles.Apart.Contains(role, StringComparer.Ordinal))
        {
            return null;
        }

        var plain = TextCleaning.PersonName(name);
        var holders = await db.Users.Where(u => u.OfficeId == officeId && u.Id != but && u.Role != role && Roles.Apart.Contains(u.Role)).Select(u => new { u.DisplayName, u.Role }).ToListAsync(ct);
        return holders.Find(holder => TextCleaning.PersonName(holder.DisplayName) == plain) is { } other
            ? new("roles-apart", $"{other.DisplayName}已是{Roles.Name(other.Role)}；系统管理、安全保密、审计三员不得由一人兼任。", [])
            : null;
    }

    /// <summary>Puts a role before the security administrator.</summary>
    public static RoleRequest Ask(this AidDb db, Officer account, string role, string? before, AskedBy asked)
    {
        var request = new RoleRequest
        {
            Id = Guid.CreateVersion7(),
            OfficeId = account.OfficeId,
            AccountId = account.Id,
            Role = role,
            RoleBefore = before,
            AskedById = asked.OfficerId,
            AskedAtUtc = asked.AtUtc,
            Reason = asked.Reason,
            Status = RoleRequestStatus.Waiting,
        };
        db.Add(request);
        return request;
    }

    internal sealed record AskedBy(Guid OfficerId, DateTime AtUtc, string? Reason);
}
