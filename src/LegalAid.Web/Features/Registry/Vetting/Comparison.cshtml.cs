using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>申报比较: the applicants of a round side by side, and the choice among them with reasons.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ComparisonModel(AidDb db, VettingFactsReader reader, RoundBooks books, SelectApplicants select, OfficeClock clock) : PageModel, IFormPage
{
    public const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public PoolPerson? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty]
    public SelectionForm Form { get; set; } = new();

    public RecruitmentRound Round { get; private set; } = null!;

    public int Total { get; private set; }

    public RoundTally Tally { get; private set; } = null!;

    public IReadOnlyList<ComparedApplicant> Rows { get; private set; } = [];

    /// <summary>What is weighed, in the book's order (QJ-6.6).</summary>
    public IReadOnlyList<SelectionFactor> Factors { get; private set; } = [];

    /// <summary>Choosing begins when the applications are closed, and ends with the publication.</summary>
    public bool MayChoose => Round.Status == RoundStatus.Published && !(clock.UtcNow < Round.ClosesAtUtc);

    /// <summary>Choosing has not begun yet.</summary>
    public bool Waits => Round.Status == RoundStatus.Published && clock.UtcNow < Round.ClosesAtUtc;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        Tally = await RoundTally.ReadAsync(db, Id, ct);
        Factors = ApplicationRules.FactorsOf(await books.OfAsync(round, clock.UtcNow, ct));
        var rows = ComparisonRows.Of(db, Id, Status, Person);
        Total = await rows.CountAsync(ct);
        var page = await ComparisonRows.Sorted(db, rows, Sort ?? FactorColumns.SortOf(Factors[0])).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).Select(a => a.Id).ToListAsync(ct);
        Rows = await ComparisonRows.VetAsync(db, reader, page, clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var chosen = Form.Lines.Where(line => line.Chosen).DistinctBy(line => line.Id).ToDictionary(line => line.Id, line => (string.IsNullOrWhiteSpace(line.Reason) ? Form.Reason : line.Reason)?.Trim() ?? "");
        var outcome = await select.RunAsync(Id, new(Form.Selects!.Value, chosen, string.IsNullOrWhiteSpace(Form.OverQuotaReason) ? null : Form.OverQuotaReason.Trim()), ct);
        return await this.AnswerAsync(outcome, _ => this.Done($"{chosen.Count} 人已列为“{(Form.Selects!.Value ? "拟入库" : "不予入库")}”。", RedirectToPage(new { Id, Status, Person, Sort, P })), ct);
    }
}

/// <summary>Whom is chosen, and why.</summary>
public sealed class SelectionForm
{
    [MaxLength(ComparisonModel.PageSize)]
    public List<SelectionLine> Lines { get; set; } = [];

    [Required, Display(Name = "决定")]
    public bool? Selects { get; set; }

    [Display(Name = "共同的理由"), StringLength(500)]
    public string? Reason { get; set; }

    [Display(Name = "超出名额的理由"), StringLength(300)]
    public string? OverQuotaReason { get; set; }
}

/// <summary>One applicant of the table.</summary>
public sealed class SelectionLine
{
    public Guid Id { get; set; }

    public bool Chosen { get; set; }

    [StringLength(500)]
    public string? Reason { get; set; }
}
