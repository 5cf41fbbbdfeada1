using LegalAid.Rules.Intake;
using LegalAid.Rules.Recusals;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Conflicts that come from who somebody is rather than from another matter: family (CF-02, CF-03, CF-13), a judge's or prosecutor's past (CF-11),
/// an institution that advises the other side (CF-13).
/// </summary>
public static class ConflictTies
{
    /// <summary>A near relative who is a party keeps the practitioner out (CF-02); colleagues need the client's consent when it is the other side or the victim (CF-13).</summary>
    public static ConflictVerdict OfRelative(CheckedConflict found)
    {
        if (found.Relation is not { } relation || !Relations.IsNearRelative(relation))
        {
            return ConflictVerdict.None;
        }

        var hits = ConflictGrounds.Standing(found.Parties, found.SamePerson).FindAll(hit => hit.Role != PartyRole.Applicant);
        var against = hits.FindAll(hit => hit.Role is PartyRole.Opponent or PartyRole.Victim);
        return new(
            [.. ConflictGrounds.Finding("CF-13", found.Number, against, found.SamePerson, "本机构人员的近亲属是本案对方当事人或者被害人", mayBar: false)],
            [.. ConflictGrounds.Finding("CF-02", found.Number, hits, found.SamePerson, "近亲属是本案当事人", mayBar: true)]);
    }

    /// <summary>A near relative who is the other side's legal representative, or acts for it, keeps the practitioner out (CF-03).</summary>
    public static ConflictVerdict OfRelativeForOther(CheckedConflict found) =>
        found.Relation is { } relation && Relations.IsNearRelative(relation) && found.Parties.Any(hit => hit.Role == PartyRole.Opponent)
            ? new([], [new("CF-03", found.Number, found.Source == ConflictSource.RelativeActs ? "近亲属在同一纠纷中代理对方" : "近亲属是对方当事人的法定代表人", Bars: true)])
            : ConflictVerdict.None;

    /// <summary>
    /// A judge or prosecutor who left is out of all litigation for two years, the day two years on included, and out of the former authority's cases for good;
    /// who has a spouse, child or parent serving there is out of its cases (CF-11).
    /// </summary>
    public static ConflictVerdict OfPost(CheckedConflict found, ConflictCase view)
    {
        if (view.Kind is CaseKind.LabourArbitration or CaseKind.NonLitigation)
        {
            return ConflictVerdict.None;
        }

        return found.Source == ConflictSource.RelativePost
            ? found is { AtAuthority: true, Relation: Relation.Spouse or Relation.Child or Relation.Parent } ? Barred("配偶、子女或者父母在本案办案机关任职") : ConflictVerdict.None
            : found.LeftPostOn is { } left && view.Day <= left.AddYears(2) ? Barred($"从法院、检察院离任未满二年（{left:yyyy-MM-dd}离任）")
            : found.AtAuthority == true ? Barred("曾在本案办案机关任法官、检察官")
            : ConflictVerdict.None;

        ConflictVerdict Barred(string fact) => new([], [new("CF-11", found.Number, fact, Bars: true)]);
    }

    /// <summary>An institution that is the other side's standing adviser needs the client's consent (CF-13).</summary>
    public static ConflictVerdict OfAdviser(CheckedConflict found)
    {
        var hits = found.Parties.Where(hit => hit.Role is PartyRole.Opponent or PartyRole.Victim).ToList();
        return new([.. ConflictGrounds.Finding("CF-13", found.Number, hits, samePerson: null, "是本案对方当事人的常年法律顾问", mayBar: false)], []);
    }
}
