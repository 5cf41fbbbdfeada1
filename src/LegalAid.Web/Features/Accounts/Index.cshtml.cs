using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>账户: who may sign in at this office, as what, and who may no longer.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class IndexModel(AidDb db, CurrentOfficer officer) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Users.AsNoTracking().Where(u => u.OfficeId == officer.OfficeId && u.PasswordHash != null)
            .OrderBy(u => u.Role).ThenBy(u => u.UserName)
            .Select(u => new Row(
                u.Id,
                u.UserName!,
                u.DisplayName,
                u.Role,
                db.Institutions.Where(i => i.Id == u.InstitutionId).Select(i => i.Name).FirstOrDefault(),
                u.TwoFactorEnabled,
                u.LockoutEnd == DateTimeOffset.MaxValue))
            .ToListAsync(ct);

    /// <summary>One account of the list.</summary>
    public sealed record Row(Guid Id, string UserName, string DisplayName, string Role, string? Institution, bool HasSecondFactor, bool IsClosed);
}
