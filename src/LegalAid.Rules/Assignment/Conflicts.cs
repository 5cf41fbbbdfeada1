using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>How sure it is that two records name the same party.</summary>
public enum PartyMatch
{
    /// <summary>身份证号、信用代码相同，或者单位全称相同</summary>
    Certain = 1,

    /// <summary>只有姓名相同</summary>
    NameOnly,
}

/// <summary>A party of the present case found again in another matter that an institution or practitioner handles or handled.</summary>
/// <param name="Role">The party's role in the present case.</param>
/// <param name="RoleThere">The role in the other matter; <see cref="PartyRole.Recipient"/> when they were acted for.</param>
public sealed record PartyHit(PartyRole Role, PartyMatch Match, PartyRole RoleThere);

/// <summary>Another matter in which parties of the present case were found, and what a clerk ruled on namesakes.</summary>
/// <param name="Number">The case number, for the page.</param>
/// <param name="SamePerson">The clerk's ruling on hits by name only; null while nobody has looked.</param>
public sealed record MatterHit(string Number, CaseKind Kind, bool? SamePerson, IReadOnlyList<PartyHit> Parties);

/// <summary>What hits mean: for the whole institution, and for the practitioners who handle the other matter.</summary>
public sealed record ConflictVerdict(IReadOnlyList<ConflictFinding> Institution, IReadOnlyList<ConflictFinding> Practitioner)
{
    public static ConflictVerdict None { get; } = new([], []);

    public bool IsNone => Institution.Count + Practitioner.Count == 0;
}

/// <summary>
/// Direct conflicts of interest against past and open matters (law on lawyers art. 39, code of conduct; CF-01, CF-05, CF-06, CF-09, CF-10, CF-13).
/// Every hit is judged, none hides another. A hit by name alone warns until a clerk rules it the same person;
/// when both sides match it is the same dispute, names or not.
/// </summary>
public static class Conflicts
{
    public static ConflictVerdict Judge(MatterHit matter, CaseKind kind)
    {
        var hits = Standing(matter);
        var actedForOther = hits.FindAll(hit => hit is { RoleThere: PartyRole.Recipient, Role: PartyRole.Opponent or PartyRole.Victim });
        var actedAgainstRecipient = hits.FindAll(hit => hit is { Role: PartyRole.Recipient, RoleThere: PartyRole.Opponent or PartyRole.Victim });
        if (actedForOther.Count > 0 && actedAgainstRecipient.Count > 0)
        {
            return new(
                [new(kind == CaseKind.Criminal ? "CF-05" : "CF-06", matter.Number, "同一纠纷中代理对方", Bars: true)],
                [new("CF-01", matter.Number, "本人在同一纠纷中代理对方", Bars: true)]);
        }

        return new(
            [.. Victims(), .. Opponents(), .. CoDefendants("CF-10", "同所已为同案另一被告人辩护", mayBar: false)],
            [.. Victims(), .. CoDefendants("CF-09", "本人已为同案另一被告人辩护", mayBar: true)]);

        IEnumerable<ConflictFinding> Victims() =>
            Finding("CF-05", matter, actedForOther.FindAll(hit => hit.Role == PartyRole.Victim), "代理过本案被害人", mayBar: true);

        IEnumerable<ConflictFinding> Opponents() =>
        [
            .. Finding("CF-13", matter, actedForOther.FindAll(hit => hit.Role == PartyRole.Opponent), "正在或曾经代理本案对方当事人的其他事务", mayBar: false),
            .. Finding("CF-13", matter, actedAgainstRecipient, "在其他案件中是本案受援人的对方代理人", mayBar: false),
        ];

        // One defender never has two of the accused; their colleagues may, with a warning.
        IEnumerable<ConflictFinding> CoDefendants(string rule, string sentence, bool mayBar)
        {
            var theirs = hits.FindAll(hit => (hit.Role, hit.RoleThere) is (PartyRole.CoDefendant, PartyRole.Recipient));
            var ours = hits.FindAll(hit => (hit.Role, hit.RoleThere) is (PartyRole.Recipient, PartyRole.CoDefendant));
            return theirs.Count > 0 && ours.Count > 0
                ? [new ConflictFinding(rule, matter.Number, sentence, mayBar)]
                : Finding(rule, matter, [.. theirs, .. ours], sentence, mayBar);
        }
    }

    /// <summary>A practitioner who is himself a party may not act (CF-02); in a dispute the whole institution may not (CF-06), in a criminal case its colleagues are warned of it (CF-13).</summary>
    public static ConflictVerdict JudgeOwnPerson(MatterHit matter, CaseKind kind)
    {
        var hits = Standing(matter).FindAll(hit => hit.Role != PartyRole.Applicant);
        return new(
            [.. kind == CaseKind.Criminal
                ? Finding("CF-13", matter, hits, "本机构人员是本案当事人", mayBar: false)
                : Finding("CF-06", matter, hits, "本机构人员是本案一方当事人", mayBar: true)],
            [.. Finding("CF-02", matter, hits, "本人是本案当事人", mayBar: true)]);
    }

    /// <summary>An institution that is itself a party may not act (CF-06).</summary>
    public static ConflictFinding OwnInstitution(string number) => new("CF-06", number, "本机构是本案当事人", Bars: true);

    // Ruled a namesake, only what rests on more than the name stands.
    private static List<PartyHit> Standing(MatterHit matter) =>
        [.. matter.Parties.Where(hit => matter.SamePerson != false || hit.Match == PartyMatch.Certain)];

    private static IEnumerable<ConflictFinding> Finding(string rule, MatterHit matter, List<PartyHit> hits, string sentence, bool mayBar)
    {
        if (hits.Count == 0)
        {
            yield break;
        }

        var certain = hits.Exists(hit => hit.Match == PartyMatch.Certain);
        var grounds = certain ? "" : matter.SamePerson == true ? "（经核实为同一人）" : "（仅姓名相同，须核实）";
        yield return new(rule, matter.Number, sentence + grounds, mayBar && (certain || matter.SamePerson == true));
    }
}
