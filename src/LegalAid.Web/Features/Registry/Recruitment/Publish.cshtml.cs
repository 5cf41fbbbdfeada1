using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>发布招募通知: what it does, before it is done.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class PublishModel(AidDb db, PublishRound publish, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Title { get; private set; } = "";

    public DateTime OpensAtUtc { get; private set; }

    public DateTime? ClosesAtUtc { get; private set; }

    public int Institutions { get; private set; }

    public int People { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        (Title, OpensAtUtc, ClosesAtUtc) = (round.Title, round.OpensAtUtc, round.ClosesAtUtc);
        (Institutions, People) = await RoundBroadcast.CountAsync(db, round, clock.UtcNow, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(await publish.RunAsync(Id, ct), _ => this.Done("已发布，并通知各机构和在册人员。", Redirect($"/registry/rounds/{Id}")), ct);
}
