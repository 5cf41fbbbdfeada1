using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// The case was posted for bids (案源发布, QDN-4.6a), as far as that has come. Who was found best the centre said with a written reason, kept with the posting;
/// the seed stands here only where several were found equal.
/// </summary>
public sealed record PostedCase(DateTime ClosesAt, bool IsClosed, IReadOnlyList<PostedBid> Bids, string SeedHash, string Clause)
{
    /// <summary>Whom the centre found best; several are equal. None before that.</summary>
    public IReadOnlyList<Guid>? Best { get; init; }

    public string? Seed { get; init; }

    /// <summary>The equals in the order drawn and published, so that nothing that changes afterwards makes another the first; none where nothing was drawn.</summary>
    public IReadOnlyList<Guid>? Drawn { get; init; }
}

/// <summary>A bid (报名), and what a lot would be drawn over, or was.</summary>
public sealed record PostedBid(Guid MemberId, string DrawnBy);

/// <summary>
/// The step that gives a posted case to the bidder found best (报名择优, QDN-4.6b), or to whom the lot fell among equals. Every gate holds;
/// where it bars all of them, or nobody bid, the office's order goes on.
/// </summary>
internal static class PostedChoice
{
    public static (Candidate?, StepReport) Try(GateView view, List<Candidate> candidates)
    {
        const OrderStep step = OrderStep.Bid;
        if (view.Case.Posted is not { } posted)
        {
            return (null, new(step, StepOutcome.Nothing, "本案没有发布", [view.Order.Clause]));
        }

        if (posted.Best is not { Count: > 0 } best)
        {
            return (null, new(step, StepOutcome.Nothing, posted.Bids.Count == 0 ? "发布以后没有人报名，照常派案" : "有人报名，尚未择优", [posted.Clause]));
        }

        if (!Agree(posted, best))
        {
            return (null, new(step, StepOutcome.Voided, "择优结果与报名不符", [posted.Clause]));
        }

        if (best.Count > 1 && (posted.Seed is null || Lottery.Commitment(posted.Seed) != posted.SeedHash))
        {
            return (null, new(step, StepOutcome.Voided, "抽签的种子与发布时登记的承诺不符", [posted.Clause]));
        }

        var order = LotteryAmongEquals.Choose([.. posted.Bids.Select(bid => new MeritBid(bid.MemberId, bid.DrawnBy))], best, posted.Seed ?? string.Empty).Order;
        if (posted.Drawn is { } published && !published.SequenceEqual(order))
        {
            return (null, new(step, StepOutcome.Voided, "抽签的次序与公布的不符", [posted.Clause]));
        }

        var theirs = order.Select(id => candidates.Find(c => Has(c, id))).OfType<Candidate>().ToList();
        return theirs.Find(c => c.IsAble) is { } chosen
            ? (chosen, new(step, StepOutcome.Chose, Words(posted, best), [posted.Clause]))
            : (null, new(
                step,
                StepOutcome.Voided,
                theirs.Count == 0 ? "择优选定的人员已不在名册上" : $"择优选定的人员不能承办：{string.Join('；', theirs.SelectMany(c => c.Refusals).Select(r => r.Message).Distinct(StringComparer.Ordinal))}",
                [.. theirs.SelectMany(c => c.Refusals).SelectMany(r => r.ClauseIds).Prepend(posted.Clause).Distinct(StringComparer.Ordinal)]));
    }

    public static string Words(PostedCase posted, IReadOnlyList<Guid> best) =>
        best.Count > 1 ? $"{posted.Bids.Count}人报名，其中{best.Count}人条件相当，抽签选定" : $"{posted.Bids.Count}人报名，择优选定";

    /// <summary>Whether the candidate is among those who bid: bids are weighed among themselves, so no preference sets one aside.</summary>
    public static bool IsBidder(Candidate candidate, PostedCase? posted) => posted is not null && posted.Bids.Any(bid => Has(candidate, bid.MemberId));

    // Facts stated from outside may hold anything.
    private static bool Agree(PostedCase posted, IReadOnlyList<Guid> best) =>
        posted.Bids.Select(bid => bid.MemberId).Distinct().Count() == posted.Bids.Count
        && best.Distinct().Count() == best.Count
        && best.All(id => posted.Bids.Any(bid => bid.MemberId == id))
        && posted.Bids.Where(bid => best.Contains(bid.MemberId)).Select(bid => bid.DrawnBy).Distinct(StringComparer.Ordinal).Count() == best.Count;

    private static bool Has(Candidate candidate, Guid member) =>
        candidate.Person is { } person ? person.Id == member : candidate.Institution.Practitioners.Any(p => p.Id == member);
}
