namespace LegalAid.Rules.Assignment;

/// <summary>
/// The step that leads the next stage of a matter back to whoever handled the one before (同一承办人). Not a choice of the recipient's, so it stands also where nobody chooses;
/// every gate is looked at again, and where one bars the office's order goes on.
/// </summary>
internal static class SameHandlerChoice
{
    public static (Candidate?, StepReport) Try(GateView view, List<Candidate> candidates)
    {
        const OrderStep step = OrderStep.SameHandler;
        var clause = view.Rules.NextStagePaysTurn?.Clause ?? view.Order.Clause;
        if (view.Case.EarlierStage is not { HandlerIds: { Count: > 0 } handlers })
        {
            return (null, new(step, StepOutcome.Nothing, view.Case.EarlierStage is null ? "本案没有前一阶段" : "前一阶段尚未确定承办人", [clause]));
        }

        var theirs = candidates.FindAll(c => c.Person is { } person ? handlers.Contains(person.Id) : c.Institution.Practitioners.Any(p => handlers.Contains(p.Id)));
        if (theirs.Count == 0)
        {
            return (null, new(step, StepOutcome.Voided, "前一阶段的承办人已不在名册上", [clause, view.Rules.District.Clause]));
        }

        if (theirs.Find(c => c.IsAble && (c.Person is not null || c.Fit.Any(p => handlers.Contains(p.Id)))) is { } same)
        {
            return (same, new(step, StepOutcome.Chose, "同一事项前一阶段的承办人继续承办", [clause]));
        }

        var refusals = theirs.SelectMany(c => c.Refusals.Concat(c.Unfit.Where(u => handlers.Contains(u.PractitionerId)).SelectMany(u => u.Refusals))).ToList();
        return (null, new(
            step,
            StepOutcome.Voided,
            $"前一阶段的承办人不能承办：{string.Join('；', refusals.Select(r => r.Message).Distinct(StringComparer.Ordinal))}",
            [.. refusals.SelectMany(r => r.ClauseIds).Prepend(clause).Distinct(StringComparer.Ordinal)]));
    }
}
