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

/// <summary>撤销登记有误的请假、暂停指派或停止执业.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class VoidAbsenceModel(AidDb db, VoidAbsence voidAbsence) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid AbsenceId { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public Absence Absence { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Absences.AsNoTracking().SingleOrDefaultAsync(a => a.Id == AbsenceId && a.MembershipId == Id, ct) is not { } absence)
        {
            return false;
        }

        Absence = absence;
        Name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await voidAbsence.RunAsync(Id, AbsenceId, Form.Reason.Trim(), ct),
                absence => this.Done($"已撤销这次{Absences.NameOf(absence.Kind)}的登记。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why something recorded is put right or taken back.</summary>
public sealed class ReasonForm
{
    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
