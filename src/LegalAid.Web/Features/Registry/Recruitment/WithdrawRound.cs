using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes a round back (撤销), with the reason; not once somebody was chosen in it. What was handed in stays readable.</summary>
public sealed class WithdrawRound(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid roundId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RoundLock.TakeAsync(db, roundId, ct) is not { } round)
        {
            return null;
        }

        if (round.Status is not (RoundStatus.Draft or RoundStatus.Published))
        {
            return new Refusal("round-over", "名单已经公布或者批次已经撤销，不能撤销。", []);
        }

        if (await db.PoolApplications.AnyAsync(a => a.RoundId == roundId && (a.Status == ApplicationStatus.Selected || a.Status == ApplicationStatus.Admitted), ct))
        {
            return new Refusal("round-chosen", "本批次已有人拟入库或者入库，不能撤销。", []);
        }

        var wasPublished = round.Status == RoundStatus.Published;
        (round.Status, round.WithdrawnReason, round.WithdrawnAtUtc) = (RoundStatus.Withdrawn, reason, clock.UtcNow);
        if (wasPublished)
        {
            await RoundBroadcast.TellAsync(db, round, NoticeKind.RoundWithdrawn, clock.UtcNow, ct);
        }

        // Whoever applied did not give up: the centre ended it, whatever it had thought of them so far.
        var applications = await db.PoolApplications.Where(a => a.RoundId == roundId && a.Status != ApplicationStatus.Withdrawn && a.Status != ApplicationStatus.Lapsed)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, ApplicationStatus.RoundWithdrawn), ct);
        db.Note(round.OfficeId, clock.UtcNow, Act.RoundWithdrawn, round.Id, officer.Id, details: new { applications });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return round;
    }
}
