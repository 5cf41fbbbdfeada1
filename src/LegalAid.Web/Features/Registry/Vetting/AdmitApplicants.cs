using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>How many were taken in, and whether into the service corps.</summary>
public sealed record TakenIn(int Count, bool IntoCorps);

/// <summary>
/// Takes the chosen into the pool (入库), or those of a corps' round into the service corps (入团, QDN-3.1): person and membership, for the intents and lists found good and no others, places in the queues, and the account that applied. All or none;
/// everybody is vetted once more, so that what changed since the choice stops it.
/// </summary>
public sealed class AdmitApplicants(AidDb db, VettingFactsReader reader, SelectionMinutes minutes, NewMembers members, NewCorpsMembers corps, QueueReturns queues, OfficeClock clock)
{
    /// <summary>So many at once; the rest follows with the next press.</summary>
    public const int Most = 500;

    /// <returns>Null when the office has no such round.</returns>
    public async Task<Outcome<TakenIn>?> RunAsync(Guid roundId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await minutes.TakeRoundAsync(roundId, ct) is not { } round)
        {
            return null;
        }

        var ids = await db.PoolApplications.Where(a => a.RoundId == roundId && a.Status == ApplicationStatus.Selected).OrderBy(a => a.Id).Select(a => a.Id).Take(Most).ToArrayAsync(ct);
        var applications = await minutes.TakeAsync(roundId, ids, ct);
        var vetted = await reader.ReadAsync(db.PoolApplications.Where(a => ids.Contains(a.Id)), clock.UtcNow, ct);
        var refusals = await WhyNotAsync(round, vetted, ct);
        if (refusals.Count == 0 && round.ForCorps)
        {
            refusals = [.. await corps.WhyNotAsync(round, applications, ct)];
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        await TakeInAsync(round, applications, vetted.ToDictionary(v => v.Application.Id), ct);
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

    private async Task<List<Refusal>> WhyNotAsync(RecruitmentRound round, List<VettedApplication> vetted, CancellationToken ct)
    {
        if (WhyNotNow(round, vetted.Count) is { } refusal)
        {
            return [refusal];
        }

        var open = await db.ResultObjections.CountAsync(o => o.RoundId == round.Id && o.AnsweredAtUtc == null, ct);
        return open > 0 ? [new("admission-objections", $"还有 {open} 条异议没有答复。", [])] : [.. vetted.SelectMany(WhyNotThis)];
    }

    private Refusal? WhyNotNow(RecruitmentRound round, int chosen) =>
        round.Status == RoundStatus.Published && round.ClosesAtUtc is not null ? new("admission-unpublished", "名单还没有公布，公布以后办理入库。", [])
        : round.Status is not (RoundStatus.Published or RoundStatus.ResultsPublished) ? new("admission-round", "本批没有发布或者已经撤销。", [])
        : round.ObjectionsUntil >= clock.Today ? new("admission-publicity", $"公示至{round.ObjectionsUntil:yyyy-MM-dd}，期满以后办理入库。", [])
        : chosen == 0 ? new("admission-nobody", "没有拟入库、尚未办理的人员。", [])
        : null;

    private static IEnumerable<Refusal> WhyNotThis(VettedApplication vetted)
    {
        var application = vetted.Application;
        foreach (var why in vetted.Decision.Refusals)
        {
            yield return why with { Message = $"{application.Name}：{why.Message}" };
        }

        var practises = !ApplicationRules.IsLicensed(application.As) || (application is { LicenceNumber: not null, FirstLicensedOn: not null } && (application.InstitutionId is not null || !PersonKinds.HasInstitution(application.As)));
        if (!practises || application.IdentityIndex is null || application.IdentityNumber is null || application.Phone is null || application.BornOn is null)
        {
            yield return new("admission-incomplete", $"{application.Name}的身份证号、执业证、执业机构或者电话不全，不能进入名册。", []);
        }

        if (vetted.Contradictions.FirstOrDefault(found => found.What == "执业证号" && found.OnRecord.EndsWith("的证号", StringComparison.Ordinal)) is { } shared)
        {
            yield return new("admission-licence", $"{application.Name}的执业证号与名册上的他人相同。", [], shared.OnRecord);
        }
    }
}
