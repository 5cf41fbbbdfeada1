using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>材料: photo, licence, identity card and what else is handed in.</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class PapersModel(AidDb db, RoundBooks books, AddPaper add, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperForm Form { get; set; } = new();

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await OwnForm.FindAsync(db, books, officer, clock, Id, ct) is null)
        {
            return false;
        }

        Papers = await db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == Id && p.ReplacedAtUtc == null).OrderBy(p => p.Kind).Select(p => new PaperRow(p.Id, p.Kind, p.Bytes, p.AddedAtUtc)).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await add.RunAsync(Id, Form.Kind!.Value, (await Form.File.BytesAsync(ct))!, ct), _ => this.Done("已上传。", RedirectToPage(new { Id })), ct);
    }
}

/// <summary>A file, and what it is.</summary>
public sealed class PaperForm
{
    [Required, Display(Name = "材料")]
    public ApplicationPaperKind? Kind { get; set; }

    [Required, Display(Name = "文件"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? File { get; set; }
}
