using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The own application: the form while it is with the applicant, afterwards what was handed in and how far it is.</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class ApplicationModel(AidDb db, ApplicationViews views, SaveApplication save, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PoolApplicationForm Form { get; set; } = new();

    /// <summary>Saved, the applicant goes on to the next page.</summary>
    [BindProperty]
    public bool GoesOn { get; set; }

    public ApplicationView View { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Institutions { get; private set; } = new Dictionary<Guid, string>();

    public bool CanEdit { get; private set; }

    public bool CanWithdraw { get; private set; }

    /// <summary>The employer has agreed, and the person submits now (WZ-7.2b).</summary>
    public bool IsAgreed { get; private set; }

    public DateOnly Today => clock.Today;

    public bool TakesOtherEmployers => View.Rules.District.Value == DistrictReach.Anywhere || ApplicationRules.OpenTo(View.Rules).Any(kind => !PersonKinds.HasInstitution(kind));

    /// <summary>The lists the round is for, and no other.</summary>
    public IReadOnlyList<SelectListItem> Pools => [.. new[] { LegalAid.Rules.Registry.Pools.Duty, LegalAid.Rules.Registry.Pools.Cases }.Where(pool => View.Round.Pools.HasFlag(pool)).Select(pool => new SelectListItem(RecruitmentWords.Of(pool), pool.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds => [.. ApplicationRules.OpenTo(View.Rules).Select(kind => new SelectListItem(RecruitmentWords.Of(kind), kind.ToString()))];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } application)
        {
            return false;
        }

        View = await views.ReadAsync(application, whole: true, ct);
        var standing = application.StandingAt(View.Round, ApplicationRules.SubmitterOf(View.Rules), clock.UtcNow);
        CanEdit = ApplicationSteps.WhyNot(ApplicationStep.Edit, standing, View.Rules) is null;
        IsAgreed = standing is { Place: ApplicationPlace.WithEmployer, Endorsed: true } && ApplicationRules.SubmitterOf(View.Rules) == Submitter.PersonWithConsent;
        CanWithdraw = ApplicationSteps.WhyNot(ApplicationStep.Withdraw, standing, View.Rules) is null;
        Institutions = CanEdit ? await OfferedInstitutions.OfAsync(db, application.OfficeId, clock.UtcNow, ct) : Institutions;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Form = ApplicationWriting.Read(View.Application, cipher);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await save.RunAsync(Id, Form, ct), _ => GoesOn ? Redirect($"/joining/applications/{Id}/career") : this.Done("已保存。接着填写经历，上传材料。", RedirectToPage(new { Id })), ct);
    }
}
