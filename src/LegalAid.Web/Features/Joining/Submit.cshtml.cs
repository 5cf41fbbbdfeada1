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

/// <summary>核对提交: what is still missing, what is signed for, and then to the employer or to the centre, as the book says.</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class SubmitModel(AidDb db, ApplicationViews views, HandInApplication handIn, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DeclarationForm Form { get; set; } = new();

    public ApplicationView View { get; private set; } = null!;

    public Submitter By => ApplicationRules.SubmitterOf(View.Rules);

    /// <summary>The employer has agreed, and the person submits now.</summary>
    public bool IsAgreed { get; private set; }

    public bool GoesToEmployer { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } application)
        {
            return false;
        }

        View = await views.ReadAsync(application, whole: true, ct);
        var standing = application.StandingAt(View.Round, By, clock.UtcNow);
        GoesToEmployer = standing.Place == ApplicationPlace.AtHome && standing.HasEmployer;
        IsAgreed = ApplicationSteps.WhyNot(ApplicationStep.Submit, standing, View.Rules) is null && standing.Place == ApplicationPlace.WithEmployer && By == Submitter.PersonWithConsent;
        return IsAgreed || ApplicationSteps.WhyNot(ApplicationStep.Edit, standing, View.Rules) is null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : View is null ? NotFound() : Redirect($"/joining/applications/{Id}");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await handIn.RunAsync(Id, Form.Declares, ct);
        if (outcome is { Value: null } && !await LoadAsync(ct))
        {
            return this.Done(outcome.Refusals[0].Message, Redirect($"/joining/applications/{Id}"));       // closed or moved on meanwhile: its page says how it stands
        }

        return await this.AnswerAsync(outcome, made => this.Done(made.Status == ApplicationStatus.Submitted ? "已提交中心。" : "已交所在单位。", Redirect($"/joining/applications/{Id}")), ct);
    }
}

/// <summary>The applicant's signature.</summary>
public sealed class DeclarationForm
{
    [Display(Name = "我承诺以上各项")]
    public bool Declares { get; set; }
}
