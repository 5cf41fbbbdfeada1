using LegalAid.Rules.Conduct;
using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>申请退出: a member's own, on a phone.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class MyExitModel(AidDb db, RunningMatters running, ApplyForExit apply, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage, IExitPage
{
    [BindProperty]
    public ExitForm Form { get; set; } = new();

    public ExitRules? Rules { get; private set; }

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public string Back => "/registry/mine";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (officer.MembershipId is not { } own || !await db.Memberships.AnyAsync(m => m.Id == own && m.LeftOn == null, ct))
        {
            return false;
        }

        Rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions?.Exit;
        Running = await running.OfMemberAsync(own, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        officer.MembershipId is not { } own ? NotFound()
        : ModelState.IsValid
            ? await this.AnswerAsync(await apply.RunAsync(own, await Form.OrderAsync(ct), ct), _ => this.Done("退出申请已提交，待中心办理。", RedirectToPage("Mine")), ct)
            : await this.MalformedAsync(ct);
}
