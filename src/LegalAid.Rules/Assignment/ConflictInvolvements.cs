using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Conflicts that come from what binds somebody to the matter besides family: a declared interest (CF-02), having dealt with it in office (CF-04),
/// duty help given to several of one joint crime (CF-12). All three are the person's own; colleagues may act.
/// </summary>
public static class ConflictInvolvements
{
    /// <summary>An interest of the own or of a near relative, in the case itself or in one of its parties, keeps the practitioner out (CF-02).</summary>
    public static ConflictVerdict OfInterest(CheckedConflict found)
    {
        var whose = found.Relation is null ? "本人" : "近亲属";
        return found.SameMatter == true
            ? Own([new("CF-02", found.Number, $"{whose}与本案有利害关系", Bars: true)])
            : Own([.. ConflictGrounds.Finding("CF-02", found.Number, Hits(found), found.SamePerson, $"{whose}与本案当事人有利害关系", mayBar: true)]);
    }

    /// <summary>
    /// Who dealt with the matter as an official, judge, prosecutor or arbitrator never acts in it, however long ago (CF-04). The authority's number says that it
    /// is the same, and so do both sides' names; one party alone may have had another matter there, so a clerk has to look.
    /// </summary>
    public static ConflictVerdict OfFormerOfficial(CheckedConflict found)
    {
        var hits = Hits(found);
        var sentence = $"曾以{Ties.WordOf(found.Capacity ?? throw new InvalidOperationException("A former official has a capacity."))}身份处理过该事项";
        var bothSides = hits.Exists(hit => hit.RoleThere == PartyRole.Recipient) && hits.Exists(hit => hit.RoleThere == PartyRole.Opponent)
            && !hits.Exists(hit => ConflictNames.IsDoubtful(hit.Match));
        return found.SameMatter == true || bothSides
            ? Own([new("CF-04", found.Number, sentence, Bars: true)])
            : Own([.. ConflictGrounds.Finding("CF-04", found.Number, hits, found.SamePerson, sentence, mayBar: true)]);
    }

    /// <summary>Who helped two or more of one joint crime on duty may not defend in it (CF-12): barred where the book says so, a warning elsewhere.</summary>
    public static ConflictVerdict OfDutyHelp(CheckedConflict found, ConflictCase view)
    {
        if (view.Kind != CaseKind.Criminal || found.Helped is not >= 2)
        {
            return ConflictVerdict.None;
        }

        var sentence = $"值班时为共同犯罪的{found.Helped}名嫌疑人提供过法律帮助";
        return found.SameMatter == true
            ? Own([new("CF-12", found.Number, sentence, view.DutyHelpBars)])
            : Own([.. ConflictGrounds.Finding("CF-12", found.Number, Hits(found).FindAll(hit => hit.Role is PartyRole.Recipient or PartyRole.CoDefendant), found.SamePerson, sentence, view.DutyHelpBars)]);
    }

    private static List<PartyHit> Hits(CheckedConflict found) => ConflictGrounds.Standing(found.Parties, found.SamePerson).FindAll(hit => hit.Role != PartyRole.Applicant);

    private static ConflictVerdict Own(IReadOnlyList<ConflictFinding> findings) => new([], findings);
}
