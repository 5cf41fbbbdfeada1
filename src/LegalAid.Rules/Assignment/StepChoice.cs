using LegalAid.Rules.Common;
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
        OrderStep.RecipientWish => TryWish(),
        OrderStep.HelpingInstitution => TryHelp(),
        OrderStep.Rotation => TryRotation(),
        OrderStep.OutsidePool => OutsidePoolChoice.Try(view, candidates),
        OrderStep.SameHandler => SameHandlerChoice.Try(view, candidates),
        OrderStep.Bid => PostedChoice.Try(view, candidates),
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };

    private (Candidate?, StepReport) TryWish()
    {
        const OrderStep step = OrderStep.RecipientWish;
        if (view.Case.Wish is not { } wish || (wish.InstitutionId ?? wish.PractitionerId) is null)
        {
            return (null, new(step, StepOutcome.Nothing, "受援人没有表达意愿", [Clause]));
        }

        var wished = candidates.FindAll(c => IsWished(c, wish));
        if (wished.Count == 0)
        {
            return (null, new(step, StepOutcome.Voided, "点选的机构或人员不在名册上", [Clause, view.Rules.District.Clause]));
        }

        if (First(wished.FindAll(c => WhyNotWished(c, wish).Count == 0)) is { } chosen)
        {
            return (chosen, new(step, StepOutcome.Chose, "按受援人意愿指派", [Clause]));
        }

        var refusals = wished.SelectMany(c => WhyNotWished(c, wish)).ToList();
        return (null, new(step, StepOutcome.Voided, $"点选的机构或人员不能承办：{Reasons(refusals)}", Cite(refusals)));
    }

    private static bool IsWished(Candidate candidate, RecipientWish wish) =>
        wish.PractitionerId is { } person && candidate.Person is not null ? candidate.Person.Id == person
        : wish.InstitutionId is { } institution ? candidate.Institution.Id == institution
        : candidate.Institution.Practitioners.Any(p => p.Id == wish.PractitionerId);

    // Where the turn goes to institutions, the person wished for has to be fit too.
    private List<Refusal> WhyNotWished(Candidate candidate, RecipientWish wish) =>
        candidate.Person is not null || wish.PractitionerId is not { } person || candidate.Fit.Any(p => p.Id == person)
            ? [.. candidate.Refusals]
            : [.. candidate.Refusals, .. candidate.Unfit.FirstOrDefault(u => u.PractitionerId == person)?.Refusals
                ?? [new Refusal("wish-elsewhere", "点选的人员不属于点选的机构", [view.Rules.District.Clause])]];

    private (Candidate?, StepReport) TryHelp()
    {
        const OrderStep step = OrderStep.HelpingInstitution;
        if (view.Case.Help is not { } help)
        {
            return (null, new(step, StepOutcome.Nothing, "没有机构此前提供过法律帮助", [Clause]));
        }

        if (help.Helper == HelperKind.JudicialStation)
        {
            return (null, new(step, StepOutcome.Nothing, "此前提供法律帮助的是司法所，不承办案件，不产生优先", [Clause]));
        }

        var helpers = candidates.FindAll(c => c.Institution.Id == help.InstitutionId);
        if (helpers.Count == 0)
        {
            return (null, new(step, StepOutcome.Voided, "提供过法律帮助的机构不在名册上", [Clause, view.Rules.District.Clause]));
        }

        // Also a finding that only warns voids the preference: it is a favour, not a right. What the client consented to does not.
        var voids = view.Rules.ConflictVoidsPreference;
        var conflict = helpers.Exists(c => c.Institution.Conflicts.Any(f => f.ConsentedOn is null));
        return (First(helpers.FindAll(c => c.IsAble)), voids) switch
        {
            (null, _) => (null, new(step, StepOutcome.Voided, $"提供过法律帮助的机构不能承办：{Reasons(helpers.SelectMany(c => c.Refusals))}",
                conflict && voids is not null ? [.. Cite(helpers.SelectMany(c => c.Refusals)), voids.Clause] : Cite(helpers.SelectMany(c => c.Refusals)))),
            (_, { Value: true }) when conflict => (null, new(step, StepOutcome.Voided, "提供过法律帮助的机构与本案有利益冲突，不享有优先", [Clause, voids.Clause])),
            ({ } helper, _) => (helper, new(step, StepOutcome.Chose, "优先指派提供过法律帮助的机构", [Clause])),
        };
    }

    private (Candidate?, StepReport) TryRotation() => ranking is [var first, ..]
        ? (candidates.Find(c => c.Place?.Id == first), new(OrderStep.Rotation, StepOutcome.Chose, "按序轮到", [Clause]))
        : (null, new(OrderStep.Rotation, StepOutcome.Nothing, $"轮候队列中没有可承办本案的{Who}", [Clause]));

    private Candidate? First(List<Candidate> able) => able.MinBy(c => ranking.IndexOf(c.Place!.Id));

    private static string Reasons(IEnumerable<Refusal> refusals) => string.Join("；", refusals.Select(r => r.Message).Distinct(StringComparer.Ordinal));

    private List<string> Cite(IEnumerable<Refusal> refusals) => [.. refusals.SelectMany(r => r.ClauseIds).Prepend(Clause).Distinct(StringComparer.Ordinal)];
}
