using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>The centre's head publishes a call for people: it takes applications from its opening on, and every institution and everybody on the roster is told (QJ-5.1a, WZ-7.1, QDN-8.1).</summary>
public sealed class PublishRound(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid roundId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RoundLock.TakeAsync(db, roundId, ct) is not { } round)
        {
            return null;
        }

        var now = clock.UtcNow;
        if (await WhyNotAsync(round, now, ct) is { } refusal)
        {
            return refusal;
        }

        (round.Status, round.PublishedAtUtc) = (RoundStatus.Published, now);
        var told = await RoundBroadcast.TellAsync(db, round, NoticeKind.RoundPublished, now, ct);
        db.Note(round.OfficeId, now, Act.RoundPublished, round.Id, officer.Id, details: new { closes = round.ClosesAtUtc, received = told.Institutions, reached = told.People });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return round;
    }

    private async Task<Refusal?> WhyNotAsync(RecruitmentRound round, DateTime now, CancellationToken ct) =>
        round.Status != RoundStatus.Draft ? new("round-published", "这个批次已经发布或者撤销。", [])
        : round.ClosesAtUtc <= now ? new("round-past", "截止时间已经过去，请先修改。", [])
        : Rounds.WhyNotPlan(new(round.Pools, round.OpensAtUtc, round.ClosesAtUtc), await books.OnAsync(round.OfficeId, round.OpensAtUtc, ct));
}
