using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry.Vetting;
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

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>审核: every criterion of the office's book with clause, fact and verdict, what contradicts the records, and what a person confirms.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class VettingModel(AidDb db, VettingFactsReader reader, ConfirmCriterion confirm, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ConfirmationForm Form { get; set; } = new();

    public VettedApplication Vetted { get; private set; } = null!;

    public string Institution { get; private set; } = "";

    /// <summary>Who stands aside.</summary>
    public IReadOnlyList<string> Recused { get; private set; } = [];

    /// <summary>Whoever looks does.</summary>
    public bool IsRecused { get; private set; }

    public VettingTrail Trail { get; private set; } = null!;

    public bool IsOpen => Vetted.Application.Status == ApplicationStatus.Submitted;

    public IReadOnlyList<SelectListItem> Criteria =>
        [.. ConfirmedByPerson.Open(Vetted.Facts, Vetted.Decision).Select(criterion => new SelectListItem(VettingWords.Of(criterion), criterion.ToString()))];

    public bool AsksAssessment => Vetted.Facts.Rules.Recruitment.Conditions?.AdmissionAssessment.Value == true;

    /// <summary>The employer was stated in words, and a clerk says which institution that is.</summary>
    public bool AsksInstitution => MatchInstitution.IsAsked(Vetted.Application);

    public bool AsksOpinions => Vetted.Facts.Rules.Recruitment.Pools is not null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if ((await reader.ReadAsync(ApplicationsUnderVetting.Seen(db).Where(a => a.Id == Id), clock.UtcNow, ct)).SingleOrDefault() is not { } vetted)
        {
            return false;
        }

        Vetted = vetted;
        Institution = await db.Institutions.Where(i => i.Id == vetted.Application.InstitutionId).Select(i => i.Name).SingleOrDefaultAsync(ct) ?? vetted.Application.Employer ?? "—";
        Recused = await db.Users.Where(u => db.ApplicationRecusals.Any(r => r.ApplicationId == Id && r.OfficerId == u.Id)).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => u.DisplayName).ToListAsync(ct);
        IsRecused = await db.ApplicationRecusals.AnyAsync(r => r.ApplicationId == Id && r.OfficerId == officer.Id, ct);
        Trail = await VettingTrail.ReadAsync(db, cipher, Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await confirm.RunAsync(Id, Form, ct), made => this.Done($"已确认“{string.Join('、', made.Select(one => VettingWords.Of(one.Criterion)))}”。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What a person confirms of one criterion, or of several on the same ground.</summary>
public sealed class ConfirmationForm
{
    [MinLength(1, ErrorMessage = "请勾选要确认的条件。"), Display(Name = "条件")]
    public List<VettingCriterion> Criterion { get; set; } = [];

    [Required, Display(Name = "是否符合")]
    public bool? Met { get; set; }

    [Required, Display(Name = "依据"), StringLength(300)]
    public string Reason { get; set; } = "";
}
