using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Somebody's bid for a case (报名), and what the lot would be drawn over.</summary>
public sealed record MeritBid(Guid MemberId, string DrawnBy);

/// <summary>Whom the centre found best (择优), and why, in writing; several are recorded as equal.</summary>
public sealed record MeritFinding(IReadOnlyList<Guid> Best, string? Reason);

/// <summary>Until when bids are taken, and the moment it is asked. On the office's clock.</summary>
public sealed record BidWindow(DateTime EndsAt, DateTime Now);

/// <summary>Who gets the case: the first of these, the others in the order drawn where several were equal; and the draw itself.</summary>
public sealed record MeritChoice(IReadOnlyList<Guid> Order, DrawnOrder? Drawn);

/// <summary>
/// Chooses among bids on merit (QDN-4.6b): by the centre's finding and its recorded reason, never by who was first; lots are drawn only among bidders recorded as
/// equal. The window closes before the legal deadline, so that a case nobody bid for can still be assigned in time.
/// </summary>
public static class LotteryAmongEquals
{
    public static Refusal? WhyNotOpen(DateTime windowEnds, DateTime legallyDue, string clause) =>
        windowEnds >= legallyDue ? new("window-too-long", "报名截止须早于指派的法定期限。", [clause]) : null;

    public static Refusal? WhyNotChoose(IReadOnlyCollection<MeritBid> bids, MeritFinding finding, BidWindow window, string clause) =>
        window.Now < window.EndsAt ? new("window-open", "报名尚未截止，不按报名先后派案。", [clause])
        : finding.Best.Count == 0 ? new("nobody-chosen", "请选出择优结果；无人报名的，按办理顺序指派。", [clause])
        : finding.Best.Any(member => bids.All(bid => bid.MemberId != member)) ? new("did-not-bid", "只能从报名的人员中择优。", [clause])
        : string.IsNullOrWhiteSpace(finding.Reason) ? new("no-reason", "择优或者条件相当，须写明理由。", [clause])
        : null;

    /// <param name="bids">All bids.</param>
    /// <param name="best">Found best; each of them bid.</param>
    /// <param name="seed">Laid down before the finding; used only where several are equal.</param>
    public static MeritChoice Choose(IReadOnlyCollection<MeritBid> bids, IReadOnlyCollection<Guid> best, string seed)
    {
        var equal = bids.Where(bid => best.Contains(bid.MemberId)).ToList();
        if (equal is [var only])
        {
            return new([only.MemberId], Drawn: null);
        }

        var drawn = Lottery.Draw(seed, [.. equal.Select(bid => bid.DrawnBy)]);
        return new([.. drawn.Lines.Select(line => equal.Single(bid => bid.DrawnBy == line.Id).MemberId)], drawn);
    }
}
