using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Why so many cannot take a kind of case, with the clauses.</summary>
public sealed record Shortfall(string Message, int People, IReadOnlyList<string> ClauseIds);

/// <summary>How many could take such a case today, and what shuts out the others (承办力量).</summary>
public sealed record StrengthLine(int People, int Institutions, IReadOnlyList<Shortfall> Reasons)
{
    public bool IsNobody => People == 0;
}

/// <summary>Says before a case arrives who could take it: the same gates as for a real one, without conflicts, wishes or declines.</summary>
public static class Strength
{
    public static StrengthLine Of(AssignmentFacts facts)
    {
        // What would only be preferred counts here as asked for: the question is who has it.
        var view = GateView.Of(facts) with { Rules = facts.Rules with { RecipientNeeds = new(NeedStrength.Require, facts.Statute.RecipientNeeds?.Clause ?? facts.Rules.Turns.Clause) } };
        var looked = facts.Institutions.SelectMany(i => i.Practitioners, (i, p) => (Institution: i, Refusals: WhyNot(p, i, view))).ToList();
        var able = looked.FindAll(one => one.Refusals.Count == 0);
        return new(
            able.Count,
            able.Select(one => one.Institution.Id).Distinct().Count(),
            [
                .. looked.SelectMany(one => one.Refusals.DistinctBy(r => r.Message, StringComparer.Ordinal)).GroupBy(r => r.Message, StringComparer.Ordinal)
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new Shortfall(group.Key, group.Count(), [.. group.SelectMany(r => r.ClauseIds).Distinct(StringComparer.Ordinal)])),
            ]);
    }

    private static List<Refusal> WhyNot(PractitionerFacts person, InstitutionFacts institution, GateView view) =>
        [.. Gates.WhyNotInstitution(institution, view), .. Gates.WhyNotPractitioner(person, institution, view)];
}
