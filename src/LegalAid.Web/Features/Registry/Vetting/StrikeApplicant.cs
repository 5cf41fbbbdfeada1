using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>The head takes somebody off the list again (剔除), with the reason, as long as they are not taken in. The number published stays as it was published (QJ-1.2).</summary>
public sealed class StrikeApplicant(AidDb db, VettingFactsReader reader, SelectionMinutes minutes, OfficeClock clock)
{
    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PoolApplications.Where(a => a.Id == applicationId).Select(a => (Guid?)a.RoundId).SingleOrDefaultAsync(ct) is not { } roundId
            || await minutes.TakeRoundAsync(roundId, ct) is not { } round)
        {
            return null;
        }

        var application = (await minutes.TakeAsync(roundId, [applicationId], ct)).Single();
        if ((WhyNot(round, application) ?? await minutes.WhyNotDecideOnAsync([application], ct)) is { } refusal)
        {
            return refusal;
        }

        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => a.Id == applicationId), clock.UtcNow, ct)).Single();
        minutes.Record(application, vetted, new(Selected: false, reason));
        ResultNotices.Tell(db, [application], clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return application;
    }

    private static Refusal? WhyNot(RecruitmentRound round, PoolApplication application) =>
        application.Status == ApplicationStatus.Admitted ? new("strike-admitted", "此人已经入库，须按清退或者退出办理。", [])
        : application.Status != ApplicationStatus.Selected ? new("strike-not-chosen", "此人不在拟入库名单上。", [])
        : round.Status == RoundStatus.Published && round.ClosesAtUtc is not null ? new("strike-unpublished", "名单还没有公布，请在申报比较里改为不予入库。", [])
        : null;
}
