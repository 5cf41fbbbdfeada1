namespace LegalAid.Rules.Assignment;

/// <summary>
/// Assigning somebody outside the pool (库外指派), which the office's book allows with a written reason and approval (WZ-9.1, WZ-21.2).
/// Every gate but pool and examination holds, and no turn is paid.
/// </summary>
internal static class OutsidePoolChoice
{
    public static (Candidate? Chosen, StepReport Report) Try(GateView view, List<Candidate> candidates)
    {
        const OrderStep step = OrderStep.OutsidePool;
        if (view.Rules.OutsidePool is not { Value: true } allowed)
        {
            return (null, new(step, StepOutcome.NotApplicable, "本机构的指派规则没有库外指派", [view.Order.Clause]));
        }

        var outside = view with { OutsidePool = true };
        var asked = candidates.Select(c => c.Institution).DistinctBy(i => i.Id)
            .SelectMany(i => i.Practitioners.Where(p => p.Id == view.Case.OutOfTurn?.PractitionerId).Select(p => Candidate.Of(p, i, outside)))
            .FirstOrDefault();
        return asked switch
        {
            null => (null, new(step, StepOutcome.Voided, "要求指派的库外人员没有登记", [allowed.Clause])),
            { IsAble: false } => (null, new(step, StepOutcome.Voided, $"要求指派的库外人员不能承办：{asked.Refusals.Messages()}", asked.Refusals.Clauses(allowed.Clause))),
            _ => (asked, new(step, StepOutcome.Chose, "凭书面理由指派库外人员，须经批准", [allowed.Clause])),
        };
    }
}
