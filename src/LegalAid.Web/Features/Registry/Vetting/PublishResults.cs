using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>
/// The head confirms and publishes the list of a closed round (公布名单). The number published is frozen, apart from the number planned (QJ-1.2); it may be nobody, for those refused learn of
/// it by the publication. A publicity period is set where the office wants one.
/// </summary>
public sealed class PublishResults(AidDb db, SelectionMinutes minutes, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such round.</returns>
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid roundId, DateOnly? objectionsUntil, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await minutes.TakeRoundAsync(roundId, ct) is not { } round)
        {
            return null;
        }

        var tally = await RoundTally.ReadAsync(db, roundId, ct);
        if (WhyNot(round, tally, objectionsUntil) is { } refusal)
        {
            return refusal;
        }

        round.Status = RoundStatus.ResultsPublished;
        (round.ResultsPublishedAtUtc, round.PublishedHeadcount, round.ObjectionsUntil) = (clock.UtcNow, tally.Selected, objectionsUntil);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ResultsPublished, roundId, officer.Id, details: new { publishedHeadcount = tally.Selected, notChosen = tally.Refused, objectionsUntil });
        ResultNotices.Tell(db, await db.PoolApplications.AsNoTracking().Where(a => a.RoundId == roundId && (a.Status == ApplicationStatus.Refused || a.Status == ApplicationStatus.Selected)).OrderBy(a => a.Id).ToListAsync(ct), clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return round;
    }

    private Refusal? WhyNot(RecruitmentRound round, RoundTally tally, DateOnly? objectionsUntil) =>
        round.Status == RoundStatus.ResultsPublished ? new("results-published", $"名单已于{round.ResultsPublishedAtUtc:yyyy-MM-dd}公布，公布的人数不再变动。", ["QJ-1.2"])
        : round.Status != RoundStatus.Published ? new("results-not-open", "本批没有发布。", [])
        : round.ClosesAtUtc is null ? new("results-channel", "常年通道不按批公布名单，拟入库的可以直接办理入库。", [])
        : clock.UtcNow < round.ClosesAtUtc ? new("results-early", "申报还没有截止。", [])
        : tally.Waiting > 0 ? new("results-waiting", $"还有 {tally.Waiting} 份申请没有决定，逐一写明取舍以后再公布。", [])
        : tally.Selected + tally.Refused == 0 ? new("results-nobody", "没有申请，不用公布名单。", [])
        : objectionsUntil < clock.Today ? new("results-publicity", "公示的末日不能早于今天。", [])
        : null;
}
