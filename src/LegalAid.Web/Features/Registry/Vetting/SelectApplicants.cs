using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Whom is chosen or not, each with a reason, and why more than planned.</summary>
public sealed record SelectionOrder(bool Selects, IReadOnlyDictionary<Guid, string> Reasons, string? OverQuotaReason);

/// <summary>
/// Chooses applicants of a round, or does not (择优, QJ-5.1c, QJ-6.6, WZ-7.3d): one or many, all or none. Who does not meet a condition is never chosen.
/// The planned number is a soft limit: beyond it the head writes why (QJ-1.1).
/// </summary>
public sealed class SelectApplicants(AidDb db, VettingFactsReader reader, SelectionMinutes minutes, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such round, or one of the applications is of another.</returns>
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid roundId, SelectionOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await minutes.TakeRoundAsync(roundId, ct) is not { } round)
        {
            return null;
        }

        var applications = await minutes.TakeAsync(roundId, [.. order.Reasons.Keys], ct);
        if (applications.Count != order.Reasons.Count)
        {
            return null;
        }

        var ids = applications.Select(a => a.Id).ToList();
        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => ids.Contains(a.Id)), clock.UtcNow, ct)).ToDictionary(v => v.Application.Id);
        var refusals = await WhyNotAsync(round, applications, vetted, order, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        foreach (var application in applications)
        {
            minutes.Record(application, vetted[application.Id], new(order.Selects, order.Reasons[application.Id], order.OverQuotaReason));
        }

        if (!order.Selects && round.ClosesAtUtc is null)        // of a channel no list is published: who is refused is told at once
        {
            ResultNotices.Tell(db, applications, clock.UtcNow);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return round;
    }

    private async Task<List<Refusal>> WhyNotAsync(RecruitmentRound round, List<PoolApplication> applications, Dictionary<Guid, VettedApplication> vetted, SelectionOrder order, CancellationToken ct)
    {
        if ((WhyNotNow(round, applications, order) ?? await minutes.WhyNotDecideOnAsync(applications, ct)) is { } refusal)
        {
            return [refusal];
        }

        if (!order.Selects)
        {
            return [];
        }

        List<Refusal> unfit = [.. applications.SelectMany(a => vetted[a.Id].Decision.Refusals.Select(why => why with { Message = $"{a.Name}：{why.Message}" }))];
        return unfit.Count > 0 ? unfit : await WhyNotBeyondAsync(round, applications, vetted[applications[0].Id].Book.Recruitment?.Quotas, order, ct) is { } beyond ? [beyond] : [];
    }

    private Refusal? WhyNotNow(RecruitmentRound round, List<PoolApplication> applications, SelectionOrder order)
    {
        var from = order.Selects ? ApplicationStatus.Refused : ApplicationStatus.Selected;      // overturned until the list is published
        return applications.Count == 0 ? new("selection-nobody", "请先勾选申请人。", [])
            : round.Status != RoundStatus.Published ? new("selection-over", "本批没有发布，或者名单已经公布，不能再择优。", [])
            : clock.UtcNow < round.ClosesAtUtc ? new("selection-early", "申报还没有截止，截止以后统一择优。", [])
            : order.Reasons.Values.Any(string.IsNullOrWhiteSpace) ? new("selection-reason", "请写明取舍的理由。", [])
            : applications.Find(a => a.IsBeingCompleted() && (order.Selects || !(clock.UtcNow >= a.CompleteByUtc))) is { } completing ? new("selection-completing", WhyCompleting(completing), [])
            : applications.Find(a => a.Status != ApplicationStatus.Submitted && a.Status != from && !a.IsBeingCompleted()) is { } decided ? new("selection-decided", $"{decided.Name}已经是“{RecruitmentWords.Of(decided.Status).Word}”，请看过现在的情况再决定。", [])
            : null;
    }

    private string WhyCompleting(PoolApplication application) =>
        $"{application.Name}的申请已退回补正，{(application.CompleteByUtc is { } until ? $"期限{Show.Until(until, clock.Today)}，" : "")}补正以前不能拟入库，期限以后可以不予入库。";

    private async Task<Refusal?> WhyNotBeyondAsync(RecruitmentRound round, List<PoolApplication> applications, RecruitmentQuotas? quotas, SelectionOrder order, CancellationToken ct)
    {
        var taken = await db.PoolApplications.Where(a => a.RoundId == round.Id && (a.Status == ApplicationStatus.Selected || a.Status == ApplicationStatus.Admitted)).Select(a => a.As).ToListAsync(ct);
        var all = taken.Concat(applications.Select(a => a.As)).ToList();
        var (workers, lawyers) = (all.Count(person => person == PoolPerson.LegalWorker), all.Count(person => person != PoolPerson.LegalWorker));
        var beyond = quotas?.Interchangeable.Value == true && round is { PlannedLawyers: { } a, PlannedLegalWorkers: { } b } ? lawyers + workers > a + b : lawyers > round.PlannedLawyers || workers > round.PlannedLegalWorkers;
        return !beyond ? null
            : officer.Role == Roles.Director && !string.IsNullOrWhiteSpace(order.OverQuotaReason) ? null
            : new(
                "selection-quota",
                "超出计划名额的，由中心负责人写明超额的理由后决定。",
                quotas is null ? [] : [quotas.Lawyers.Clause],
                $"拟入库律师{lawyers}人，计划{round.PlannedLawyers?.ToString() ?? "不限"}；基层法律服务工作者{workers}人，计划{round.PlannedLegalWorkers?.ToString() ?? "不限"}",
                Overridable: true);
    }
}
