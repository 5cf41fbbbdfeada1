using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Keys;

/// <summary>接口密钥: which other programs may ask the rules, for which office and what.</summary>
[Authorize(Policy = Policies.SeesAccounts)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, ListExports exports) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await Listed().ToListAsync(ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("接口密钥", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed() => db.ApiKeys.AsNoTracking().Where(k => k.OfficeId == officer.OfficeId)
        .OrderBy(k => k.RevokedAtUtc != null).ThenBy(k => k.Name).ThenBy(k => k.Id)
        .Select(k => new Row(k.Id, k.Name, db.Offices.Where(o => o.Id == k.AsksForId).Select(o => o.Name).Single(), k.Scope, k.MadeAtUtc, k.RevokedAtUtc));

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("名称", row => row.Name, 28), new("限用机构", row => row.AsksFor, 28), new("可问", row => KeyWords.All(row.Scope), 20),
        new("建立", row => row.MadeAtUtc), new("状态", row => row.RevokedAtUtc is null ? "在用" : "已停用"),
    ];

    /// <summary>One key of the list.</summary>
    public sealed record Row(Guid Id, string Name, string AsksFor, ApiScope Scope, DateTime MadeAtUtc, DateTime? RevokedAtUtc);
}
