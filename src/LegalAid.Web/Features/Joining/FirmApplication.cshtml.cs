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

/// <summary>One application as the institution reads it; it may give it back to be changed, or take its recommendation back before the closing time.</summary>
[Authorize(Policy = Policies.Firm)]
public sealed class FirmApplicationModel(AidDb db, ApplicationViews views, GiveBackApplication giveBack, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public GiveBackForm Form { get; set; } = new();

    public ApplicationView View { get; private set; } = null!;

    public bool CanGiveBack { get; private set; }

    public bool CanTakeBack { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } application)
        {
            return false;
        }

        View = await views.ReadAsync(application, whole: false, ct);
        var standing = application.StandingAt(View.Round, ApplicationRules.SubmitterOf(View.Rules), clock.UtcNow);
        CanGiveBack = ApplicationSteps.WhyNot(ApplicationStep.GiveBack, standing, View.Rules) is null;
        CanTakeBack = ApplicationSteps.WhyNot(ApplicationStep.TakeBack, standing, View.Rules) is null;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(
            await giveBack.RunAsync(Id, Form.Reason.Trim(), ct),
            application => application.Status == ApplicationStatus.WithInstitution ? this.Done("推荐已撤回。", Redirect($"/joining/firm/{Id}")) : this.Done("已退回本人修改。", Redirect("/joining/firm")),
            ct);
    }
}

/// <summary>Why it goes back.</summary>
public sealed class GiveBackForm
{
    [Required, Display(Name = "理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
