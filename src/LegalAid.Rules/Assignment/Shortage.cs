namespace LegalAid.Rules.Assignment;

/// <summary>What a pool lacks for a case (短缺): told when somebody outside it is assigned (WZ-9.1, WZ-21.2), and before a case comes for which nobody is there.</summary>
public static class Shortage
{
    private const string Outside = "practitioner-outside-pool";

    /// <summary>Why the people of the pool cannot take the case, the commonest reason first, each with its number of people; empty when somebody can.</summary>
    public static IReadOnlyList<string> MissingIn(AssignmentDecision decision) =>
        decision.Able.Count > 0 ? [] :
        [
            .. PeopleOf(decision).Where(person => person.Refusals.All(refusal => refusal.Code != Outside))
                .SelectMany(person => person.Refusals.DistinctBy(refusal => refusal.Code, StringComparer.Ordinal))
                .GroupBy(refusal => refusal.Code, StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => $"{reason.Count()}人{reason.First().Message}"),
        ];

    // Where the turn goes to persons each stands excluded alone; otherwise the people stand within their institution.
    private static IEnumerable<UnfitPractitioner> PeopleOf(AssignmentDecision decision) => decision.Excluded.SelectMany(excluded =>
        excluded.PractitionerId is { } person ? [new UnfitPractitioner(person, excluded.Refusals)] : excluded.Unfit);
}
