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

namespace LegalAid.Web.Features.Registry;

/// <summary>结束请假、暂停指派或停止执业.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class EndAbsenceModel(AidDb db, EndAbsence end, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid AbsenceId { get; set; }

    [BindProperty]
    public EndAbsenceForm Form { get; set; } = new();

    public Absence Absence { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Absences.AsNoTracking().SingleOrDefaultAsync(a => a.Id == AbsenceId && a.MembershipId == Id && a.VoidedAtUtc == null, ct) is not { } absence)
        {
            return false;
        }

        Absence = absence;
        Name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleAsync(ct);
        Form.LastDay ??= absence.FirstDay > clock.Today ? absence.FirstDay : clock.Today;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid && Form.LastDay is { } lastDay
            ? await this.AnswerAsync(
                await end.RunAsync(Id, AbsenceId, lastDay, ct),
                absence => this.Done($"{Absences.NameOf(absence.Kind)}到 {Show.FullDay(lastDay)}为止。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The last day of an absence.</summary>
public sealed class EndAbsenceForm
{
    [Required, Display(Name = "最后一天")]
    public DateOnly? LastDay { get; set; }
}
