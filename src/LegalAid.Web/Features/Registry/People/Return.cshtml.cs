using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>撤回离开登记、重新入库.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReturnModel(AidDb db, ReadmitMember readmit, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public DateOnly? LeftOn { get; private set; }

    public bool TakenBack => LeftOn is { } left && Departures.IsTakenBack(left, clock.Today);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await db.Memberships.Where(m => m.Id == Id).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.LeftOn }).SingleOrDefaultAsync(ct);
        (Name, LeftOn) = (member?.Name ?? "", member?.LeftOn);
        return member is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await readmit.RunAsync(Id, Form.Reason.Trim(), ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is not { } member)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell(member.JoinedOn == clock.Today ? "已重新入库。" : "已撤回离开登记。");
        return RedirectToPage("Person", new { Id });
    }
}
