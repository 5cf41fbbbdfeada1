using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// At the closing time what did not reach the centre is over (逾期视为放弃, QJ-6.3), in all offices. Every page says so from the moment itself; this keeps it.
/// What had come in time and is being completed stays.
/// </summary>
public sealed class LapseDrafts(AidDb db, OfficeClock clock)
{
    /// <returns>How many lapsed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var now = clock.UtcNow;
        var closed = await db.RecruitmentRounds
            .Where(r => r.ClosesAtUtc <= now && db.PoolApplications.Any(a => a.RoundId == r.Id && a.SubmittedAtUtc == null && ApplicationStatuses.Unsubmitted.Contains(a.Status)))
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var lapsed = 0;
        foreach (var roundId in closed)
        {
            lapsed += await LapseAsync(roundId, ct);
        }

        return lapsed;
    }

    // An extension that was just being saved has gone first, or waits until this is done and is refused.
    private async Task<int> LapseAsync(Guid roundId, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var round = await RoundLock.TakeAsync(db, roundId, ct);
        var now = clock.UtcNow;
        if (round is null || !(now >= round.ClosesAtUtc))
        {
            return 0;
        }

        var drafts = await db.PoolApplications.Where(a => a.RoundId == roundId && a.SubmittedAtUtc == null && ApplicationStatuses.Unsubmitted.Contains(a.Status)).ToListAsync(ct);
        foreach (var draft in drafts)
        {
            draft.Status = ApplicationStatus.Lapsed;
            db.Note(draft.OfficeId, now, Act.ApplicationLapsed, draft.Id, officerId: null, details: new { round = roundId });
        }

        await db.SaveChangesAsync(ct);
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return drafts.Count;
    }
}
