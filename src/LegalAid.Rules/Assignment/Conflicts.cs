using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>How sure it is that two matters name the same party.</summary>
public enum PartyMatch
{
    /// <summary>身份证号、信用代码相同，或者单位全称相同</summary>
    Certain = 1,

    /// <summary>只有姓名相同</summary>
    NameOnly,
}

/// <summary>A party of the present case found again in another matter that an institution or practitioner handles or handled.</summary>
/// <param name="Role">The party's role in the present case.</param>
/// <param name="WasRecipientThere">In the other matter they were acted for; otherwise acted against.</param>
public sealed record PartyHit(PartyRole Role, PartyMatch Match, bool WasRecipientThere);

/// <summary>Another matter in which parties of the present case were found, and what a clerk ruled on namesakes.</summary>
/// <param name="Number">The case number, for the page.</param>
/// <param name="SamePerson">The clerk's ruling on hits by name only; null while nobody has looked.</param>
public sealed record MatterHit(string Number, CaseKind Kind, bool? SamePerson, IReadOnlyList<PartyHit> Parties);

/// <summary>What a hit means: for the whole institution, and for the practitioner who handles the other matter.</summary>
public sealed record ConflictVerdict(ConflictFinding? Institution, ConflictFinding? Practitioner)
{
    public static ConflictVerdict None { get; } = new(null, null);
}

/// <summary>
/// Direct conflicts of interest against past and open matters (law on lawyers art. 39, code of conduct; CF-01, CF-05, CF-06, CF-09, CF-10, CF-13).
/// A hit by name alone warns until a clerk rules it the same person; when both sides match it is the same dispute, names or not.
/// </summary>
public static class Conflicts
{
    public static ConflictVerdict Judge(MatterHit matter, CaseKind kind)
    {
        if (matter.SamePerson == false && matter.Parties.All(party => party.Match == PartyMatch.NameOnly))
        {
            return ConflictVerdict.None;
        }

        var certain = matter.SamePerson == true || matter.Parties.Any(party => party.Match == PartyMatch.Certain);
        var actsForOther = matter.Parties.FirstOrDefault(party => party.WasRecipientThere && party.Role is PartyRole.Opponent or PartyRole.Victim);
        var actsAgainstRecipient = matter.Parties.Any(party => !party.WasRecipientThere && party.Role == PartyRole.Recipient);
        return actsForOther switch
        {
            not null when actsAgainstRecipient => Everybody(SameDispute(kind), matter, "同一纠纷中代理对方", bars: true),
            { Role: PartyRole.Victim } => Everybody("CF-05", matter, "代理过本案被害人", certain),
            not null => Everybody("CF-13", matter, "正在或曾经代理本案对方当事人的其他事务", bars: false),
            null when actsAgainstRecipient => Everybody("CF-13", matter, "在其他案件中是本案受援人的对方代理人", bars: false),
            null when matter.Parties.Any(party => party.WasRecipientThere && party.Role == PartyRole.CoDefendant) => CoDefendants(matter, certain),
            null => ConflictVerdict.None,
        };
    }

    private static string SameDispute(CaseKind kind) => kind == CaseKind.Criminal ? "CF-05" : "CF-06";

    // One defender never has two of the accused; their colleagues may, with a warning.
    private static ConflictVerdict CoDefendants(MatterHit matter, bool certain) => new(
        Finding("CF-10", matter, "同所已为同案另一被告人辩护", bars: false),
        Finding("CF-09", matter, "本人已为同案另一被告人辩护", certain));

    private static ConflictVerdict Everybody(string rule, MatterHit matter, string sentence, bool bars) =>
        new(Finding(rule, matter, sentence, bars), null);

    private static ConflictFinding Finding(string rule, MatterHit matter, string sentence, bool bars)
    {
        var unsure = !bars && matter.SamePerson is null && matter.Parties.All(party => party.Match == PartyMatch.NameOnly);
        return new(rule, matter.Number, unsure ? sentence + "（仅姓名相同，须核实）" : sentence, bars);
    }
}
