using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Goes through the steps of the office's order until one names an institution that passed the gates. Each step reports, also those that led nowhere.
/// </summary>
internal sealed class StepChoice(GateView view, List<Candidate> candidates, QueueState queue, long worth)
{
    private readonly Setting<IReadOnlyList<OrderStep>> order = Candidate.OrderOf(view);

    /// <summary>The candidate chosen by which step, and all reports; nothing chosen when no step found anybody.</summary>
    public sealed record Result(Candidate? Chosen, OrderStep? Step, IReadOnlyList<StepReport> Reports);

    public Result Run()
    {
        var reports = new List<StepReport>();
        Candidate? chosen = null;
        OrderStep? by = null;
        foreach (var step in Steps())
        {
            if (chosen is not null)
            {
                reports.Add(new(step, StepOutcome.NotReached, "前一步骤已确定承办机构", [order.Clause]));
                continue;
            }

            var (candidate, report) = Try(step);
            reports.Add(report);
            if (candidate is not null)
            {
                (chosen, by) = (candidate, step);
            }
        }

        reports.AddRange(LeftOut());
        return new Result(chosen, by, reports);
    }

    // With 通知辩护 the institution is for the centre alone to find (LAW-36): nobody chooses, whatever a book or a clerk's request says.
    private bool NobodyChooses => view.Case is { Source: CaseSource.Notification, Kind: CaseKind.Criminal };

    private List<OrderStep> Steps()
    {
        List<OrderStep> steps = [.. order.Value];
        if (view.Case.OutOfTurn is { HasWrittenReason: true } outOfTurn && !steps.Contains(outOfTurn.Step))
        {
            steps.Insert(0, outOfTurn.Step);
        }

        return NobodyChooses ? [.. steps.Where(s => s == OrderStep.Rotation)] : steps;
    }

    /// <summary>Wishes and help that were stated though this kind of case has no step for them: told why, never passed over in silence.</summary>
    private IEnumerable<StepReport> LeftOut()
    {
        var why = NobodyChooses
            ? "通知辩护案件由法律援助机构指派，任何人不得点选"
            : "刑事案件按序依次指派，不适用点选和属地优先；确需例外的须书面说明理由并经批准";
        List<string> clauses = NobodyChooses ? [order.Clause, view.Statute.AfterNotice.Clause] : [order.Clause];
        var steps = Steps();
        if (view.Case.Wish is not null && !steps.Contains(OrderStep.RecipientWish))
        {
            yield return new(OrderStep.RecipientWish, StepOutcome.NotApplicable, $"受援人意愿不采纳：{why}", clauses);
        }

        if (view.Case.Help is not null && !steps.Contains(OrderStep.HelpingInstitution))
        {
            yield return new(OrderStep.HelpingInstitution, StepOutcome.NotApplicable, $"属地优先不适用：{why}", clauses);
        }
    }

    private (Candidate? Chosen, StepReport Report) Try(OrderStep step) => step switch
    {
        OrderStep.RecipientWish => TryWish(),
        OrderStep.HelpingInstitution => TryHelp(),
        OrderStep.Rotation => TryRotation(),
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };

    private (Candidate?, StepReport) TryWish()
    {
        const OrderStep step = OrderStep.RecipientWish;
        if (view.Case.Wish is not { } wish || (wish.InstitutionId ?? wish.PractitionerId) is null)
        {
            return (null, new(step, StepOutcome.Nothing, "受援人没有表达意愿", [order.Clause]));
        }

        var wished = candidates.Find(c => wish.InstitutionId is { } id ? c.Institution.Id == id : c.Institution.Practitioners.Any(p => p.Id == wish.PractitionerId));
        if (wished is null)
        {
            return (null, new(step, StepOutcome.Voided, "点选的机构或人员不在本区名册上", [order.Clause, view.Rules.District.Clause]));
        }

        IEnumerable<Refusal> person = wish.PractitionerId is { } wishedPerson ? WhyNotPerson(wished, wishedPerson) : [];
        List<Refusal> refusals = [.. wished.Refusals, .. person];
        return refusals.Count > 0
            ? (null, new(step, StepOutcome.Voided, $"点选的机构或人员不能承办：{Reasons(refusals)}", Cite(refusals)))
            : (wished, new(step, StepOutcome.Chose, "按受援人意愿指派", [order.Clause]));
    }

    private IEnumerable<Refusal> WhyNotPerson(Candidate wished, Guid personId) =>
        wished.Fit.Any(p => p.Id == personId) ? []
        : wished.Unfit.FirstOrDefault(u => u.PractitionerId == personId)?.Refusals
        ?? [new Refusal("wish-elsewhere", "点选的人员不属于点选的机构", [view.Rules.District.Clause])];

    private (Candidate?, StepReport) TryHelp()
    {
        const OrderStep step = OrderStep.HelpingInstitution;
        if (view.Case.Help is not { } help)
        {
            return (null, new(step, StepOutcome.Nothing, "没有机构此前提供过法律帮助", [order.Clause]));
        }

        if (help.Helper == HelperKind.JudicialStation)
        {
            return (null, new(step, StepOutcome.Nothing, "此前提供法律帮助的是司法所，不承办案件，不产生优先", [order.Clause]));
        }

        var voids = view.Rules.ConflictVoidsPreference;
        var helper = candidates.Find(c => c.Institution.Id == help.InstitutionId);
        return helper switch
        {
            null => (null, new(step, StepOutcome.Voided, "提供过法律帮助的机构不在本区名册上", [order.Clause, view.Rules.District.Clause])),
            { IsAble: false } => (null, new(step, StepOutcome.Voided, $"提供过法律帮助的机构不能承办：{Reasons(helper.Refusals)}",
                HasConflict(helper) ? [.. Cite(helper.Refusals), voids.Clause] : Cite(helper.Refusals))),
            { } when voids.Value && HasConflict(helper) => (null, new(step, StepOutcome.Voided, "提供过法律帮助的机构与本案有利益冲突，不享有优先", [order.Clause, voids.Clause])),
            _ => (helper, new(step, StepOutcome.Chose, "优先指派提供过法律帮助的机构", [order.Clause])),
        };
    }

    // Also a finding that only warns voids the preference: it is a favour, not a right.
    private static bool HasConflict(Candidate candidate) => candidate.Institution.Conflicts.Count > 0;

    private (Candidate?, StepReport) TryRotation()
    {
        if (Rotation.Order(queue.Places, worth) is not [var first, ..])
        {
            return (null, new(OrderStep.Rotation, StepOutcome.Nothing, "轮候队列中没有可承办本案的机构", [order.Clause]));
        }

        return (candidates.Find(c => c.Institution.Place?.Id == first.Id), new(OrderStep.Rotation, StepOutcome.Chose, "按序轮到", [order.Clause]));
    }

    private static string Reasons(IEnumerable<Refusal> refusals) => string.Join("；", refusals.Select(r => r.Message).Distinct(StringComparer.Ordinal));

    private List<string> Cite(IEnumerable<Refusal> refusals) => [.. refusals.SelectMany(r => r.ClauseIds).Prepend(order.Clause).Distinct(StringComparer.Ordinal)];
}
