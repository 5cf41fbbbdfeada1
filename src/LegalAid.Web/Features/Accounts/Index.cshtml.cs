using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>账户: who may sign in at this office, as what, and who may no longer.</summary>
[Authorize(Policy = Policies.Accounts)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, ListExports exports) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await Listed().ToListAsync(ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("账户", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed() => db.Users.AsNoTracking().Where(u => u.OfficeId == officer.OfficeId && u.PasswordHash != null)
        .OrderBy(u => u.Role).ThenBy(u => u.UserName)
        .Select(u => new Row(
            u.Id,
            u.UserName!,
            u.DisplayName,
            u.Role,
            db.Institutions.Where(i => i.Id == u.InstitutionId).Select(i => i.Name).FirstOrDefault(),
            u.TwoFactorEnabled,
            u.LockoutEnd == DateTimeOffset.MaxValue));

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("用户名", row => row.UserName, 20), new("姓名", row => row.DisplayName), new("岗位", row => Roles.Name(row.Role)), new("所属机构", row => row.Institution, 28),
        new("动态验证码", row => row.HasSecondFactor ? "已启用" : "未启用"), new("状态", row => row.IsClosed ? "已停用" : "在用"),
    ];

    /// <summary>One account of the list.</summary>
    public sealed record Row(Guid Id, string UserName, string DisplayName, string Role, string? Institution, bool HasSecondFactor, bool IsClosed);
}
