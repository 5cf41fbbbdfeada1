using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>A soft rule a proposal does not follow: its clause, and in what.</summary>
/// <param name="Clause">Of the rule.</param>
/// <param name="What">In words, for the page and the refusal.</param>
/// <param name="HasOwnReason">Left for a reason already in writing: the request to leave the order.</param>
public sealed record PassedOverRule(string Clause, string What, bool HasOwnReason = false);

/// <summary>
/// The soft rules a proposal does not follow (例外): the office's order left for a written reason, and what warns of the chosen one without barring.
/// It takes a reason in writing and a second person: whoever decides on the proposal never made it.
/// </summary>
public static class PassedOver
{
    public const string InSilenceCode = "passed-over-in-silence";

    /// <summary>The clauses, each once; empty for a proposal that follows everything.</summary>
    public static IReadOnlyList<string> Of(AssignmentFacts facts, AssignmentDecision decision) =>
        [.. RulesOf(facts, decision).Select(rule => rule.Clause).Distinct(StringComparer.Ordinal)];

    /// <summary>Each of them with what is passed over.</summary>
    public static IReadOnlyList<PassedOverRule> RulesOf(AssignmentFacts facts, AssignmentDecision decision)
    {
        if (decision.Proposal is not { } proposal)
        {
            return [];
        }

        var view = GateView.Of(facts);
        var chosen = Chosen(facts, decision, proposal);
        return
        [
            .. Order(proposal, view),
            .. chosen.Conflicts.Where(finding => finding.Warns).Select(finding => new PassedOverRule(finding.Rule, $"{finding.Fact}（{finding.Matter}）")),
            .. BeginnersAndNeeds.PassedOver(chosen, view),
            .. Experience.PassedOver(chosen, view),
        ];
    }

    /// <summary>Why the proposal cannot be made without a word; null when it can.</summary>
    public static Refusal? WhyNotInSilence(AssignmentFacts facts, AssignmentDecision decision, string? note)
    {
        if (!string.IsNullOrWhiteSpace(note) || RulesOf(facts, decision).Where(rule => !rule.HasOwnReason).ToList() is not { Count: > 0 } silent)
        {
            return null;
        }

        return new(
            InSilenceCode,
            "这项指派意见有例外，须在说明中写明理由，由负责人决定",
            [.. silent.Select(rule => rule.Clause).Distinct(StringComparer.Ordinal)],
            string.Join('；', silent.Select(rule => rule.What).Distinct(StringComparer.Ordinal)));
    }

    // A bid won and the handler of the stage before are the office's own ways, though they stand in no list.
    private static IEnumerable<PassedOverRule> Order(Proposal proposal, GateView view) =>
        view.Order.Value.Contains(proposal.Step) || proposal.Step is OrderStep.Bid or OrderStep.SameHandler ? []
        : [new(view.Order.Clause, "未按轮候顺序指派", HasOwnReason: true)];

    // Somebody outside the pool stands in no list of those able.
    private static Candidate Chosen(AssignmentFacts facts, AssignmentDecision decision, Proposal proposal)
    {
        var institution = facts.Institutions.First(i => i.Id == proposal.InstitutionId);
        var fit = proposal.PractitionerId is { } person ? [person]
            : decision.Able.FirstOrDefault(able => able.InstitutionId == proposal.InstitutionId)?.FitPractitionerIds ?? [];
        List<PractitionerFacts> people = [.. institution.Practitioners.Where(p => fit.Contains(p.Id))];
        return new(institution, proposal.PractitionerId is null ? null : people[0], people, [], []);
    }
}
