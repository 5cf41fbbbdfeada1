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

    public bool TakenBack { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await db.Memberships.Where(m => m.Id == Id).Select(m => new { Name = m.RosterName ?? m.Person.Name, m.LeftOn }).SingleOrDefaultAsync(ct);
        (Name, LeftOn) = (member?.Name ?? "", member?.LeftOn);
        TakenBack = LeftOn is { } left && Departures.IsTakenBack(left, clock.Today, await DepartureFacts.RecordedOnAsync(db, Id, ct));
        return member is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await readmit.RunAsync(Id, Form.Reason.Trim(), ct),
                member => this.Done(member.JoinedOn == clock.Today ? "已重新入库。" : "已撤回离开登记。", RedirectToPage("Person", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}
