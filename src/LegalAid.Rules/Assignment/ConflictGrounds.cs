namespace LegalAid.Rules.Assignment;

/// <summary>What a finding rests on: a number, a clerk's ruling, or a name that still has to be looked into.</summary>
internal static class ConflictGrounds
{
    /// <summary>Ruled a namesake, only what rests on more than the name stands.</summary>
    public static List<PartyHit> Standing(IReadOnlyList<PartyHit> parties, bool? samePerson) =>
        [.. parties.Where(hit => samePerson != false || hit.Match == PartyMatch.Certain)];

    public static IEnumerable<ConflictFinding> Finding(string rule, string number, List<PartyHit> hits, bool? samePerson, string sentence, bool mayBar)
    {
        if (hits.Count == 0)
        {
            yield break;
        }

        var best = hits.Min(hit => hit.Match);
        var sure = best == PartyMatch.Certain || samePerson == true;
        yield return new(rule, number, sentence + Grounds(best, samePerson), mayBar && sure)
        {
            // 知情同意书: asked for only once it is clear who is meant.
            AwaitsConsent = rule == "CF-13" && sure ? true : null,
        };
    }

    private static string Grounds(PartyMatch match, bool? samePerson) => (match, samePerson) switch
    {
        (PartyMatch.Certain, _) => "",
        (_, true) => "（经核实为同一人）",
        (PartyMatch.NameOnly, _) => "（仅姓名相同，须核实）",
        (PartyMatch.FormerName, _) => "（与曾用名相同，须核实）",
        (PartyMatch.Lookalike, _) => "（仅姓名形近，须核实）",
        (PartyMatch.SameSound, _) => "（仅姓名同音，须核实）",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "Unknown match."),
    };
}
