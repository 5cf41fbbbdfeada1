using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记转所: a member practises elsewhere now.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class FirmModel(AidDb db, ChangeFirm change, OfficeClock clock) : PageModel, IFormPage
{
    private const int Offered = 500;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public FirmForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Present { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await db.Memberships.Where(m => m.Id == Id && m.LeftOn == null).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.InstitutionId, Institution = m.Institution.Name }).SingleOrDefaultAsync(ct);
        if (member is null)
        {
            return false;
        }

        (Name, Present) = (member.Name, member.Institution);
        var today = clock.Today;
        Institutions = await db.Institutions.Where(i => i.Id != member.InstitutionId && (i.ClosedOn == null || i.ClosedOn > today) && db.Memberships.Any(m => m.InstitutionId == i.Id))
            .OrderBy(i => i.Name).Take(Offered).Select(i => new SelectListItem(i.Name, i.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await change.RunAsync(Id, Form.InstitutionId!.Value, Form.Reason.Trim(), ct),
                _ => this.Done("已登记转所。", RedirectToPage("/Registry/People/Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Where somebody practises now, and what shows it.</summary>
public sealed class FirmForm
{
    [Required, Display(Name = "新的机构")]
    public Guid? InstitutionId { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Reason { get; set; } = "";
}
