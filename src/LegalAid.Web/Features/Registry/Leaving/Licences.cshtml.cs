using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Database;
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
public sealed class LicencesModel(AidDb db, UploadRegistryFile upload, RemovalBar removals) : PageModel, IFormPage
{
    public const int PageSize = 100;

    [BindProperty, Display(Name = "名单")]
    public IFormFile? List { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public LicenceCheck? Last { get; private set; }

    public IReadOnlyList<LicenceFindingRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Lost { get; private set; }

    public bool KnowsRemoval { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        KnowsRemoval = await removals.RulesAsync(ct) is not null;
        Last = await db.LicenceChecks.AsNoTracking().OrderByDescending(c => c.CheckedAtUtc).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (Last is null)
        {
            return true;
        }

        var findings = db.LicenceFindings.AsNoTracking().Where(f => f.CheckId == Last.Id);
        (Total, Lost) = (await findings.CountAsync(ct), await findings.CountAsync(f => f.State != null, ct));
        Rows = await (
            from f in findings
            join m in db.Memberships on f.MembershipId equals m.Id
            orderby f.State == null, f.ReportedAtUtc != null, EF.Property<string>(m, ShownNames.Column), m.Id
            select new LicenceFindingRow(m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name, f.State, f.ReportedAtUtc, f.ReportedLate))
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await UploadReading.ReadAsync(ModelState, nameof(List), List, ct) is { } content
            ? await this.AnswerAsync(await upload.RunAsync(UploadKind.Licences, List!.FileName, content, ct), taken => RedirectToPage("LicencePreview", new { taken.Id }), ct)
            : await this.MalformedAsync(ct);
}
