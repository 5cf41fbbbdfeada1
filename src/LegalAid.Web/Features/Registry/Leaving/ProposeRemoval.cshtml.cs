using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>提出清退建议 (WZ-28).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProposeRemovalModel(AidDb db, ProposeRemoval propose, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RemovalForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>How long the person may be heard; null where the book knows no removal.</summary>
    public int? HearingDays { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        HearingDays = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions?.Removal.HearingDays.Value;
        Name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) ?? "";
        return Name.Length > 0;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.ToldOn = clock.Today;
        if (await UnreportedLossAsync(ct) is { } lost)
        {
            (Form.Ground, Form.Reason) = (RemovalGround.UnreportedLoss, $"执业状态核查结果为“{lost}”，没有主动报告。");
        }

        return await this.ShowAsync(ct);
    }

    // Whoever the latest check finds in order, or joined after it, has lost nothing (WZ-28.4).
    private async Task<string?> UnreportedLossAsync(CancellationToken ct)
    {
        var joined = await db.Memberships.Where(m => m.Id == Id).Select(m => (DateOnly?)m.JoinedOn).SingleOrDefaultAsync(ct);
        var latest = await db.LicenceChecks.AsNoTracking().OrderByDescending(c => c.CheckedAtUtc).ThenBy(c => c.Id).Select(c => new { c.Id, c.CheckedAtUtc }).FirstOrDefaultAsync(ct);
        return latest is null || DateOnly.FromDateTime(OfficeClock.ToLocal(latest.CheckedAtUtc)) < joined ? null
            : await db.LicenceFindings.Where(f => f.CheckId == latest.Id && f.MembershipId == Id && f.State != null && f.ReportedAtUtc == null).Select(f => f.State).SingleOrDefaultAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await propose.RunAsync(Id, new(Form.Ground!.Value, Form.Cited.Trim(), Form.Reason.Trim(), Form.ToldOn!.Value, await Form.Evidence.BytesAsync(ct)), ct),
                proposal => this.Done("清退建议已提出，待本人陈述、负责人决定。", RedirectToPage("Removal", new { proposal.Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why somebody is to be removed.</summary>
public sealed class RemovalForm
{
    [Required, Display(Name = "事由")]
    public RemovalGround? Ground { get; set; }

    [Required, Display(Name = "依据的法条和条款"), StringLength(200)]
    public string Cited { get; set; } = "";

    [Required, Display(Name = "事实"), StringLength(500)]
    public string Reason { get; set; } = "";

    [Required, Display(Name = "告知本人的日期")]
    public DateOnly? ToldOn { get; set; }

    [Display(Name = "证据"), LargestFile(EvidenceTypes.LargestMegabytes)]
    public IFormFile? Evidence { get; set; }
}
