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

/// <summary>修改招募通知, as long as it is a draft.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class EditRoundModel(AidDb db, RoundBooks books, PlanRound plan) : PageModel, IFormPage, IRoundFields
{
    private RecruitmentRules? rules;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    public bool AsksPools => rules?.Pools is not null;

    public bool MayStayOpen => rules is not null && LegalAid.Rules.Registry.Rounds.AlwaysOpen(rules) != Pools.None;

    public async Task<bool> LoadAsync(CancellationToken ct) => await FindAsync(ct) is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } round)
        {
            return NotFound();
        }

        Form = RoundDrafts.Of(round);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await plan.RunAsync(Id, Form, ct), _ => this.Done("拟稿已保存。", Redirect($"/registry/rounds/{Id}")), ct);
    }

    private async Task<RecruitmentRound?> FindAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id && r.Status == RoundStatus.Draft, ct) is not { } round)
        {
            return null;
        }

        rules = await books.OnAsync(round.OfficeId, round.OpensAtUtc, ct);
        return round;
    }
}
