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

/// <summary>起草招募通知, filled in with what the book says.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class NewRoundModel(AidDb db, RoundBooks books, PlanRound plan, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage, IRoundFields
{
    private RecruitmentRules? rules;

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    public bool AsksPools => rules?.Pools is not null;

    public bool MayStayOpen => rules is not null && LegalAid.Rules.Registry.Rounds.AlwaysOpen(rules) != Pools.None;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        rules = await books.OnAsync(officer.OfficeId, clock.UtcNow, ct);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Form = RoundDrafts.Of(await db.Offices.AsNoTracking().SingleAsync(o => o.Id == officer.OfficeId, ct), rules, clock.UtcNow);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await plan.RunAsync(null, Form, ct), round => this.Done("已保存拟稿，由负责人发布。", Redirect($"/registry/rounds/{round.Id}")), ct);
    }
}
