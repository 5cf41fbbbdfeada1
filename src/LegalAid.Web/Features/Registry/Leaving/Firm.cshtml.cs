using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
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
public sealed class FirmModel(AidDb db, ChangeFirm change, FirmMoves moves, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
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

    /// <summary>What the form would come to, once it was looked at; null before.</summary>
    public FirmCheck? Check { get; private set; }

    public bool MayRecord => Check is { WhyNot.Count: 0 };

    private DateOnly Day => Form.Day ?? clock.Today;

    private FirmTarget Target => new(Form.InstitutionId, Form.As, string.IsNullOrWhiteSpace(Form.Employer) ? null : Form.Employer.Trim());

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
        if (HttpMethods.IsGet(Request.Method))
        {
            Form.Day = today;
        }
        else if (ModelState.IsValid)
        {
            await LookAsync(ct);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>Shows what the change would come to; nothing is recorded.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => ModelState.IsValid ? await this.ShowAsync(ct) : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await change.RunAsync(Id, new(Target, Day, Form.Reason.Trim(), Form.ShownLoss), ct), _ => this.Done(Told, RedirectToPage("/Registry/People/Person", new { Id })), ct)
            : await this.MalformedAsync(ct);

    private string Told => PlannedChanges.LiesAhead(Day, clock.Today) ? $"已登记，自{Show.FullDay(Day)}起生效；到日以前可以撤回。" : Form.As is null ? "已登记转所。" : "已登记转任。";

    private async Task LookAsync(CancellationToken ct)
    {
        var member = await db.Memberships.AsNoTracking().WithStandings().SingleAsync(m => m.Id == Id, ct);
        var looked = await moves.CheckAsync(member, Target, PlannedChanges.LiesAhead(Day, clock.Today) ? Day : clock.Today, ct);
        Check = looked?.Value;
        if (looked?.Refusal is { } incomplete && this.Refusals().Count == 0)
        {
            ViewData[FormPages.RefusalsKey] = (IReadOnlyList<Refusal>)[incomplete];
        }
    }

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

    [Display(Name = "自哪一天起")]
    public DateOnly? Day { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Reason { get; set; } = "";

    /// <summary>The loss that stood on the page with the findings.</summary>
    [StringLength(20)]
    public string? ShownLoss { get; set; }
}
