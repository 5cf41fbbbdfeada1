using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What a hit of the conflict check means. A hit reads role here : role there, with = for the same number and ~ for the same name.</summary>
public sealed class ConflictsTests
{
    [Theory]
    [Clause("CF-01", "CF-05", "CF-06", "CF-13")]
    [InlineData(CaseKind.Civil, "O=R", "CF-13 warns", "")]                                  // acted for the opponent in another matter
    [InlineData(CaseKind.Civil, "R=O", "CF-13 warns", "")]                                  // acted against our recipient in another matter
    [InlineData(CaseKind.Civil, "O=R R=O", "CF-06 bars", "CF-01 bars")]                     // the same dispute, the other side
    [InlineData(CaseKind.Civil, "O~R R~O", "CF-06 bars", "CF-01 bars")]                     // both sides match: names are enough
    [InlineData(CaseKind.Criminal, "V=R R=O", "CF-05 bars", "CF-01 bars")]
    [InlineData(CaseKind.Criminal, "R=V O=R", "CF-05 bars", "CF-01 bars")]                  // our recipient is the victim of their accused
    [InlineData(CaseKind.Criminal, "V=R", "CF-05 bars", "CF-05 bars")]
    [InlineData(CaseKind.Criminal, "V~R", "CF-05 warns", "CF-05 warns")]
    [InlineData(CaseKind.Criminal, "O=R V=R", "CF-05 bars CF-13 warns", "CF-05 bars")]      // an opponent does not hide a victim
    [InlineData(CaseKind.Criminal, "V=R O=R", "CF-05 bars CF-13 warns", "CF-05 bars")]
    [InlineData(CaseKind.Civil, "R=R O=O", "", "")]                                         // the next stage of the same matter, the same side
    [InlineData(CaseKind.Civil, "O=O", "", "")]
    public void Sides_conflict(CaseKind kind, string hits, string institution, string practitioner) => Means(kind, hits, null, institution, practitioner);

    [Theory]
    [Clause("CF-09", "CF-10")]
    [InlineData("C=R", "CF-10 warns", "CF-09 bars")]            // they defend our co-defendant
    [InlineData("R=C", "CF-10 warns", "CF-09 bars")]            // our recipient is their co-defendant
    [InlineData("C=R R=C", "CF-10 warns", "CF-09 bars")]
    [InlineData("C~R", "CF-10 warns", "CF-09 warns")]           // a name alone: somebody has to look
    [InlineData("C~R R~C", "CF-10 warns", "CF-09 bars")]        // both names in both cases: the same crime
    [InlineData("C=C", "", "")]                                 // a third accused of both, defended by neither
    public void One_lawyer_never_defends_two_of_the_accused_and_their_colleagues_are_warned(string hits, string institution, string practitioner) =>
        Means(CaseKind.Criminal, hits, null, institution, practitioner);

    [Theory]
    [Clause("CF-01")]
    [InlineData("V~R", true, "CF-05 bars", "CF-05 bars")]
    [InlineData("V~R", false, "", "")]
    [InlineData("V~R V=R", false, "CF-05 bars", "CF-05 bars")]  // what rests on a number is not ruled away
    [InlineData("O~R", true, "CF-13 warns", "")]                // a relative conflict stays one
    [InlineData("C~R", true, "CF-10 warns", "CF-09 bars")]
    public void A_ruling_on_namesakes_decides_what_rests_on_a_name(string hits, bool samePerson, string institution, string practitioner) =>
        Means(CaseKind.Criminal, hits, samePerson, institution, practitioner);

    [Theory]
    [Clause("CF-02", "CF-06")]
    [InlineData(CaseKind.Civil, "O=A", null, "CF-06 bars", "CF-02 bars")]
    [InlineData(CaseKind.Civil, "R=A", null, "CF-06 bars", "CF-02 bars")]
    [InlineData(CaseKind.Civil, "O~A", null, "CF-06 warns", "CF-02 warns")]
    [InlineData(CaseKind.Civil, "O~A", true, "CF-06 bars", "CF-02 bars")]
    [InlineData(CaseKind.Civil, "O~A", false, "", "")]
    [InlineData(CaseKind.Criminal, "V=A", null, "CF-13 warns", "CF-02 bars")]
    public void Who_is_a_party_does_not_act(CaseKind kind, string hits, bool? samePerson, string institution, string practitioner)
    {
        var verdict = Conflicts.JudgeOwnPerson(new("2026-0142", kind, samePerson, Hits(hits)), kind);
        Assert.Equal((institution, practitioner), (Read(verdict.Institution), Read(verdict.Practitioner)));
    }

    [Theory]
    [Clause("CF-01", "CF-06", "CF-09")]
    [InlineData(CaseKind.Civil, "O~R R~O", "CF-06 warns", "CF-01 warns")]                   // nobody here can ever rule on it
    [InlineData(CaseKind.Civil, "O=R R~O", "CF-06 bars", "CF-01 bars")]                     // one number, or a full name of an organisation, proves it
    [InlineData(CaseKind.Criminal, "C~R R~C", "CF-10 warns", "CF-09 warns")]
    [InlineData(CaseKind.Criminal, "C=R R~C", "CF-10 warns", "CF-09 bars")]
    public void Names_alone_only_warn_where_nobody_can_look_into_the_matter(CaseKind kind, string hits, string institution, string practitioner)
    {
        var verdict = Conflicts.Judge(new("他机构案件", kind, null, Hits(hits)) { NamesOnlyWarn = true }, kind);

        Assert.Equal((institution, practitioner), (Read(verdict.Institution), Read(verdict.Practitioner)));
    }

    [Fact]
    public void What_rests_on_a_name_says_so()
    {
        Assert.EndsWith("（仅姓名相同，须核实）", Sentence(null), StringComparison.Ordinal);
        Assert.EndsWith("（经核实为同一人）", Sentence(true), StringComparison.Ordinal);

        static string Sentence(bool? samePerson) => Conflicts.Judge(new("2026-0142", CaseKind.Criminal, samePerson, Hits("V~R")), CaseKind.Criminal).Institution[0].Fact;
    }

    private static void Means(CaseKind kind, string hits, bool? samePerson, string institution, string practitioner)
    {
        var verdict = Conflicts.Judge(new("2026-0142", kind, samePerson, Hits(hits)), kind);
        Assert.Equal((institution, practitioner), (Read(verdict.Institution), Read(verdict.Practitioner)));
        Assert.Equal(institution.Length + practitioner.Length == 0, verdict.IsNone);
    }

    private static List<PartyHit> Hits(string text) =>
        [.. text.Split(' ').Select(hit => new PartyHit(Role(hit[0]), hit[1] == '=' ? PartyMatch.Certain : PartyMatch.NameOnly, Role(hit[2])))];

    private static PartyRole Role(char letter) => letter switch
    {
        'R' => PartyRole.Recipient,
        'O' => PartyRole.Opponent,
        'V' => PartyRole.Victim,
        'C' => PartyRole.CoDefendant,
        _ => PartyRole.Applicant,
    };

    private static string Read(IReadOnlyList<ConflictFinding> findings) =>
        string.Join(' ', findings.Select(finding => $"{finding.Rule} {(finding.Bars ? "bars" : "warns")}"));
}
