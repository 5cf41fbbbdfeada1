using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Fairness;

/// <summary>抽签: the seeds laid down for the next draws, and every draw so far, for all who stand in the queues to check.</summary>
[Authorize(Policy = Policies.Papers)]
[LooksBelow]
public sealed class LotteryModel(AidDb db, OfficeNames offices) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Laid down, not yet drawn with.</summary>
    public IReadOnlyList<LotteryCommitment> Waiting { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        Waiting = await db.LotteryCommitments.AsNoTracking().Where(c => !db.LotteryDraws.Any(d => d.CommitmentId == c.Id)).OrderBy(c => c.OfficeId).ThenBy(c => c.Kind).ToListAsync(ct);
        Total = await db.LotteryDraws.CountAsync(ct);
        var draws =
            from draw in db.LotteryDraws.AsNoTracking()
            join commitment in db.LotteryCommitments on draw.CommitmentId equals commitment.Id
            orderby draw.AtUtc descending, draw.Id
            select new Row(draw.Id, draw.OfficeId, commitment.Kind, commitment.Number, commitment.AtUtc, draw.AtUtc, draw.Entries.Count);
        Rows = await draws.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One draw of the list.</summary>
    public sealed record Row(Guid Id, Guid OfficeId, QueueKind Kind, int Number, DateTime CommittedAtUtc, DateTime DrawnAtUtc, int Entries);
}
