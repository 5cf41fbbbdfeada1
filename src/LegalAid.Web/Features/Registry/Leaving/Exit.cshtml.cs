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

/// <summary>What the fields of an application to leave show, whoever fills them in.</summary>
public interface IExitPage
{
    ExitForm Form { get; }

    ExitRules? Rules { get; }

    IReadOnlyList<RunningMatter> Running { get; }

    string Back { get; }
}

/// <summary>代为提交退出申请: the centre enters what came on paper.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ExitModel(AidDb db, RunningMatters running, ApplyForExit apply, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage, IExitPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExitForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public ExitRules? Rules { get; private set; }

    public IReadOnlyList<RunningMatter> Running { get; private set; } = [];

    public string Back => $"/registry/people/{Id}";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Memberships.Where(m => m.Id == Id && m.LeftOn == null).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) is not { } name)
        {
            return false;
        }

        Name = name;
        Rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Sanctions?.Exit;
        Running = await running.OfMemberAsync(Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await apply.RunAsync(Id, await Form.OrderAsync(ct), ct), _ => this.Done("退出申请已提交，待中心办理。", RedirectToPage("Exits")), ct)
            : await this.MalformedAsync(ct);
}
