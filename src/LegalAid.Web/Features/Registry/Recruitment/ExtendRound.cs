using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Moves a round's closing time (延长申报, QJ-6.3): before it has come, to a later one, with the reason. The round's row settles whether somebody was in time meanwhile.</summary>
public sealed class ExtendRound(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid roundId, DateTime laterUtc, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RoundLock.TakeAsync(db, roundId, ct) is not { Status: RoundStatus.Published } round)
        {
            return null;
        }

        var now = clock.UtcNow;
        if (Rounds.WhyNotExtend(round.ClosesAtUtc, laterUtc, now, (await books.OfAsync(round, now, ct)).Window) is { } refusal)
        {
            return refusal;
        }

        var extension = new RoundExtension
        {
            Id = Guid.CreateVersion7(),
            OfficeId = round.OfficeId,
            RoundId = round.Id,
            ClosedAtUtcBefore = round.ClosesAtUtc!.Value,
            ClosesAtUtc = laterUtc,
            Reason = reason,
            OfficerId = officer.Id,
            AtUtc = now,
        };
        db.Add(extension);
        round.ClosesAtUtc = laterUtc;
        await RoundBroadcast.TellAsync(db, round, NoticeKind.RoundExtended, now, ct);
        db.Note(round.OfficeId, now, Act.RoundExtended, round.Id, officer.Id, details: new { closedBefore = extension.ClosedAtUtcBefore, closes = laterUtc });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return round;
    }
}
