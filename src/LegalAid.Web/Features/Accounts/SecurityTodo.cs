using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>What waits for the security administrator, on that home page only: roles to confirm, and accounts locked now.</summary>
public sealed class SecurityTodoViewComponent(AidDb db, CurrentOfficer officer, OfficeClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (officer.Role != Roles.Security)
        {
            return Content(string.Empty);
        }

        var (ct, now) = (HttpContext.RequestAborted, clock.GetUtcNow());
        var waits = new SecurityWaits(
            await db.RoleRequests.CountAsync(r => r.Status == RoleRequestStatus.Waiting, ct),
            await db.Users.CountAsync(u => u.OfficeId == officer.OfficeId && u.LockoutEnd > now && u.LockoutEnd != DateTimeOffset.MaxValue, ct));
        return waits is (0, 0) ? Content(string.Empty) : View("/Features/Accounts/_SecurityTodo.cshtml", waits);
    }
}

/// <summary>How many roles wait to be confirmed, and how many accounts are locked now.</summary>
public sealed record SecurityWaits(int Roles, int Locked);
