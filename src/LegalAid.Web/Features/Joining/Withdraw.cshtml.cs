using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>撤回申请, until it is decided.</summary>
[Authorize(Policy = Policies.Applying)]
public sealed class WithdrawModel(AidDb db, WithdrawApplication withdraw, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Title { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Title = await db.PoolApplications.VisibleTo(officer).Where(a => a.Id == Id).Select(a => db.RecruitmentRounds.Where(r => r.Id == a.RoundId).Select(r => r.Title).First()).SingleOrDefaultAsync(ct) ?? "";
        return Title.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await withdraw.RunAsync(Id, ct), _ => this.Done("申请已撤回。", Redirect("/joining")), ct);
}
