using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>How many were taken in, and whether into the service corps.</summary>
public sealed record TakenIn(int Count, bool IntoCorps);

/// <summary>
/// Takes the chosen the head ticked into the pool (入库), or those of a corps' round into the service corps (入团, QDN-3.1): person and membership, for the intents and lists found good and no others, places in the queues, and the account that applied.
/// All who were ticked or none; each is vetted once more, so that what changed since the choice stops whom it concerns and nobody else.
/// </summary>
public sealed class AdmitApplicants(AidDb db, AdmissionCheck check, SelectionMinutes minutes, NewMembers members, NewCorpsMembers corps, QueueReturns queues, OfficeClock clock)
{
    /// <summary>So many at once, as many as the page shows; the rest follows with the next press.</summary>
    public const int Most = 200;

    /// <returns>Null when the office has no such round.</returns>
    public async Task<Outcome<TakenIn>?> RunAsync(Guid roundId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await minutes.TakeRoundAsync(roundId, ct) is not { } round)
        {
            return null;
        }

        var ticked = ids.Distinct().ToArray();
        var applications = await minutes.TakeAsync(roundId, ticked, ct);
        var chosen = await check.ReadAsync(round, ticked, ct);
        if (WhyNot(round, ticked.Length, chosen) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (await minutes.WhyNotDecideOnAsync(applications, ct) is { } recused)
        {
            return recused;
        }

        await TakeInAsync(round, applications, chosen.ToDictionary(one => one.Application.Id, one => one.Vetted), ct);
        ResultNotices.Tell(db, applications, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TakenIn(applications.Count, round.ForCorps);
    }

    private async Task TakeInAsync(RecruitmentRound round, List<PoolApplication> applications, Dictionary<Guid, VettedApplication> vetted, CancellationToken ct)
    {
        var admitted = round.ForCorps ? await corps.TakeInAsync(round, applications, vetted, ct) : await members.TakeInAsync(applications, vetted, ct);
        var handling = admitted.FindAll(m => PoolStandings.Holds(m, Pools.Cases, clock.Today));
        var institutionIds = handling.ConvertAll(m => m.InstitutionId);
        await queues.JoinAsync(await db.Institutions.Where(i => institutionIds.Contains(i.Id) && i.ClosedOn == null).ToListAsync(ct), handling, clock.Today, ct);
    }

    private List<Refusal> WhyNot(RecruitmentRound round, int ticked, List<ChosenApplicant> chosen) =>
        WhyNotNow(round, ticked, chosen.Count) is { } refusal ? [refusal]
        : [.. chosen.SelectMany(one => one.WhyNot.Select(why => why with { Message = $"{one.Application.Name}：{why.Message}" }))];

    private Refusal? WhyNotNow(RecruitmentRound round, int ticked, int chosen) =>
        round.Status == RoundStatus.Published && round.ClosesAtUtc is not null ? new("admission-unpublished", "名单还没有公布，公布以后办理入库。", [])
        : round.Status is not (RoundStatus.Published or RoundStatus.ResultsPublished) ? new("admission-round", "本批没有发布或者已经撤销。", [])
        : round.ObjectionsUntil >= clock.Today ? new("admission-publicity", $"公示至{round.ObjectionsUntil:yyyy-MM-dd}，期满以后办理入库。", [])
        : ticked == 0 ? new("admission-nobody", "请先勾选要入库的人员。", [])
        : chosen < ticked ? new("admission-changed", "勾选的人里，有的已经入库、撤回或者剔除，请看过现在的名单再办理。", [])
        : null;
}
