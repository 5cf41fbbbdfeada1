using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests.Common;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>A stored decision is recomputed from its own facts to the same bytes.</summary>
public sealed class RecomputingTests
{
    [Fact]
    public void Any_decision_is_recomputed_from_its_stored_facts_to_the_same_bytes() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var facts = Questions.Any(new Random(seed));
            var (storedFacts, storedResult) = (CanonicalJson.Write(facts), CanonicalJson.Write(AssignmentDecision.Decide(facts)));

            var read = CanonicalJson.Read<AssignmentFacts>(storedFacts);

            Assert.Equal(storedFacts, CanonicalJson.Write(read));
            Assert.Equal(storedResult, CanonicalJson.Write(AssignmentDecision.Decide(read)));
            Assert.Equal(storedResult, CanonicalJson.Write(CanonicalJson.Read<AssignmentDecision>(storedResult)));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_order_in_which_institutions_and_people_were_gathered_changes_nothing() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var facts = Questions.Any(random);
            var shuffled = facts with
            {
                Institutions = [.. facts.Institutions.OrderBy(_ => random.Next()).Select(i => i with { Practitioners = [.. i.Practitioners.OrderBy(_ => random.Next())] })],
            };

            Assert.Equal(CanonicalJson.Write(AssignmentDecision.Decide(facts)), CanonicalJson.Write(AssignmentDecision.Decide(shuffled)));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_proposal_never_goes_to_one_who_is_barred_and_its_turn_sums_to_zero() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var decision = AssignmentDecision.Decide(Questions.Any(new Random(seed)));

            Assert.Equal(decision.Refusals.Count == 0, decision.Proposal is not null);
            if (decision.Proposal is { } proposal)
            {
                Assert.Contains(decision.Able, a => a.InstitutionId == proposal.InstitutionId && a.FitPractitionerIds.Count > 0);
                Assert.Equal(0, proposal.Turn?.Lines.Sum(l => l.ShareMillionths - l.PaidMillionths));
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Deadlines_are_recomputed_to_the_same_bytes_too()
    {
        var facts = new DeadlineFacts
        {
            StartedAt = Moment("2026-09-30 10:20"),
            Rules = [Book.OtherClock!, Statute.AfterGrant],
            Calendar = Calendars.Known.Excerpt(Day("2026-09-30"), Day("2026-11-30")),
            Pauses = [new(Day("2026-10-09"), Day("2026-10-09"))],
            InCustody = true,
        };
        var (storedFacts, storedResult) = (CanonicalJson.Write(facts), CanonicalJson.Write(DeadlineDecision.Decide(facts)));

        Assert.Equal(storedResult, CanonicalJson.Write(DeadlineDecision.Decide(CanonicalJson.Read<DeadlineFacts>(storedFacts))));
        Assert.Equal(storedResult, CanonicalJson.Write(CanonicalJson.Read<DeadlineDecision>(storedResult)));
        Assert.Contains("\"redLineText\":\"10月8日（周四）24:00\",\"warnBy\":\"2026-10-04T00:00:00\",\"clauseIds\":[\"BB-6.2\",\"LAW-43\"]", storedResult, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_from_the_rest_is_not_stored()
    {
        var stored = CanonicalJson.Write(AssignmentDecision.Decide(Facts(CriminalNotice)));

        Assert.DoesNotContain("\"earlier\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("\"redLine\"", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"decidingDay\":\"2026-06-17\",", "")]                                  // a fact is missing
    [InlineData("\"queueTurn\":40", "\"queueTurn\":40,\"queueturns\":41")]               // a fact nobody knows
    [InlineData("\"kind\":\"civil\"", "\"kind\":\"zivil\"")]
    [InlineData("\"kind\":\"civil\"", "\"kind\":2")]                                     // words, not numbers
    [InlineData("\"queueTurn\":40", "\"queueTurn\":40,\"queueTurn\":41")]                // which of the two?
    public void Facts_that_do_not_fit_are_an_error_and_never_a_default(string right, string wrong)
    {
        var json = CanonicalJson.Write(Facts(Civil));

        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => CanonicalJson.Read<AssignmentFacts>(json.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
