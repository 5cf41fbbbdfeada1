using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What a written consent lifts, and what it never does.</summary>
public sealed class ConflictConsentsTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [Clause("CF-05")]
    [InlineData(1, true, false)]
    [InlineData(2, true, true)]         // another firm in the county: no exception
    [InlineData(1, false, true)]        // one side alone agreed
    public void Victim_and_accused_share_a_firm_only_where_there_is_one_and_both_agreed(int lawFirms, bool bothSides, bool bars)
    {
        var found = ConflictTiesTests.SameDispute() with { Consent = new(Today, bothSides) };
        var verdict = found.Judge(ConflictTiesTests.Of(CaseKind.Criminal, lawFirms));

        Assert.Equal(("CF-05", bars), (Assert.Single(verdict.Institution).Rule, verdict.Institution[0].Bars));
        Assert.Equal(("CF-01", true), (Assert.Single(verdict.Practitioner).Rule, verdict.Practitioner[0].Bars));       // another lawyer of the firm, never the same
    }

    [Theory]
    [Clause("CF-07")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_joint_mandate_out_of_court_needs_everybody(bool bothSides, bool bars) =>
        Assert.Equal(bars, (ConflictTiesTests.SameDispute() with { Consent = new(Today, bothSides) }).Judge(ConflictTiesTests.Of(CaseKind.NonLitigation)).Institution[0].Bars);

    [Theory]
    [Clause("CF-06", "CF-08")]
    [InlineData(null, "CF-06")]
    [InlineData("2025-01-01", "CF-08")]
    public void No_consent_lifts_the_two_sides_of_a_civil_dispute(string? ended, string rule)
    {
        var found = ConflictTiesTests.SameDispute() with { Consent = new(Today, BothSides: true), EndedOn = ended is null ? null : DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture) };
        var view = ConflictTiesTests.Of(CaseKind.Civil, lawFirms: 1);

        Assert.True(found.Judge(view).Institution[0].Bars);
        Assert.Equal(("consent-lifts-nothing", rule), (ConflictConsents.WhyNotRecord(found, new(Today, true), view)!.Code, ConflictConsents.WhyNotRecord(found, new(Today, true), view)!.ClauseIds[0]));
    }

    [Theory]
    [Clause("CF-10", "CF-13")]
    [InlineData(PartyRole.CoDefendant, CaseKind.Criminal, "CF-10")]
    [InlineData(PartyRole.Opponent, CaseKind.Civil, "CF-13")]
    public void A_warning_is_lifted_by_the_clients_consent(PartyRole role, CaseKind kind, string rule)
    {
        var found = ConflictTiesTests.Found(ConflictSource.Case, new PartyHit(role, PartyMatch.Certain, PartyRole.Recipient));
        var view = ConflictTiesTests.Of(kind);
        var before = Assert.Single(found.Judge(view).Institution);
        var after = Assert.Single((found with { Consent = new(Today, BothSides: false) }).Judge(view).Institution);

        Assert.Equal((rule, (DateOnly?)null), (before.Rule, before.ConsentedOn));
        Assert.Equal((rule, (DateOnly?)Today, (bool?)null), (after.Rule, after.ConsentedOn, after.AwaitsConsent));
    }

    [Fact]
    [Clause("CF-13")]
    public void A_proposal_with_a_relative_conflict_waits_for_the_consent_and_one_by_name_alone_does_not()
    {
        var view = ConflictTiesTests.Of(CaseKind.Civil);
        var certain = ConflictTiesTests.Found(ConflictSource.Case, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Recipient));
        var byName = ConflictTiesTests.Found(ConflictSource.Case, new PartyHit(PartyRole.Opponent, PartyMatch.NameOnly, PartyRole.Recipient));

        Assert.Equal("consent-missing", Assert.Single(ConflictConsents.WhyNotAgree(certain.Judge(view).Institution)).Code);
        Assert.Empty(ConflictConsents.WhyNotAgree((certain with { Consent = new(Today, false) }).Judge(view).Institution));
        Assert.Empty(ConflictConsents.WhyNotAgree(byName.Judge(view).Institution));
        Assert.Single(ConflictConsents.WhyNotAgree((byName with { SamePerson = true }).Judge(view).Institution));
    }

    [Theory]
    [Clause("CF-13")]
    [InlineData(0, null)]
    [InlineData(1, "consent-later")]
    public void A_consent_is_given_before_it_is_recorded(int days, string? code) =>
        Assert.Equal(code, ConflictConsents.WhyNotRecord(ConflictTiesTests.Found(ConflictSource.Case, new PartyHit(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Recipient)), new(Today.AddDays(days), false), ConflictTiesTests.Of(CaseKind.Civil))?.Code);

    [Fact]
    [Clause("CF-05")]
    public void Where_the_county_has_one_firm_both_sides_must_have_signed() =>
        Assert.Equal("consent-both-sides", ConflictConsents.WhyNotRecord(ConflictTiesTests.SameDispute(), new(Today, BothSides: false), ConflictTiesTests.Of(CaseKind.Criminal, 1))!.Code);
}
