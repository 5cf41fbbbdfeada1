using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>期初数据: the template, the upload of what an office brings along, and what came of the latest files.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class GoingLiveModel(AidDb db, UploadRegistryFile upload, OfficeClock clock) : PageModel, IFormPage
{
    private const int Shown = 20;

    [BindProperty, Display(Name = "期初数据文件")]
    public IFormFile? Figures { get; set; }

    public IReadOnlyList<UploadRow> Latest { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Latest = await UploadRow.LatestAsync(db, u => u.Kind == UploadKind.GoingLive, Shown, clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public IActionResult OnGetTemplate() => File(GoingLiveTemplate.Write(), WorkbookWriter.ContentType, "期初数据模板.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await UploadReading.ReadAsync(ModelState, nameof(Figures), Figures, ct) is { } content
            ? await this.AnswerAsync(await upload.RunAsync(UploadKind.GoingLive, Figures!.FileName, content, ct), taken => RedirectToPage("File", new { taken.Id }), ct)
            : await this.MalformedAsync(ct);
}
