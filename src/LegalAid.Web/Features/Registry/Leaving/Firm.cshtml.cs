using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记转所、转任: a member practises elsewhere now, or as another kind of lawyer.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class FirmModel(AidDb db, ChangeFirm change, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    private const int Offered = 500;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public FirmForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Present { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    /// <summary>As what a lawyer may stay although without a law firm; empty where the book's pool knows no such kind.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await db.Memberships.Where(m => m.Id == Id && m.LeftOn == null).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.Kind, m.InstitutionId, Institution = m.Institution.Name }).SingleOrDefaultAsync(ct);
        if (member is null)
        {
            return false;
        }

        (Name, Present) = (member.Name, member.Institution);
        var today = clock.Today;
        Institutions = await db.Institutions.Where(i => i.Kind == InstitutionKind.LawFirm || i.Kind == InstitutionKind.LegalServiceOffice).Where(i => i.Id != member.InstitutionId && (i.ClosedOn == null || i.ClosedOn > today) && db.Memberships.Any(m => m.InstitutionId == i.Id))
            .OrderBy(i => i.Name).Take(Offered).Select(i => new SelectListItem(i.Name, i.Id.ToString())).ToListAsync(ct);
        Kinds = PersonKinds.IsLawyer(member.Kind) ? await OpenKindsAsync(ct) : [];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await change.RunAsync(Id, new(Form.InstitutionId, Form.As, string.IsNullOrWhiteSpace(Form.Employer) ? null : Form.Employer.Trim(), Form.Reason.Trim()), ct),
                _ => this.Done(Form.As is null ? "已登记转所。" : "已登记转任。", RedirectToPage("/Registry/People/Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);

    private async Task<IReadOnlyList<SelectListItem>> OpenKindsAsync(CancellationToken ct)
    {
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Recruitment ?? RecruitmentRules.Unwritten;
        return [.. ApplicationRules.OpenTo(rules).Where(kind => PersonKinds.IsEmployedLawyer(PersonKinds.PractitionerOf(kind))).Select(kind => new SelectListItem(RecruitmentWords.Of(kind), $"{kind}"))];
    }
}

/// <summary>Where somebody practises now, and what shows it.</summary>
public sealed class FirmForm
{
    [Display(Name = "新的机构")]
    public Guid? InstitutionId { get; set; }

    [Display(Name = "转任")]
    public PoolPerson? As { get; set; }

    [Display(Name = "所在单位"), StringLength(60)]
    public string? Employer { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Reason { get; set; } = "";
}
