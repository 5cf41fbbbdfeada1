using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Conflicts that come from an interest, from an office held, from duty help.</summary>
public sealed class ConflictInvolvementsTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [Clause("CF-02")]
    [InlineData("O=", null, "CF-02 bars")]
    [InlineData("R=", null, "CF-02 bars")]
    [InlineData("A=", null, "")]                    // who only applies for another is no party
    [InlineData("O~", null, "CF-02 warns")]         // a name alone: somebody has to look
    [InlineData("O~", true, "CF-02 bars")]
    [InlineData("O~", false, "")]
    [InlineData("", null, "")]
    public void An_interest_in_a_party_keeps_the_practitioner_out(string hits, bool? ruled, string means) =>
        Means(Found(ConflictSource.Interest, hits) with { SamePerson = ruled }, Of(CaseKind.Civil), means);

    [Fact]
    [Clause("CF-02")]
    public void An_interest_in_the_case_itself_bars_and_says_whose_it_is()
    {
        var found = Found(ConflictSource.Interest, "") with { SameMatter = true };

        Assert.Equal("本人与本案有利害关系", Assert.Single(found.Judge(Of(CaseKind.Civil)).Practitioner).Fact);
        Assert.Equal("近亲属与本案有利害关系", Assert.Single((found with { Relation = Relation.Child }).Judge(Of(CaseKind.Civil)).Practitioner).Fact);
    }

    [Theory]
    [Clause("CF-04")]
    [InlineData("", true, null, "CF-04 bars")]
    [InlineData("", null, null, "")]
    [InlineData("R~", null, null, "CF-04 warns")]      // one party alone may have had another matter there
    [InlineData("R~", null, true, "CF-04 bars")]
    [InlineData("R~", null, false, "")]
    [InlineData("R~ O~", null, null, "CF-04 bars")]    // both sides: the same matter
    [InlineData("R? O~", null, null, "CF-04 warns")]   // a likeness is no proof
    public void Who_dealt_with_the_matter_in_office_stays_out(string hits, bool? sameMatter, bool? ruled, string means) =>
        Means(Found(ConflictSource.FormerOfficial, hits) with { Capacity = OfficialCapacity.Judge, SameMatter = sameMatter, SamePerson = ruled }, Of(CaseKind.Civil), means);

    [Fact]
    [Clause("CF-04")]
    public void The_capacity_is_named() =>
        Assert.Equal(
            ["曾以行政人员身份处理过该事项", "曾以审判人员身份处理过该事项", "曾以检察人员身份处理过该事项", "曾以仲裁人员身份处理过该事项"],
            Enum.GetValues<OfficialCapacity>().Select(capacity =>
                (Found(ConflictSource.FormerOfficial, "") with { Capacity = capacity, SameMatter = true }).Judge(Of(CaseKind.Civil)).Practitioner[0].Fact));

    [Theory]
    [Clause("CF-12")]
    [InlineData(CaseKind.Criminal, 1, "", true, false, "")]                    // one of them only
    [InlineData(CaseKind.Criminal, 2, "", true, false, "CF-12 warns")]
    [InlineData(CaseKind.Criminal, 2, "", true, true, "CF-12 bars")]           // where the book says so
    [InlineData(CaseKind.Criminal, 2, "R=", null, true, "CF-12 bars")]
    [InlineData(CaseKind.Criminal, 3, "D~", null, true, "CF-12 warns")]
    [InlineData(CaseKind.Criminal, 2, "V=", null, true, "")]                   // the victim was not helped as a suspect
    [InlineData(CaseKind.Civil, 2, "R=", true, true, "")]
    public void Duty_help_to_several_of_one_crime_is_told_and_bars_where_the_book_says_so(CaseKind kind, int helped, string hits, bool? sameMatter, bool bars, string means) =>
        Means(Found(ConflictSource.DutyHelp, hits) with { Helped = helped, SameMatter = sameMatter }, Of(kind) with { DutyHelpBars = bars }, means);

    [Theory]
    [InlineData("(2026)渝0109刑初 12 号", "（2026）渝0109刑初12号")]
    [InlineData("〔2026〕渝０１０９刑初12号", "（2026）渝0109刑初12号")]
    [InlineData("2026-0142", "2026-0142")]
    public void A_number_is_compared_however_it_was_typed(string typed, string compared) => Assert.Equal(compared, Ties.MatterNumber(typed));

    [Theory]
    [Clause("CF-12")]
    [InlineData("2026-06-17", null)]
    [InlineData("2026-06-18", "tie-helped-later")]
    public void Duty_help_lies_behind(string day, string? refused) =>
        Assert.Equal(refused, Ties.WhyNotDutyHelp(new("辰某", "渝1号", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Today)?.Code);

    // R, O, V, D, A: the party's role; =, ~, ?: by number, by name, by sound. In a matter dealt with in office R and O are its two sides.
    private static CheckedConflict Found(ConflictSource source, string hits) => new(source, Guid.Empty, "2026-0142", Guid.Empty, [Guid.Empty],
    [
        .. hits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hit => new PartyHit(
            hit[0] switch { 'R' => PartyRole.Recipient, 'O' => PartyRole.Opponent, 'V' => PartyRole.Victim, 'D' => PartyRole.CoDefendant, _ => PartyRole.Applicant },
            hit[1] switch { '=' => PartyMatch.Certain, '~' => PartyMatch.NameOnly, _ => PartyMatch.SameSound },
            hit[0] == 'O' ? PartyRole.Opponent : PartyRole.Recipient)),
    ]);

    private static ConflictCase Of(CaseKind kind) => new(kind, Today, 5);

    private static void Means(CheckedConflict found, ConflictCase view, string means)
    {
        var verdict = found.Judge(view);
        Assert.Empty(verdict.Institution);
        Assert.Equal(means, string.Join(' ', verdict.Practitioner.Select(finding => $"{finding.Rule} {(finding.Bars ? "bars" : "warns")}")));
    }
}
