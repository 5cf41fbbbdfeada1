using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>账户: who may sign in at this office, as what, and who may no longer.</summary>
[Authorize(Policy = Policies.SeesAccounts)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeClock clock, ListExports exports) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool OpensNew => officer.Role == Roles.Administrator;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await Listed().ToListAsync(ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("账户", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed()
    {
        var now = clock.GetUtcNow();
        return db.Users.AsNoTracking().Where(u => u.OfficeId == officer.OfficeId && u.PasswordHash != null && u.Role != Roles.Recipient)
        .OrderBy(u => u.Role).ThenBy(u => u.UserName)
        .Select(u => new Row(
            u.Id,
            u.UserName!,
            u.DisplayName,
            u.Role,
            db.Institutions.Where(i => i.Id == (u.InstitutionId ?? u.PractisesAtId)).Select(i => i.Name).FirstOrDefault() ?? db.Stations.Where(s => s.Id == u.StationId).Select(s => s.Name).FirstOrDefault(),
            u.TwoFactorEnabled,
            u.LockoutEnd == DateTimeOffset.MaxValue,
            u.LockoutEnd > now,
            db.RoleRequests.Any(r => r.AccountId == u.Id && r.Status == RoleRequestStatus.Waiting)));
    }

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("用户名", row => row.UserName, 20), new("姓名", row => row.DisplayName), new("岗位", row => Roles.Name(row.Role)), new("所属机构", row => row.Institution, 28),
        new("动态验证码", row => row.HasSecondFactor ? "已启用" : "未启用"), new("状态", row => row.State.Word),
    ];

    /// <summary>One account of the list.</summary>
    public sealed record Row(Guid Id, string UserName, string DisplayName, string Role, string? Institution, bool HasSecondFactor, bool IsClosed, bool IsLocked, bool Waits)
    {
        public (string Word, Tone Tone) State => AccountWords.State(IsClosed, IsLocked, Waits);
    }
}
