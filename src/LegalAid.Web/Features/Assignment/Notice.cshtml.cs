using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// 《指派通知书》(BB-6.3) as print view and Word file, for the office, the assigned institution and the handler. The screen hides the recipient's phone
/// until somebody who has to call says what for.
/// </summary>
[Authorize(Policy = Policies.Papers)]
[ReadsByPost]
public sealed class NoticeModel(AidDb db, AssignmentPapers papers, RevealNotice reveal, DownloadNotice download, CurrentOfficer officer) : PageModel, IFormPage
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public NoticeForm Form { get; set; } = new();

    public Paper Paper { get; private set; } = null!;

    public Guid CaseId { get; private set; }

    /// <summary>Something is hidden, and this officer may ask for it.</summary>
    public bool CanReveal { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var caseId = await db.Assignments.SeenBy(officer).Where(a => a.Id == Id).Select(a => (Guid?)a.CaseId).SingleOrDefaultAsync(ct);
        if (caseId is null || await papers.NoticeAsync(Id, ct) is not { } paper)
        {
            return false;
        }

        CanReveal = paper.Hidden.Count > 0 && await db.Assignments.ReachedBy(officer).AnyAsync(a => a.Id == Id, ct);
        (Paper, CaseId) = (paper.Masked(), caseId.Value);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostRevealAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (!await LoadAsync(ct) || await reveal.RunAsync(Id, Form.Purpose.Trim(), ct) is not { } whole)
        {
            return NotFound();
        }

        (Paper, CanReveal) = (whole, false);
        return Page();
    }

    public async Task<IActionResult> OnPostWordAsync(CancellationToken ct) =>
        await download.RunAsync(Id, ct) is { } paper ? File(paper.ToWord(), WordType, $"指派通知书-{paper.Number}.docx") : NotFound();
}

/// <summary>What the whole contact is looked at for.</summary>
public sealed class NoticeForm
{
    [Required, Display(Name = "用途"), StringLength(200, MinimumLength = 4)]
    public string Purpose { get; set; } = "";
}
