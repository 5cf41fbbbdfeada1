using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>撤销招募批次.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class WithdrawModel(AidDb db, WithdrawRound withdraw) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public WithdrawRoundForm Form { get; set; } = new();

    public string Title { get; private set; } = "";

    public int Applications { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.Where(r => r.Id == Id).Select(r => r.Title).SingleOrDefaultAsync(ct) is not { } title)
        {
            return false;
        }

        Title = title;
        Applications = await db.PoolApplications.ThatReachedCentre().CountAsync(a => a.RoundId == Id, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await withdraw.RunAsync(Id, Form.Reason.Trim(), ct), _ => this.Done("批次已撤销。", Redirect($"/registry/rounds/{Id}")), ct);
    }
}

/// <summary>Why a round is taken back.</summary>
public sealed class WithdrawRoundForm
{
    [Required, Display(Name = "理由"), StringLength(200, MinimumLength = 4)]
    public string Reason { get; set; } = "";
}
