using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>What posting a case is judged by. Moments are the office's local time.</summary>
public sealed record PostingOpening(bool AwaitsAssignment, bool AlreadyPosted, DateTime Now, DateTime ClosesAt, DateTime? EarliestDue);

/// <summary>Somebody who would like to have a posted case.</summary>
/// <param name="IsLocal">Practises in the office's own district.</param>
/// <param name="IsWilling">Told this office that it may assign them cases (QDN-1.1, QDN-4.2c).</param>
/// <param name="InCorps">In the service corps today.</param>
public sealed record PostingBidder(bool IsLocal, bool IsWilling, bool InCorps);

/// <summary>
/// Posting cases for bids (案源发布、报名, QDN-4.6a, QDN-4.6b): when a posting opens, how long it may stand and who bids. Whom it falls to is
/// <see cref="LotteryAmongEquals"/>' to say, on merit and never by who was first.
/// </summary>
public static class Postings
{
    /// <summary>The last moment at which bidding may end, so that a case nobody bids for is assigned in time; null where no clock runs.</summary>
    public static DateTime? LatestEnd(DateTime? earliestDue, CorpsPostingRules rules) => earliestDue?.AddHours(-rules.MarginHours.Value);

    /// <summary>The end the book gives: its window, cut where the margin before the deadline begins.</summary>
    public static DateTime EndOf(DateTime now, DateTime? earliestDue, CorpsPostingRules rules)
    {
        var whole = now.AddHours(rules.WindowHours.Value);
        return LatestEnd(earliestDue, rules) is { } latest && latest < whole ? latest : whole;
    }

    public static Refusal? WhyNotOpen(PostingOpening opening, CorpsPostingRules rules) =>
        !rules.Allowed.Value ? new("posting-not-allowed", "本机构的规则没有案源发布。", [rules.Allowed.Clause])
        : rules.Choice.Value != BidChoice.Merit ? new("posting-by-speed", "先报先得不能作为派案依据，不能发布。", [rules.Choice.Clause])
        : !opening.AwaitsAssignment ? new("posting-not-awaiting", "本案不在待指派状态，不能发布。", [rules.Allowed.Clause])
        : opening.AlreadyPosted ? new("posting-twice", "本案已经发布，撤回以后才能重新发布。", [rules.Allowed.Clause])
        : opening.ClosesAt <= opening.Now ? new("window-past", "报名截止须晚于现在；时间不够的，照常派案。", [rules.WindowHours.Clause])
        : opening.EarliestDue is { } due && LotteryAmongEquals.WhyNotOpen(opening.ClosesAt, due, rules.MarginHours.Clause) is { } late ? late
        : LatestEnd(opening.EarliestDue, rules) is { } latest && opening.ClosesAt > latest
            ? new("window-no-margin", "报名截止离指派期限太近，须留出直接派案的时间。", [rules.MarginHours.Clause], $"至迟{latest:yyyy-MM-dd HH:mm}截止")
        : opening.ClosesAt > opening.Now.AddHours(rules.WindowHours.Value)
            ? new("window-too-wide", $"报名时间不超过{rules.WindowHours.Value}小时。", [rules.WindowHours.Clause])
        : null;

    /// <summary>Why a posting may not be taken back. Once somebody was chosen, whoever chose cannot make the choice undone alone: the centre's head does, with a reason.</summary>
    public static Refusal? WhyNotWithdraw(bool awaitsAssignment, bool chosen, bool byHead, CorpsPostingRules rules) =>
        !awaitsAssignment ? new("posting-used", "本案不在待指派状态，不能撤回发布。", [rules.Choice.Clause])
        : chosen && !byHead ? new("posting-chosen-head", "已经择优的发布，只有中心负责人可以撤回。", [rules.Choice.Clause])
        : null;

    /// <summary>Why somebody may not bid; the end of the window itself is too late. Whether the case may be given to them is looked at when it is chosen.</summary>
    public static Refusal? WhyNotBid(PostingBidder bidder, bool isOpen, DateTime now, DateTime closesAt, CorpsRules rules) =>
        !isOpen || now >= closesAt ? new("window-over", "报名已经截止。", [rules.Posting.WindowHours.Clause])
        : bidder.IsLocal ? null
        : !bidder.IsWilling ? new("bidder-not-willing", "您没有向本机构表示愿意接受指派，不能报名。", [rules.Membership.OptInPerCountyClause])
        : !bidder.InCorps ? new("bidder-not-in-corps", "外地人员入团以后才能报名。", [rules.Posting.Allowed.Clause])
        : null;
}
