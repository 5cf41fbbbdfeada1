using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>执业状态核查: the yearly look at everybody's licence (WZ-27.1), and what the last one found.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LicencesModel(AidDb db, CheckLicences check, RemovalBar removals) : PageModel, IFormPage
{
    private const int LargestMegabytes = 10;
    private const int Shown = 500;

    [BindProperty, Display(Name = "名单")]
    public IFormFile? List { get; set; }

    public LicenceCheck? Last { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool KnowsRemoval { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Last = await db.LicenceChecks.AsNoTracking().OrderByDescending(c => c.CheckedAtUtc).FirstOrDefaultAsync(ct);
        KnowsRemoval = await removals.RulesAsync(ct) is not null;
        Rows = Last is null ? [] : await (
            from f in db.LicenceFindings.AsNoTracking()
            join m in db.Memberships on f.MembershipId equals m.Id
            where f.CheckId == Last.Id
            orderby f.Reported, m.RosterName ?? m.Person.Name, m.Id
            select new Row(m.Id, m.RosterName ?? m.Person.Name, f.State, f.Reported)).Take(Shown).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (List is null || List.Length > LargestMegabytes * 1024 * 1024)
        {
            ModelState.AddModelError(nameof(List), List is null ? "请选择要上传的 .xlsx 文件。" : $"文件超过 {LargestMegabytes} MB。");
            return await this.MalformedAsync(ct);
        }

        var outcome = await check.RunAsync((await List.BytesAsync(ct))!, ct);
        return await this.AnswerAsync(outcome, made => this.Done($"已核查，{made.Findings.Count} 人的执业状态不正常。", RedirectToPage()), ct);
    }

    /// <summary>A member whose licence is not in force.</summary>
    public sealed record Row(Guid MembershipId, string Name, string State, bool Reported);
}
