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

namespace LegalAid.Web.Features.Joining;

/// <summary>执业经历和奖惩, line by line (QJ-F.4, QJ-F.5).</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class CareerModel(AidDb db, RoundBooks books, ChangeCareer change, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CareerForm Form { get; set; } = new();

    [BindProperty]
    public Guid? LineId { get; set; }

    public IReadOnlyList<CareerLine> Lines { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await OwnForm.FindAsync(db, books, officer, clock, Id, ct) is null)
        {
            return false;
        }

        Lines = await db.CareerLines.AsNoTracking().Where(l => l.ApplicationId == Id).OrderBy(l => l.Kind).ThenBy(l => l.FirstDay).ThenBy(l => l.Id).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Form.LastDay < Form.FirstDay)
        {
            ModelState.AddModelError("Form.LastDay", "结束日期早于开始日期。");
        }

        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await change.RunAsync(Id, new(Form.Kind!.Value, Form.FirstDay!.Value, Form.LastDay, Form.Statement.Trim()), remove: null, ct), _ => RedirectToPage(new { Id }), ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(LineId));
        return await this.AnswerAsync(await change.RunAsync(Id, add: null, LineId ?? Guid.Empty, ct), _ => RedirectToPage(new { Id }), ct);
    }
}

/// <summary>One line of a career.</summary>
public sealed class CareerForm
{
    [Required, Display(Name = "类别")]
    public CareerKind? Kind { get; set; }

    [Required, Display(Name = "开始或者生效日期")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "结束日期")]
    public DateOnly? LastDay { get; set; }

    [Required, Display(Name = "内容"), StringLength(200)]
    public string Statement { get; set; } = "";
}

/// <summary>An own application that may be changed now.</summary>
internal static class OwnForm
{
    public static async Task<PoolApplication?> FindAsync(AidDb db, RoundBooks books, CurrentOfficer officer, OfficeClock clock, Guid id, CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } application)
        {
            return null;
        }

        var round = await db.RecruitmentRounds.AsNoTracking().SingleAsync(r => r.Id == application.RoundId, ct);
        var rules = await books.OfAsync(round, application.SubmittedAtUtc ?? clock.UtcNow, ct);
        return ApplicationSteps.WhyNot(ApplicationStep.Edit, application.StandingAt(round, ApplicationRules.SubmitterOf(rules), clock.UtcNow), rules) is null ? application : null;
    }
}
