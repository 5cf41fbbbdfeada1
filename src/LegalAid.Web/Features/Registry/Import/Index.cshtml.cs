using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry;

/// <summary>名册导入: uploads a roster or an office's history and shows what came of the latest ones.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ImportModel(AidDb db, UploadRegistryFile upload, OfficeClock clock) : PageModel, IFormPage
{
    private const int Shown = 10;

    [BindProperty, Display(Name = "名册文件")]
    public IFormFile? Roster { get; set; }

    [BindProperty, Display(Name = "办案历史文件")]
    public IFormFile? History { get; set; }

    public IReadOnlyList<UploadRow> Latest { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Latest = await UploadRow.LatestAsync(db, u => u.Kind == UploadKind.Roster || u.Kind == UploadKind.History, Shown, clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public IActionResult OnGetRosterTemplate() => File(ListTemplate.Write(new TemplateList("名册", RosterColumns.Of(UploadKind.Roster), "一行一人。")), WorkbookWriter.ContentType, "名册模板.xlsx");

    public IActionResult OnGetHistoryTemplate() =>
        File(ListTemplate.Write([.. HistoryColumns.Of(UploadKind.History).Select(known => new TemplateList(known.Sheet, known.Columns))]), WorkbookWriter.ContentType, "办案历史模板.xlsx");

    public Task<IActionResult> OnPostRosterAsync(CancellationToken ct) => TakeAsync(UploadKind.Roster, nameof(Roster), Roster, ct);

    public Task<IActionResult> OnPostHistoryAsync(CancellationToken ct) => TakeAsync(UploadKind.History, nameof(History), History, ct);

    private async Task<IActionResult> TakeAsync(UploadKind kind, string field, IFormFile? file, CancellationToken ct)
    {
        if (await UploadReading.ReadAsync(ModelState, field, file, ct) is not { } content)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await upload.RunAsync(kind, file!.FileName, content, ct);
        return outcome.Value is { } taken
            ? RedirectToPage(kind == UploadKind.Roster ? "Roster" : "History", new { taken.Id })
            : await this.RefusedAsync(outcome.Refusals, ct);
    }
}
