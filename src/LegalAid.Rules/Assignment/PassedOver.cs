namespace LegalAid.Rules.Assignment;

/// <summary>
/// The soft rules a proposal does not follow (例外): the office's order left for a written reason, and findings on the chosen one that warn without barring.
/// What is counted here was told on the page before it was proposed, and again before it was agreed to.
/// </summary>
public static class PassedOver
{
    /// <summary>The clauses, each once; empty for a proposal that follows everything.</summary>
    public static IReadOnlyList<string> Of(AssignmentFacts facts, AssignmentDecision decision)
    {
        if (decision.Proposal is not { } proposal)
        {
            return [];
        }

        var order = facts.Case.Kind == Intake.CaseKind.Criminal ? facts.Rules.CriminalOrder : facts.Rules.OtherOrder;
        var chosen = decision.Able.FirstOrDefault(able => able.InstitutionId == proposal.InstitutionId && able.PractitionerId == proposal.PractitionerId);
        return
        [
            .. (order.Value.Contains(proposal.Step) || proposal.Step == OrderStep.Bid ? Array.Empty<string>() : [order.Clause])
                .Concat(chosen?.ConflictWarnings.Select(finding => finding.Rule) ?? [])
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
