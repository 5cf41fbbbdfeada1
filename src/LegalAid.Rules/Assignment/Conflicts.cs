using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>A party of the present case found again in another matter that an institution or practitioner handles or handled.</summary>
/// <param name="Role">The party's role in the present case.</param>
/// <param name="RoleThere">The role in the other matter; <see cref="PartyRole.Recipient"/> when they were acted for.</param>
public sealed record PartyHit(PartyRole Role, PartyMatch Match, PartyRole RoleThere);

/// <summary>Another matter in which parties of the present case were found, and what a clerk ruled on namesakes.</summary>
/// <param name="Number">The case number, for the page.</param>
/// <param name="SamePerson">The clerk's ruling on hits by name only; null while nobody has looked.</param>
public sealed record MatterHit(string Number, CaseKind Kind, bool? SamePerson, IReadOnlyList<PartyHit> Parties)
{
    /// <summary>Whether and how long ago the mandate there ended.</summary>
    public MandateTime Mandate { get; init; } = MandateTime.Running;

    /// <summary>See <see cref="CheckedConflict.NamesOnlyWarn"/>.</summary>
    public bool NamesOnlyWarn { get; init; }
}

/// <summary>How the mandate in another matter stands on the day of the check.</summary>
public enum MandateTime
{
    /// <summary>正在办理</summary>
    Running = 1,

    /// <summary>终止未满一年</summary>
    EndedWithinYear,

    /// <summary>终止已满一年</summary>
    EndedBefore,
}

/// <summary>What hits mean: for the whole institution, and for the practitioners who handle the other matter.</summary>
public sealed record ConflictVerdict(IReadOnlyList<ConflictFinding> Institution, IReadOnlyList<ConflictFinding> Practitioner)
{
    public static ConflictVerdict None { get; } = new([], []);

    public bool IsNone => Institution.Count + Practitioner.Count == 0;
}

/// <summary>
/// Direct conflicts of interest against past and open matters (law on lawyers art. 39, code of conduct; CF-01, CF-05–CF-10, CF-13).
/// Every hit is judged, none hides another. A hit by name alone warns until a clerk rules it the same person;
/// when both sides match it is the same dispute, names or not, unless nobody here can look into the matter.
/// </summary>
public static class Conflicts
{
    public static ConflictVerdict Judge(MatterHit matter, CaseKind kind)
    {
        var hits = ConflictGrounds.Standing(matter.Parties, matter.SamePerson);
        var actedForOther = hits.FindAll(hit => hit is { RoleThere: PartyRole.Recipient, Role: PartyRole.Opponent or PartyRole.Victim });
        var actedAgainstRecipient = hits.FindAll(hit => hit is { Role: PartyRole.Recipient, RoleThere: PartyRole.Opponent or PartyRole.Victim });
        if (actedForOther.Count > 0 && actedAgainstRecipient.Count > 0)
        {
            return SameDispute(matter, kind, [.. actedForOther, .. actedAgainstRecipient]);
        }

        return new(
            [.. Victims(), .. Opponents(), .. CoDefendants("CF-10", "同所已为同案另一被告人辩护", mayBar: false)],
            [.. Victims(), .. CoDefendants("CF-09", "本人已为同案另一被告人辩护", mayBar: true)]);

        IEnumerable<ConflictFinding> Victims() =>
            Finding("CF-05", matter, actedForOther.FindAll(hit => hit.Role == PartyRole.Victim), "代理过本案被害人", mayBar: true);

        // Code of conduct art. 52: a mandate that ended a year ago or more stands in nobody's way; its last day is that of the same date a year on.
        IEnumerable<ConflictFinding> Opponents() => matter.Mandate == MandateTime.EndedBefore ? [] :
        [
            .. Finding("CF-13", matter, actedForOther.FindAll(hit => hit.Role == PartyRole.Opponent), When("代理本案对方当事人的其他事务"), mayBar: false),
            .. Finding("CF-13", matter, actedAgainstRecipient, When("在其他案件中代理本案受援人的对方"), mayBar: false),
        ];

        string When(string what) => matter.Mandate == MandateTime.Running ? "正在" + what : "终止委托未满一年：曾" + what;

        // One defender never has two of the accused; their colleagues may, with a warning.
        IEnumerable<ConflictFinding> CoDefendants(string rule, string sentence, bool mayBar)
        {
            var theirs = hits.FindAll(hit => (hit.Role, hit.RoleThere) is (PartyRole.CoDefendant, PartyRole.Recipient));
            var ours = hits.FindAll(hit => (hit.Role, hit.RoleThere) is (PartyRole.Recipient, PartyRole.CoDefendant));
            return theirs.Count > 0 && ours.Count > 0 && !IsDoubtful(matter, [.. theirs, .. ours])
                ? [new ConflictFinding(rule, matter.Number, sentence, mayBar)]
                : Finding(rule, matter, [.. theirs, .. ours], sentence, mayBar);
        }
    }

    /// <summary>A practitioner who is himself a party may not act (CF-02); in a dispute the whole institution may not (CF-06), in a criminal case its colleagues are warned of it (CF-13).</summary>
    public static ConflictVerdict JudgeOwnPerson(MatterHit matter, CaseKind kind)
    {
        var hits = ConflictGrounds.Standing(matter.Parties, matter.SamePerson).FindAll(hit => hit.Role != PartyRole.Applicant);
        return new(
            [.. kind == CaseKind.Criminal
                ? Finding("CF-13", matter, hits, "本机构人员是本案当事人", mayBar: false)
                : Finding("CF-06", matter, hits, "本机构人员是本案一方当事人", mayBar: true)],
            [.. Finding("CF-02", matter, hits, "本人是本案当事人", mayBar: true)]);
    }

    /// <summary>An institution that is itself a party may not act (CF-06).</summary>
    public static ConflictFinding OwnInstitution(string number) => new("CF-06", number, "本机构是本案当事人", Bars: true);

    // CF-08: who acted for the other side stays out of the same matter after that mandate has ended, however long ago.
    private static ConflictVerdict SameDispute(MatterHit matter, CaseKind kind, List<PartyHit> hits)
    {
        if (IsDoubtful(matter, hits))
        {
            return new([.. Finding(RuleOfSides(kind), matter, hits, "同一纠纷中代理对方", mayBar: true)], [.. Finding("CF-01", matter, hits, "本人在同一纠纷中代理对方", mayBar: true)]);
        }

        return matter.Mandate == MandateTime.Running
            ? new([new(RuleOfSides(kind), matter.Number, "同一纠纷中代理对方", Bars: true)], [new("CF-01", matter.Number, "本人在同一纠纷中代理对方", Bars: true)])
            : new([new("CF-08", matter.Number, "委托终止前在同一纠纷中代理对方", Bars: true)], [new("CF-08", matter.Number, "本人委托终止前在同一纠纷中代理对方", Bars: true)]);
    }

    private static string RuleOfSides(CaseKind kind) => kind switch
    {
        CaseKind.Criminal => "CF-05",
        CaseKind.NonLitigation => "CF-07",
        CaseKind.Civil or CaseKind.Administrative or CaseKind.LabourArbitration => "CF-06",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of case."),
    };

    // Two names that only sound or look alike are two chances, not a proof; nor are two equal names where nobody can ever rule on them (law.md §6: 无证件号只出警告).
    private static bool IsDoubtful(MatterHit matter, List<PartyHit> hits) =>
        hits.Exists(hit => ConflictNames.IsDoubtful(hit.Match)) || (matter.NamesOnlyWarn && !hits.Exists(hit => hit.Match == PartyMatch.Certain));

    private static IEnumerable<ConflictFinding> Finding(string rule, MatterHit matter, List<PartyHit> hits, string sentence, bool mayBar) =>
        ConflictGrounds.Finding(rule, matter.Number, hits, matter.SamePerson, sentence, mayBar);
}
