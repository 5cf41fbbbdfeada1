using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Somebody's bid for a case (报名): what the lot would be drawn over, and the own reason.</summary>
public sealed record MeritBid(Guid MemberId, string DrawnBy, string Reason);

/// <summary>Whom the centre found best (择优), and why, in writing; several are recorded as equal.</summary>
public sealed record MeritFinding(IReadOnlyList<Guid> Best, string? Reason);

/// <summary>Who gets the case, and the draw where several were equal.</summary>
public sealed record MeritChoice(Guid MemberId, string Reason, DrawnOrder? Drawn);

/// <summary>
/// Chooses among bids on merit (QDN-4.6b): by the centre's finding and its recorded reason, never by who was first; lots are drawn only among bidders recorded as
/// equal. The window closes before the legal deadline, so that a case nobody bid for can still be assigned in time.
/// </summary>
public static class LotteryAmongEquals
{
    private static readonly string[] Clause = ["QDN-4.6b"];

    public static Refusal? WhyNotOpen(DateTime windowEnds, DateTime legallyDue) =>
        windowEnds >= legallyDue ? new("window-too-long", "报名截止须早于指派的法定期限。", Clause) : null;

    public static Refusal? WhyNotChoose(IReadOnlyCollection<MeritBid> bids, MeritFinding finding, DateTime windowEnds, DateTime now) =>
        now < windowEnds ? new("window-open", "报名尚未截止，不按报名先后派案。", Clause)
        : finding.Best.Count == 0 ? new("nobody-chosen", "请选出择优结果；无人报名的，按办理顺序指派。", Clause)
        : finding.Best.Any(member => bids.All(bid => bid.MemberId != member)) ? new("did-not-bid", "只能从报名的人员中择优。", Clause)
        : string.IsNullOrWhiteSpace(finding.Reason) ? new("no-reason", "择优或者条件相当，须写明理由。", Clause)
        : null;

    /// <param name="bids">All bids.</param>
    /// <param name="finding">Not refused.</param>
    /// <param name="seed">Laid down before the finding; used only where several are equal.</param>
    public static MeritChoice Choose(IReadOnlyCollection<MeritBid> bids, MeritFinding finding, string seed)
    {
        var equal = bids.Where(bid => finding.Best.Contains(bid.MemberId)).ToList();
        if (equal is [var only])
        {
            return new(only.MemberId, finding.Reason!, Drawn: null);
        }

        var drawn = Lottery.Draw(seed, [.. equal.Select(bid => bid.DrawnBy)]);
        return new(equal.Single(bid => bid.DrawnBy == drawn.Lines[0].Id).MemberId, finding.Reason!, drawn);
    }
}
