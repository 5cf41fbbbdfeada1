using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>撤回离开登记.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReturnModel(AidDb db, TakeBackDeparture takeBack, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public DateOnly? LeftOn { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Memberships.AsNoTracking().Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == Id, ct) is not { } member)
        {
            return false;
        }

        (Name, LeftOn) = (member.NameOf(member.Person), member.LeftOn);
        WhyNot = await DepartureFacts.WhyNotTakeBackAsync(db, member, officer.Role == Roles.Director, clock.Today, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await takeBack.RunAsync(Id, Form.Reason.Trim(), ct), _ => this.Done("已撤回离开登记。", RedirectToPage("Person", new { Id })), ct)
            : await this.MalformedAsync(ct);
}
