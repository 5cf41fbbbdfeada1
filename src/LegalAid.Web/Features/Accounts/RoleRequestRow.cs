using LegalAid.Store;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>A role on its way, as pages show it.</summary>
public sealed record RoleRequestRow(
    Guid Id,
    Guid AccountId,
    string UserName,
    string DisplayName,
    string Role,
    string? RoleBefore,
    Guid AskedById,
    string AskedBy,
    DateTime AskedAtUtc,
    string? Reason,
    RoleRequestStatus Status,
    string? DecidedBy,
    DateTime? DecidedAtUtc,
    string? DecisionReason)
{
    public static IQueryable<RoleRequestRow> Of(AidDb db, IQueryable<RoleRequest> requests) =>
        from r in requests.AsNoTracking()
        join account in db.Users on r.AccountId equals account.Id
        orderby r.AskedAtUtc, r.Id
        select new RoleRequestRow(
            r.Id, account.Id, account.UserName!, account.DisplayName, r.Role, r.RoleBefore, r.AskedById,
            db.Users.Where(u => u.Id == r.AskedById).Select(u => u.DisplayName).FirstOrDefault() ?? "—", r.AskedAtUtc, r.Reason, r.Status,
            db.Users.Where(u => u.Id == r.DecidedById).Select(u => u.DisplayName).FirstOrDefault(), r.DecidedAtUtc, r.DecisionReason);
}
