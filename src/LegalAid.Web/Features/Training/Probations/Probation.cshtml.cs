using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>试用期 of one member: begun by the day of the certificate, judged when it is over (WZ-19).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ProbationModel(AidDb db, OfficeBooks books, BeginProbation begin, AssessProbation assess, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public BeginProbationForm Form { get; set; } = new();

    [BindProperty]
    public AssessmentForm Assessment { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>The last one since the member joined; null where there was none.</summary>
    public Probation? Probation { get; private set; }

    public string Companion { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Companions { get; private set; } = [];

    public int BelowYears { get; private set; }

    public int Months { get; private set; }

    /// <summary>Whether the book has beginners paired.</summary>
    public bool Paired { get; private set; }

    public Refusal? WhyNotAssess { get; private set; }

    public Refusal? WhyNotExtend { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Memberships.AsNoTracking().Where(m => m.Id == Id && m.LeftOn == null).Select(m => new { Name = m.RosterName ?? m.Person.Name, Since = m.Standings.Where(s => s.Pool == Pools.Duty && s.LeftOn == null).Max(s => (DateOnly?)s.EnteredOn) ?? m.JoinedOn, m.QualifiedOn }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        Name = found.Name;
        Form.QualifiedOn ??= found.QualifiedOn;
        Probation = await db.Probations.AsNoTracking().Where(p => p.MembershipId == Id && p.StartsOn >= found.Since && (p.Status != ProbationStatus.Ended || p.AssessedById != null)).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).FirstOrDefaultAsync(ct);
        if ((await books.InForceOnAsync(officer.OfficeId, Probation?.StartsOn ?? clock.Today, ct)).Training?.Probation is { } rules)
        {
            (BelowYears, Months, Paired) = (rules.CertificateBelowYears.Value, rules.Months.Value, rules.Paired.Value);
            (WhyNotAssess, WhyNotExtend) = Probation is { } running ? (OnProbation.WhyNotAssess(running.EndsOn, clock.Today, rules), OnProbation.WhyNotExtend(running.Extensions, rules)) : (null, null);
        }

        await NamesAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await begin.RunAsync(Id, Form, ct), begun => this.Done(begun.Probation is null ? "已登记资格证日期，不须试用。" : "已开始试用。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Assessment));
        return ModelState.IsValid
            ? await this.AnswerAsync(await assess.RunAsync(Id, Assessment, ct), _ => this.Done("已登记考核结论。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    private async Task NamesAsync(CancellationToken ct)
    {
        var people = db.Memberships.AsNoTracking();
        Companion = Probation?.CompanionId is { } one ? await people.Where(m => m.Id == one).Select(m => m.RosterName ?? m.Person.Name).SingleAsync(ct) : "";
        Companions = Probation is not null ? [] : await people.Where(m => m.Id != Id && m.LeftOn == null).Where(PoolStanding.In(Pools.Duty, clock.Today))
            .OrderBy(m => m.Institution.Name).ThenBy(m => m.RosterName ?? m.Person.Name).ThenBy(m => m.Id)
            .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）", m.Id.ToString())).ToListAsync(ct);
    }
}
