using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Recusals;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Conflicts that come from family, earlier posts and standing advice, and mandates that have ended.</summary>
public sealed class ConflictTiesTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [Clause("CF-02", "CF-13")]
    [InlineData(Relation.Spouse, PartyRole.Opponent, PartyMatch.Certain, "CF-13 warns", "CF-02 bars")]
    [InlineData(Relation.Grandchild, PartyRole.Victim, PartyMatch.Certain, "CF-13 warns", "CF-02 bars")]
    [InlineData(Relation.Child, PartyRole.Recipient, PartyMatch.Certain, "", "CF-02 bars")]
    [InlineData(Relation.Sibling, PartyRole.Opponent, PartyMatch.NameOnly, "CF-13 warns", "CF-02 warns")]      // a name alone: somebody has to look
    [InlineData(Relation.OtherRelative, PartyRole.Opponent, PartyMatch.Certain, "", "")]                       // a cousin is no near relative (Civil Code art. 1045)
    [InlineData(Relation.Spouse, PartyRole.Applicant, PartyMatch.Certain, "", "")]
    public void A_near_relative_among_the_parties_keeps_the_practitioner_out(Relation relation, PartyRole role, PartyMatch match, string institution, string practitioner) =>
        Means(Found(ConflictSource.Relative, new PartyHit(role, match, PartyRole.Applicant)) with { Relation = relation }, CaseKind.Civil, institution, practitioner);

    [Fact]
    [Clause("CF-02")]
    public void Where_people_of_many_employers_stand_together_only_the_person_is_concerned() =>
        Means(Found(ConflictSource.Relative, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Applicant)) with { Relation = Relation.Spouse, InNameOnly = true }, CaseKind.Civil, "", "CF-02 bars");

    [Theory]
    [Clause("CF-03")]
    [InlineData(ConflictSource.RelativeRepresents, PartyRole.Opponent, "CF-03 bars")]
    [InlineData(ConflictSource.RelativeActs, PartyRole.Opponent, "CF-03 bars")]
    [InlineData(ConflictSource.RelativeRepresents, PartyRole.Victim, "")]
    public void A_near_relative_who_leads_or_represents_the_other_side_keeps_the_practitioner_out(ConflictSource source, PartyRole role, string practitioner) =>
        Means(Found(source, new PartyHit(role, PartyMatch.Certain, PartyRole.Applicant)) with { Relation = Relation.Parent }, CaseKind.Civil, "", practitioner);

    [Theory]
    [Clause("CF-11")]
    [InlineData(CaseKind.Criminal, "2024-06-17", false, "CF-11 bars")]          // the day two years on is the last one
    [InlineData(CaseKind.Criminal, "2024-06-16", false, "")]
    [InlineData(CaseKind.Civil, "2024-06-17", false, "CF-11 bars")]
    [InlineData(CaseKind.LabourArbitration, "2026-01-01", false, "")]          // arbitration is no litigation
    [InlineData(CaseKind.Criminal, "2010-01-01", true, "CF-11 bars")]          // the former authority's own cases, for good
    [InlineData(CaseKind.Criminal, "2010-01-01", false, "")]
    public void A_former_judge_waits_two_years_and_never_defends_at_the_former_court(CaseKind kind, string left, bool atAuthority, string practitioner) =>
        Means(Found(ConflictSource.FormerPost) with { LeftPostOn = DateOnly.Parse(left, System.Globalization.CultureInfo.InvariantCulture), AtAuthority = atAuthority }, kind, "", practitioner);

    [Theory]
    [Clause("CF-11")]
    [InlineData(Relation.Spouse, true, "CF-11 bars")]
    [InlineData(Relation.Child, true, "CF-11 bars")]
    [InlineData(Relation.Parent, true, "CF-11 bars")]
    [InlineData(Relation.Sibling, true, "")]                                    // the law names spouse, children and parents
    [InlineData(Relation.Spouse, false, "")]
    public void A_judges_family_stays_out_of_that_courts_cases(Relation relation, bool atAuthority, string practitioner) =>
        Means(Found(ConflictSource.RelativePost) with { Relation = relation, AtAuthority = atAuthority }, CaseKind.Criminal, "", practitioner);

    [Theory]
    [Clause("CF-13")]
    [InlineData(null, "CF-13 warns")]
    [InlineData("2026-06-17", "CF-13 warns")]
    [InlineData("2025-06-17", "CF-13 warns")]                                   // a year on, the same date is the last day
    [InlineData("2025-06-16", "")]
    public void Another_mandate_of_the_other_side_counts_while_it_runs_and_for_a_year(string? ended, string institution) =>
        Means(Found(ConflictSource.PriorMatter, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Recipient)) with { EndedOn = Day(ended) }, CaseKind.Civil, institution, "");

    [Theory]
    [Clause("CF-08", "CF-06", "CF-07")]
    [InlineData(CaseKind.Civil, null, "CF-06 bars", "CF-01 bars")]
    [InlineData(CaseKind.NonLitigation, null, "CF-07 bars", "CF-01 bars")]
    [InlineData(CaseKind.Civil, "2026-06-18", "CF-06 bars", "CF-01 bars")]      // ends tomorrow: it runs
    [InlineData(CaseKind.Civil, "2026-06-17", "CF-08 bars", "CF-08 bars")]
    [InlineData(CaseKind.Civil, "2019-01-01", "CF-08 bars", "CF-08 bars")]      // however long ago
    public void Who_acted_for_the_other_side_of_the_same_dispute_stays_out_after_it_ended(CaseKind kind, string? ended, string institution, string practitioner) =>
        Means(SameDispute() with { EndedOn = Day(ended) }, kind, institution, practitioner);

    [Fact]
    [Clause("CF-13")]
    public void Advising_the_other_side_asks_for_consent()
    {
        var finding = Assert.Single(Found(ConflictSource.Adviser, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Applicant)).Judge(Of(CaseKind.Civil)).Institution);

        Assert.Equal(("CF-13", false, true), (finding.Rule, finding.Bars, finding.AwaitsConsent));
    }

    [Theory]
    [Clause("CF-01")]
    [InlineData(PartyMatch.Lookalike)]
    [InlineData(PartyMatch.SameSound)]
    [InlineData(PartyMatch.FormerName)]
    public void A_likeness_of_both_names_still_has_to_be_looked_into(PartyMatch match)
    {
        var alike = Found(ConflictSource.Case, new PartyHit(PartyRole.Opponent, match, PartyRole.Recipient), new PartyHit(PartyRole.Recipient, match, PartyRole.Opponent));

        Means(alike, CaseKind.Civil, "CF-06 warns", "CF-01 warns");
        Means(alike with { SamePerson = true }, CaseKind.Civil, "CF-06 bars", "CF-01 bars");
        Means(alike with { SamePerson = false }, CaseKind.Civil, "", "");
    }

    internal static CheckedConflict SameDispute() =>
        Found(ConflictSource.PriorMatter, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Recipient), new PartyHit(PartyRole.Recipient, PartyMatch.Certain, PartyRole.Opponent));

    internal static CheckedConflict Found(ConflictSource source, params PartyHit[] hits) => new(source, Guid.Empty, "2026-0142", Guid.Empty, [Guid.Empty], hits);

    internal static ConflictCase Of(CaseKind kind, int lawFirms = 5) => new(kind, Today, lawFirms);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Means(CheckedConflict found, CaseKind kind, string institution, string practitioner)
    {
        var verdict = found.Judge(Of(kind));
        Assert.Equal((institution, practitioner), (Read(verdict.Institution), Read(verdict.Practitioner)));
    }

    private static string Read(IReadOnlyList<ConflictFinding> findings) =>
        string.Join(' ', findings.Select(finding => $"{finding.Rule} {(finding.Bars ? "bars" : "warns")}"));
}
