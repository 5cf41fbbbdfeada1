using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记请假、暂停指派或停止执业.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewAbsenceModel(AidDb db, RecordAbsence record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AbsenceForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct);
        Name = name ?? "";
        return name is not null;
    }

    public Task<IActionResult> OnGetAsync([FromQuery] AbsenceKind? kind, CancellationToken ct)
    {
        Form.Kind = kind;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid && Form is { Kind: { } kind, FirstDay: { } first }
            ? await this.AnswerAsync(
                await record.RunAsync(Id, new(kind, first, Form.LastDay), Form.Reason.Trim(), ct),
                _ => this.Done($"已登记{Absences.NameOf(kind)}。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What is recorded of an absence.</summary>
public sealed class AbsenceForm
{
    [Required, Display(Name = "事项")]
    public AbsenceKind? Kind { get; set; }

    [Required, Display(Name = "起日")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "止日")]
    public DateOnly? LastDay { get; set; }

    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
