namespace LegalAid.Rules.Assignment;

/// <summary>
/// The preference of whoever helped before (属地优先, BB-7.3). Also a finding that only warns voids it: it is a favour, not a right. What the client consented to does not (CF-15).
/// </summary>
internal static class HelpChoice
{
    private const OrderStep Step = OrderStep.HelpingInstitution;

    /// <param name="first">Who of several is first in the queue.</param>
    public static (Candidate? Chosen, StepReport Report) Try(GateView view, List<Candidate> candidates, Func<IEnumerable<Candidate>, Candidate?> first)
    {
        var clause = view.Order.Clause;
        if (view.Case.Help is not { } help)
        {
            return (null, new(Step, StepOutcome.Nothing, "没有机构此前提供过法律帮助", [clause]));
        }

        if (help.Helper == HelperKind.JudicialStation)
        {
            return (null, new(Step, StepOutcome.Nothing, "此前提供法律帮助的是司法所，不承办案件，不产生优先", [clause]));
        }

        var helpers = candidates.FindAll(c => c.Institution.Id == help.InstitutionId);
        return helpers.Count == 0
            ? (null, new(Step, StepOutcome.Voided, "提供过法律帮助的机构不在名册上", [clause, view.Rules.District.Clause]))
            : Among(helpers, first(helpers.FindAll(c => c.IsAble)), view);
    }

    private static (Candidate? Chosen, StepReport Report) Among(List<Candidate> helpers, Candidate? able, GateView view)
    {
        var clause = view.Order.Clause;
        var voidedBy = helpers.Exists(c => c.Institution.Conflicts.Any(f => f.ConsentedOn is null)) ? view.Rules.ConflictVoidsPreference : null;
        if (able is null)
        {
            var refusals = helpers.SelectMany(c => c.Refusals).ToList();
            return (null, new(Step, StepOutcome.Voided, $"提供过法律帮助的机构不能承办：{refusals.Messages()}", [.. refusals.Clauses(clause), .. voidedBy is null ? Array.Empty<string>() : [voidedBy.Clause]]));
        }

        return voidedBy is { Value: true }
            ? (null, new(Step, StepOutcome.Voided, "提供过法律帮助的机构与本案有利益冲突，不享有优先", [clause, voidedBy.Clause]))
            : (able, new(Step, StepOutcome.Chose, "优先指派提供过法律帮助的机构", [clause]));
    }
}
