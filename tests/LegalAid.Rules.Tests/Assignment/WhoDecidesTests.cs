using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Who decides, whether it still is the same body, and what a collective discussion needs.</summary>
public sealed class WhoDecidesTests
{
    [Theory]
    [Clause("BB-5.1", "BB-5.2", "BB-5.3")]
    [InlineData(49, CaseFlags.None, DecidingBody.CentreDirector, "BB-5.1", "")]
    [InlineData(50, CaseFlags.None, DecidingBody.BureauAfterDiscussion, "BB-5.2+BB-5.3", "受援人50人")]     // 以上 includes fifty
    [InlineData(1, CaseFlags.AffectsStability, DecidingBody.BureauAfterDiscussion, "BB-5.2+BB-5.3", "影响社会平安稳定")]
    [InlineData(1, CaseFlags.OtherGrave, DecidingBody.BureauAfterDiscussion, "BB-5.2+BB-5.3", "中心认定的其他重大疑难案件")]
    [InlineData(60, CaseFlags.AffectsStability, DecidingBody.BureauAfterDiscussion, "BB-5.2+BB-5.3", "受援人60人、影响社会平安稳定")]
    [InlineData(1, CaseFlags.SocialImpact | CaseFlags.Difficult | CaseFlags.LifeOrDeathPenalty, DecidingBody.CentreDirector, "BB-5.1", "")]   // BB-11.2 asks for experience only
    public void The_three_triggers_lead_to_the_bureau(int headcount, CaseFlags flags, DecidingBody body, string clauses, string triggers)
    {
        Assert.Equal(body, WhoDecides.Of(headcount, flags, Book));
        Assert.Equal(clauses, string.Join('+', WhoDecides.ClausesOf(body, Book)));
        Assert.Equal(triggers, WhoDecides.Triggers(headcount, flags, Book));
    }

    [Fact]
    [Clause("BB-5.2")]
    public void An_office_whose_book_knows_no_collective_decision_has_none()
    {
        Assert.Equal(DecidingBody.CentreDirector, WhoDecides.Of(5000, CaseFlags.AffectsStability, Wenzhou.Book));
        Assert.Equal(DecidingBody.CentreDirector, WhoDecides.Of(50, CaseFlags.None, Book with { CollectiveDecision = null }));
    }

    [Theory]
    [Clause("BB-5.2")]
    [InlineData(DecidingBody.CentreDirector, 49, "")]
    [InlineData(DecidingBody.CentreDirector, 50, "assignment-collective:BB-5.2+BB-5.3 受援人50人")]
    [InlineData(DecidingBody.BureauAfterDiscussion, 50, "")]
    [InlineData(DecidingBody.BureauAfterDiscussion, 49, "assignment-ordinary:BB-5.1 受援人49人")]
    public void A_change_of_headcount_makes_the_case_the_other_bodys(DecidingBody marked, int now, string refused)
    {
        var refusal = WhoDecides.WhyNotStill(marked, now, CaseFlags.None, Book);

        Assert.Equal(refused, refusal is null ? "" : $"{Codes([refusal])} {refusal.Fact}");
    }

    [Theory]
    [Clause("BB-5.2")]
    [InlineData("2026-06-17", 2, null)]
    [InlineData("2026-06-16", 2, "discussion-early:BB-5.2")]      // the clerk's opinion comes first
    [InlineData("2026-06-18", 2, null)]
    [InlineData("2026-06-19", 2, "discussion-future:BB-5.2")]
    [InlineData("2026-06-17", 1, "discussion-attendees:BB-5.2")]
    [InlineData("2026-06-17", 0, "discussion-attendees:BB-5.2")]
    public void A_discussion_is_held_by_several_between_the_proposal_and_today(string heldOn, int attendees, string? refused)
    {
        var refusal = CollectiveDiscussionRules.WhyNotRecord(Day(heldOn), attendees, Day("2026-06-17"), Day("2026-06-18"), Book);

        Assert.Equal(refused, refusal is null ? null : Codes([refusal]));
    }

    [Theory]
    [Clause("BB-5.2")]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_book_that_says_how_many_must_be_present_is_followed(int attendees, bool holds)
    {
        var book = Book with { DiscussionAttendees = new(4, "BB-5.2") };

        Assert.Equal(holds, CollectiveDiscussionRules.WhyNotRecord(Day("2026-06-17"), attendees, Day("2026-06-17"), Day("2026-06-17"), book) is null);
    }

    [Theory]
    [Clause("BB-5.2", "BB-5.3")]
    [InlineData(DecidingBody.CentreDirector, false, false, ProposalStage.WithDirector)]
    [InlineData(DecidingBody.BureauAfterDiscussion, false, false, ProposalStage.ToDiscuss)]
    [InlineData(DecidingBody.BureauAfterDiscussion, true, false, ProposalStage.ToReport)]
    [InlineData(DecidingBody.BureauAfterDiscussion, true, true, ProposalStage.WithBureau)]
    public void The_bureau_is_asked_after_the_discussion_and_decides_after_it_was_asked(DecidingBody body, bool discussed, bool reported, ProposalStage stage) =>
        Assert.Equal(stage, ProposalStages.Of(body, discussed, reported));
}
