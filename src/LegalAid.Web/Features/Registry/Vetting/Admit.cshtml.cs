using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>办理入库: the head takes the chosen into the pool.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class AdmitModel(AidDb db, VettingFactsReader reader, AdmitApplicants admit, OfficeClock clock) : PageModel, IFormPage
{
    private const int Shown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public RecruitmentRound Round { get; private set; } = null!;

    public IReadOnlyList<VettedApplication> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        var ids = await db.PoolApplications.Where(a => a.RoundId == Id && a.Status == ApplicationStatus.Selected).OrderBy(a => a.Id).Select(a => a.Id).Take(Shown).ToListAsync(ct);
        Rows = await reader.ReadAsync(db.PoolApplications.Where(a => ids.Contains(a.Id)), clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await admit.RunAsync(Id, ct), made => this.Done($"{made.Count} 人已{(made.IntoCorps ? "入团，各县（市）即可看到" : "入库")}。", RedirectToPage("Results", new { Id })), ct);
}
