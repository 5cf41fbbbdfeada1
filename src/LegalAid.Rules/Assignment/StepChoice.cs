using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Goes through the steps of the office's order until one names a candidate that passed the gates. Each step reports, also those that led nowhere.
/// </summary>
internal sealed class StepChoice(GateView view, List<Candidate> candidates, QueueState queue, long worth)
{
    private readonly List<Guid> ranking = [.. Rotation.Order(queue.Places, worth).Select(place => place.Id)];

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
                reports.Add(new(step, StepOutcome.NotReached, "前一步骤已确定", [Clause]));
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

    private string Clause => view.Order.Clause;

    private string Who => view.TurnsOverPeople ? "人员" : "机构";

    // With 通知辩护 the centre alone finds who takes the case (LAW-36): nobody chooses, whatever a book or a clerk's request says.
    private bool NobodyChooses => view.Case is { Source: CaseSource.Notification, Kind: CaseKind.Criminal };

    private List<OrderStep> Steps()
    {
        List<OrderStep> steps = [.. view.Order.Value];
        if (view.Case.EarlierStage is not null && view.Rules.NextStagePaysTurn is not null && !steps.Contains(OrderStep.SameHandler))
        {
            steps.Insert(steps.IndexOf(OrderStep.RecipientWish) + 1, OrderStep.SameHandler);       // a wish for somebody else goes before
        }

        if (view.Case.Posted is not null)
        {
            steps.Insert(0, OrderStep.Bid);
        }

        if (view.Case.OutOfTurn is { HasWrittenReason: true } outOfTurn && !steps.Contains(outOfTurn.Step))
        {
            steps.Insert(0, outOfTurn.Step);
        }

        return NobodyChooses ? [.. steps.Where(s => s is OrderStep.Rotation or OrderStep.OutsidePool or OrderStep.SameHandler or OrderStep.Bid)] : steps;
    }

    /// <summary>Wishes and help that were stated though this kind of case has no step for them: told why, never passed over in silence.</summary>
    private IEnumerable<StepReport> LeftOut()
    {
        var why =
            NobodyChooses ? "通知辩护案件由法律援助机构指派，任何人不得点选"
            : view.Case.Kind == CaseKind.Criminal ? "刑事案件按序依次指派，不适用点选和属地优先；确需例外的须书面说明理由并经批准"
            : "本机构的指派规则没有这一步骤；确需例外的须书面说明理由并经批准";
        List<string> clauses = NobodyChooses ? [Clause, view.Statute.AfterNotice.Clause] : [Clause];
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
        OrderStep.RecipientWish => WishChoice.Try(view, candidates, First),
        OrderStep.HelpingInstitution => HelpChoice.Try(view, candidates, First),
        OrderStep.Rotation => TryRotation(),
        OrderStep.OutsidePool => OutsidePoolChoice.Try(view, candidates),
        OrderStep.SameHandler => SameHandlerChoice.Try(view, candidates),
        OrderStep.Bid => PostedChoice.Try(view, candidates),
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };

    private (Candidate?, StepReport) TryRotation() => ranking is [var first, ..]
        ? (candidates.Find(c => c.Place?.Id == first), new(OrderStep.Rotation, StepOutcome.Chose, "按序轮到", [Clause]))
        : (null, new(OrderStep.Rotation, StepOutcome.Nothing, $"轮候队列中没有可承办本案的{Who}", [Clause]));

    private Candidate? First(IEnumerable<Candidate> able) => able.MinBy(c => ranking.IndexOf(c.Place!.Id));
}
