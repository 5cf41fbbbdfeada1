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

/// <summary>名册导入: uploads a roster or an office's history and shows what came of the latest ones.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ImportModel(AidDb db, UploadRegistryFile upload, OfficeClock clock) : PageModel, IFormPage
{
    public const int LargestMegabytes = 10;
    private const int Shown = 10;

    [BindProperty, Display(Name = "名册文件")]
    public IFormFile? Roster { get; set; }

    [BindProperty, Display(Name = "办案历史文件")]
    public IFormFile? History { get; set; }

    public IReadOnlyList<UploadRow> Latest { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var oldest = clock.UtcNow - RegistryUpload.Lifetime;
        Latest = await db.RegistryUploads.AsNoTracking().Where(u => u.Kind != UploadKind.Records)
            .OrderByDescending(u => u.CreatedAtUtc)
            .Take(Shown)
            .Select(u => new UploadRow(
                u.Id, u.Kind, u.FileName, u.CreatedAtUtc, u.ImportedAtUtc, u.Added, u.Changed, u.Unchanged, u.Refused,
                u.Content != null && u.CreatedAtUtc >= oldest,
                db.Users.Where(o => o.Id == u.OfficerId).Select(o => o.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public Task<IActionResult> OnPostRosterAsync(CancellationToken ct) => TakeAsync(UploadKind.Roster, nameof(Roster), Roster, ct);

    public Task<IActionResult> OnPostHistoryAsync(CancellationToken ct) => TakeAsync(UploadKind.History, nameof(History), History, ct);

    private async Task<IActionResult> TakeAsync(UploadKind kind, string field, IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length > LargestMegabytes * 1024 * 1024)
        {
            ModelState.AddModelError(field, file is null ? "请选择要上传的 .xlsx 文件。" : $"文件超过 {LargestMegabytes} MB，请拆成几个文件。");
            return await this.MalformedAsync(ct);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var outcome = await upload.RunAsync(kind, file.FileName, content.ToArray(), ct);
        return outcome.Value is { } taken
            ? RedirectToPage(kind == UploadKind.Roster ? "Roster" : "History", new { taken.Id })
            : await this.RefusedAsync(outcome.Refusals, ct);
    }

    public sealed record UploadRow(
        Guid Id, UploadKind Kind, string FileName, DateTime CreatedAtUtc, DateTime? ImportedAtUtc, int Added, int Changed, int Unchanged, int Refused, bool IsOpen, string Officer)
    {
        public string Page => Kind == UploadKind.Roster ? "Roster" : "History";
    }
}
