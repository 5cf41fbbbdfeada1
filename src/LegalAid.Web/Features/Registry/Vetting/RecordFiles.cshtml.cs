using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>官方记录: uploads the licensing department's sheet and lists what is on record against the office's people and applicants.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RecordFilesModel(AidDb db, UploadRegistryFile upload) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [BindProperty, Display(Name = "记录文件")]
    public IFormFile? Sheet { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var applicants = ApplicationsUnderVetting.Seen(db);
        Total = await db.OfficialRecords.CountAsync(ct);
        Rows = await db.OfficialRecords.AsNoTracking().OrderByDescending(r => r.RecordedAtUtc).ThenByDescending(r => r.EffectiveOn).ThenBy(r => r.Id)
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(r => new Row(
                db.Memberships.Where(m => m.MergedIntoId == null && m.Person.IdentityIndex == r.IdentityIndex).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault()
                    ?? applicants.Where(a => a.IdentityIndex == r.IdentityIndex).OrderBy(a => a.Id).Select(a => a.Name).FirstOrDefault(),
                db.Memberships.Where(m => m.MergedIntoId == null && m.Person.IdentityIndex == r.IdentityIndex).Select(m => (Guid?)m.Id).FirstOrDefault(),
                r.Kind, r.EffectiveOn, r.Statement, r.RecordSource, r.VoidedAtUtc != null))
            .ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public IActionResult OnGetTemplate() => File(ListTemplate.Write(new TemplateList("记录", RecordColumns.All, "一行一条记录。")), WorkbookWriter.ContentType, "处罚惩戒投诉记录模板.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await UploadReading.ReadAsync(ModelState, nameof(Sheet), Sheet, ct) is { } content
            ? await this.AnswerAsync(await upload.RunAsync(UploadKind.Records, Sheet!.FileName, content, ct), taken => RedirectToPage("RecordFile", new { taken.Id }), ct)
            : await this.MalformedAsync(ct);

    /// <summary>A record and whom it speaks of.</summary>
    public sealed record Row(string? Name, Guid? MembershipId, OfficialRecordKind Kind, DateOnly EffectiveOn, string Statement, string RecordSource, bool IsVoided);
}
