using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Conflicts;

/// <summary>利益冲突同意书: the written consents of one case, and a new one.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ConsentsModel(AidDb db, ConflictSearch search, RecordConsent record, WithdrawConsent withdraw, OpenConsent open) : PageModel, IFormPage
{
    [FromRoute]
    public Guid CaseId { get; set; }

    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    [BindProperty]
    public ConsentLook Look { get; set; } = new();

    [BindProperty]
    public Guid? ConsentId { get; set; }

    public AidCase Case { get; private set; } = null!;

    public IReadOnlyList<ConsentRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Conflicts { get; private set; } = [];

    /// <summary>The text just opened.</summary>
    public string? Opened { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == CaseId && c.DecidedAtUtc != null, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        var all = (await search.ForAsync(found, ct)).All;
        var consents = await db.ConflictConsents.AsNoTracking().Where(c => c.CaseId == CaseId).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.GivenBy, c.GivenOn, c.BothSides, c.Source, c.SourceId, Withdrawn = c.WithdrawnAtUtc != null }).ToListAsync(ct);
        Rows = consents.ConvertAll(c => new ConsentRow(c.Id, c.GivenBy, c.GivenOn, c.BothSides, c.Withdrawn, Lifts(all.FirstOrDefault(conflict => (conflict.Source, conflict.SourceId) == (c.Source, c.SourceId)), c.Source)));
        Conflicts =
        [
            .. all.Where(conflict => conflict.CanBeConsentedTo && conflict.Checked.Consent is null)
                .Select(conflict => ConflictRow.Of(conflict)).Select(row => new SelectListItem($"{row.Where}：{string.Join('；', row.Findings.Select(finding => finding.Fact).Distinct(StringComparer.Ordinal))}", row.ConsentKey)),
        ];
        return true;
    }

    // What a consent lifts is looked for anew; a conflict that is no more there says only of which kind it was.
    private static string Lifts(FoundConflict? conflict, ConflictSource source) => conflict is null
        ? $"{ConflictRow.PlaceOf(source, null)}（现在已查不到）"
        : $"{ConflictRow.Of(conflict).Where}：{string.Join('；', conflict.Checked.Unheard(conflict.View).Institution.Select(finding => $"{finding.Fact}（{finding.Rule}）").Distinct(StringComparer.Ordinal))}";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await record.RunAsync(CaseId, Form, ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已登记同意书。");
        return RedirectToPage(new { CaseId });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(ConsentId));
        if (ConsentId is not { } consentId || await withdraw.RunAsync(CaseId, consentId, ct) is null)
        {
            return NotFound();
        }

        this.Tell("已登记撤回，利益冲突照旧处理。");
        return RedirectToPage(new { CaseId });
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Look));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        Opened = await open.RunAsync(CaseId, Look.ConsentId, Look.Purpose.Trim(), ct);
        return Opened is null ? NotFound() : await this.ShowAsync(ct);
    }
}

/// <summary>A consent for the page.</summary>
public sealed record ConsentRow(Guid Id, string GivenBy, DateOnly GivenOn, bool BothSides, bool Withdrawn, string Lifts);

/// <summary>A look at the sealed text.</summary>
public sealed class ConsentLook
{
    public Guid ConsentId { get; set; }

    [Required, Display(Name = "查看内容的用途"), StringLength(200)]
    public string Purpose { get; set; } = "";
}

/// <summary>A consent as entered.</summary>
public sealed class ConsentForm
{
    [Required, Display(Name = "哪一项利益冲突")]
    public string Conflict { get; set; } = "";

    [Required, Display(Name = "同意人"), StringLength(120)]
    public string GivenBy { get; set; } = "";

    [Required, Display(Name = "同意日期")]
    public DateOnly? GivenOn { get; set; }

    [Display(Name = "双方都已书面同意")]
    public bool BothSides { get; set; }

    [Required, Display(Name = "同意书内容"), StringLength(2000)]
    public string Document { get; set; } = "";
}
