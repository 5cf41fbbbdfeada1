using LegalAid.Rules.Common;
using LegalAid.Rules.Offices;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>The security administrator confirms a role, or does not: a new account opens, one that is there changes and is signed out.</summary>
public sealed class DecideRole(AidDb db, UserManager<Officer> users, OfficeClock clock, CurrentOfficer current)
{
    /// <returns>Null when the office has no such request.</returns>
    public async Task<Outcome<RoleRequest>?> RunAsync(Guid requestId, bool grants, string? reason, CancellationToken ct)
    {
        if (await db.RoleRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct) is not { } request)
        {
            return null;
        }

        var question = new RoleQuestion(request.Status == RoleRequestStatus.Waiting, request.AskedById == current.Id, request.AccountId == current.Id);
        var account = await db.Users.SingleAsync(u => u.Id == request.AccountId, ct);
        if ((RoleConfirming.WhyNotDecide(question, grants, reason) ?? (grants ? await RoleRules.WhyNotApartAsync(db, account.OfficeId, request.Role, account.DisplayName, account.Id, ct) : null)) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        request.Status = grants ? RoleRequestStatus.Confirmed : RoleRequestStatus.Refused;
        (request.DecidedById, request.DecidedAtUtc, request.DecisionReason) = (current.Id, clock.UtcNow, reason);
        db.Note(request.OfficeId, clock.UtcNow, grants ? Act.RoleConfirmed : Act.RoleRefused, account.Id, current.Id, reason, new { role = request.Role });
        await (grants ? GiveAsync(account, request) : db.SaveChangesAsync(ct));
        await transaction.CommitAsync(ct);
        return request;
    }

    private async Task GiveAsync(Officer account, RoleRequest request)
    {
        account.Role = request.Role;
        if (request.RoleBefore is null)
        {
            account.LockoutEnd = null;
        }

        await users.UpdateSecurityStampAsync(account);      // saves all, and ends its sessions: the cookie still says the old role
    }
}
