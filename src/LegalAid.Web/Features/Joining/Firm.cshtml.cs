using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
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

/// <summary>入库推荐: what the institution's people handed to it; its opinion on one or many, and the way to the centre (QJ-5.2, QJ-6.4).</summary>
[Authorize(Policy = Policies.Firm)]
public sealed class FirmModel(AidDb db, RoundBooks books, EndorseApplications endorse, SubmitApplications submit, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public RecommendationForm Form { get; set; } = new();

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The book has the institution submit; where it only consents, the person does.</summary>
    public bool Submits { get; private set; }

    /// <summary>The book wants the institution's seal (QJ-F.6).</summary>
    public bool AsksSeal { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var rules = await books.OnAsync(officer.OfficeId, now, ct);
        (Submits, AsksSeal) = (rules is not null && ApplicationRules.SubmitterOf(rules) == Submitter.Institution, rules is not null && ApplicationRules.SealOf(rules) is not null);
        var own = db.PoolApplications.AsNoTracking().VisibleTo(officer);
        Total = await own.CountAsync(ct);
        var page = await (
            from a in own
            join r in db.RecruitmentRounds on a.RoundId equals r.Id
            orderby a.Status == ApplicationStatus.WithInstitution descending, r.OpensAtUtc descending, a.HandedOverAtUtc, a.Id
            select new { a.Id, a.Name, r.Title, r.ClosesAtUtc, Round = r.Status, a.Status, InTime = a.SubmittedAtUtc != null, a.EndorsedAtUtc }).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = page.ConvertAll(a => new Row(a.Id, a.Name, a.Title, a.ClosesAtUtc, ApplicationStatuses.Outside(ApplicationStatuses.At(a.Status, a.InTime, a.ClosesAtUtc, now), a.Round, a.ClosesAtUtc), a.EndorsedAtUtc));
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostEndorseAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await endorse.RunAsync(Form.Ids, new(Form.Opinion?.Trim(), await Form.Seal.BytesAsync(ct)), ct), made => this.Done($"已对 {made.Count} 人出具意见。", RedirectToPage()), ct);
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => ModelState.IsValid
        ? await this.AnswerAsync(await submit.RunAsync(Form.Ids, ct), made => this.Done($"已提交 {made.Count} 份申请。", RedirectToPage()), ct)
        : await this.MalformedAsync(ct);

    /// <summary>An application of the institution's people.</summary>
    public sealed record Row(Guid Id, string Name, string Round, DateTime? ClosesAtUtc, ApplicationStatus Status, DateTime? EndorsedAtUtc);
}

/// <summary>The institution's opinion on some of its people.</summary>
public sealed class RecommendationForm
{
    public List<Guid> Ids { get; set; } = [];

    [Display(Name = "推荐意见"), StringLength(500)]
    public string? Opinion { get; set; }

    [Display(Name = "盖章页"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? Seal { get; set; }
}
