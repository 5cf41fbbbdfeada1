using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using Xunit;

namespace LegalAid.Rules.Tests.Corps;

/// <summary>When a case may be posted, what the posting may say, and who bids.</summary>
public sealed class PostingsTests
{
    private static readonly DateTime Now = new(2026, 6, 17, 10, 0, 0);

    // A day for bids, a day left before the deadline.
    private static readonly CorpsPostingRules Rules = new(new(true, "QDN-4.6a"), new(BidChoice.Merit, "QDN-4.6b"), new(true, "QDN-4.6b"), new(24, "QDN-4.6b"), new(24, "QDN-4.6b"));

    [Theory]
    [InlineData(24, 72, null)]
    [InlineData(25, 72, "window-too-wide")]
    [InlineData(24, 48, null)]                          // the margin itself is kept
    [InlineData(24, 47, "window-no-margin")]
    [InlineData(24, 24, "window-too-long")]
    [InlineData(1, null, null)]                         // no clock runs
    [InlineData(0, 72, "window-past")]
    [Clause("QDN-4.6b")]
    public void A_window_ends_a_margin_before_the_deadline_and_is_no_longer_than_the_book_says(int hours, int? dueAfter, string? code) =>
        Assert.Equal(code, Postings.WhyNotOpen(Opening(hours, dueAfter), Rules)?.Code);

    [Fact]
    [Clause("QDN-4.6a", "QDN-4.6b")]
    public void Only_a_waiting_case_is_posted_once_where_the_book_allows_it_and_never_for_speed()
    {
        Assert.Equal("posting-not-awaiting", Postings.WhyNotOpen(Opening(24, 72) with { AwaitsAssignment = false }, Rules)?.Code);
        Assert.Equal("posting-twice", Postings.WhyNotOpen(Opening(24, 72) with { AlreadyPosted = true }, Rules)?.Code);
        Assert.Equal("posting-not-allowed", Postings.WhyNotOpen(Opening(24, 72), Rules with { Allowed = new(false, "QDN-4.6a") })?.Code);
        Assert.Equal("posting-by-speed", Postings.WhyNotOpen(Opening(24, 72), Rules with { Choice = new(BidChoice.FirstBid, "QDN-4.6b") })?.Code);
    }

    [Theory]
    [InlineData(72, 24)]
    [InlineData(40, 16)]        // 40 hours left less the margin
    [InlineData(null, 24)]
    [Clause("QDN-4.6b")]
    public void The_book_gives_the_end_of_the_window(int? dueAfter, int hours) =>
        Assert.Equal(Now.AddHours(hours), Postings.EndOf(Now, dueAfter is { } due ? Now.AddHours(due) : null, Rules));

    [Theory]
    [InlineData("劳动仲裁，须有两年以上经验", null)]
    [InlineData("请联系龙 某-甲", "posting-names-party")]            // blanks and hyphens hide nobody
    [InlineData("对方是凯里某建筑（劳务）公司", "posting-names-party")]
    [InlineData("案号２０２６—0001", "posting-holds-number")]
    [InlineData("电话138 0000 0001", "posting-holds-number")]
    [InlineData("请打18600000000", "posting-long-number")]            // not known of the case, and still no number for a posting
    [InlineData("补贴每件1200元，路费实报", null)]
    [InlineData("十位数字1234567890", null)]
    [Clause("QDN-4.6a")]
    public void A_posting_names_nobody_and_holds_no_number(string text, string? code) =>
        Assert.Equal(code, Deidentified.WhyNotPublish([text], ["龙某甲", "凯里某建筑（劳务）公司", "甲"], ["2026-0001", "13800000001", "12"], "QDN-4.6a")?.Code);

    [Theory]
    [InlineData(true, false, false, -1, null)]
    [InlineData(true, false, false, 0, "window-over")]
    [InlineData(false, true, true, -1, null)]
    [InlineData(false, false, true, -1, "bidder-not-willing")]
    [InlineData(false, true, false, -1, "bidder-not-in-corps")]
    [Clause("QDN-4.6b", "QDN-4.2c")]
    public void Ones_own_and_willing_members_of_the_corps_bid_until_the_window_ends(bool local, bool willing, bool corps, int minutesAfterEnd, string? code)
    {
        var bidder = new PostingBidder(local, willing, corps);

        Assert.Equal(code, Postings.WhyNotBid(bidder, isOpen: true, Now.AddMinutes(minutesAfterEnd), Now, Corps)?.Code);
        Assert.Equal("window-over", Postings.WhyNotBid(bidder, isOpen: false, Now.AddMinutes(-1), Now, Corps)?.Code);
    }

    [Theory]
    [InlineData("2026-06-17", null)]
    [InlineData("2026-06-18", "corps-later")]
    [Clause("QDN-4.2a")]
    public void Who_joins_joins_today_or_joined_before(string on, string? code)
    {
        Assert.Equal(code, CorpsStanding.WhyNotJoin(isMember: false, DateOnly.Parse(on), new(2026, 6, 17), Corps.Membership)?.Code);
        Assert.Equal("in-corps", CorpsStanding.WhyNotJoin(isMember: true, DateOnly.Parse(on), new(2026, 6, 17), Corps.Membership)?.Code);
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-02", null)]
    [InlineData("2026-06-01", "2026-06-01", "corps-end-first")]
    [InlineData("2026-06-01", "2026-06-18", "corps-later")]
    [InlineData(null, "2026-06-02", "not-in-corps")]
    [Clause("QDN-4.2a")]
    public void A_membership_ends_after_it_began_and_not_ahead_of_time(string? joined, string on, string? code) =>
        Assert.Equal(code, CorpsStanding.WhyNotEnd(joined is null ? null : DateOnly.Parse(joined), DateOnly.Parse(on), new(2026, 6, 17), Corps.Membership)?.Code);

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "prefecture-only")]
    [Clause("QDN-4.2a")]
    public void The_prefecture_alone_says_who_is_in_the_corps(bool prefecture, string? code)
    {
        Assert.Equal(code, CorpsStanding.WhyNotHere(prefecture, Corps)?.Code);
        Assert.Equal("no-corps", CorpsStanding.WhyNotHere(prefecture, rules: null)?.Code);
    }

    [Theory]
    [Clause("QDN-4.2a")]
    [InlineData(CorpsProposalKind.Join, false, false, false, null)]
    [InlineData(CorpsProposalKind.Join, true, false, false, "in-corps")]
    [InlineData(CorpsProposalKind.Cancel, true, false, false, null)]
    [InlineData(CorpsProposalKind.Cancel, false, false, false, "not-in-corps")]
    [InlineData(CorpsProposalKind.Adjust, true, false, false, null)]
    [InlineData(CorpsProposalKind.Adjust, false, false, false, "not-in-corps")]
    [InlineData(CorpsProposalKind.Cancel, true, true, false, "proposal-waits")]
    [InlineData(CorpsProposalKind.Cancel, true, false, true, "records-itself")]
    public void A_county_proposes_once_at_a_time_what_would_change_something(CorpsProposalKind kind, bool isMember, bool waits, bool prefecture, string? code)
    {
        Assert.Equal(code, CorpsProposals.WhyNotPropose(kind, isMember, waits, prefecture, Corps)?.Code);
        Assert.Equal("no-corps", CorpsProposals.WhyNotPropose(kind, isMember, waits, prefecture, rules: null)?.Code);
    }

    [Theory]
    [InlineData(CorpsProposalKind.Join, null)]
    [InlineData(CorpsProposalKind.Cancel, CorpsEnd.Cancelled)]
    [InlineData(CorpsProposalKind.Adjust, CorpsEnd.Adjusted)]
    public void What_is_agreed_to_ends_as_proposed(CorpsProposalKind kind, CorpsEnd? end) => Assert.Equal(end, CorpsProposals.EndOf(kind));

    private static CorpsRules Corps { get; } = new(
        new("QDN-4.2c", new(true, "QDN-1.1"), new(1, "QDN-4.1b"), new(1, "QDN-4.1b"), new(true, "QDN-4.1d"), new(CorpsDecider.Prefecture, "QDN-4.2a"), new(2, "QDN-4.4")),
        new(new(2, "QDN-0.1"), new(true, "QDN-4.2b"), new(true, "QDN-4.2b"), new(true, "QDN-3.3"), new(true, "QDN-4.4"), new(true, "QDN-4.4"), Period, Period, Period),
        Rules,
        new(new(true, "QDN-4.7.1"), new(1, "QDN-4.7.1"), Period, new(2, "QDN-4.7.2"), new(true, "QDN-4.7.2"), new(2, "QDN-4.7.3"), new(true, "QDN-4.7.3"), new(LapsesSince.LastAdjustment, "QDN-4.7.2"), new(true, "QDN-4.7.2"), new(CorpsDecider.Prefecture, "QDN-4.7.1"), new(CorpsDecider.LicensingAuthority, "QDN-11.2")));

    private static PeriodRule Period => new(30, PeriodUnit.Days, RollsOverHolidays: true, "QDN-4.3c");

    private static PostingOpening Opening(int hours, int? dueAfter) => new(AwaitsAssignment: true, AlreadyPosted: false, Now, Now.AddHours(hours), dueAfter is { } due ? Now.AddHours(due) : null);
}
