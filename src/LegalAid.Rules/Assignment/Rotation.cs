namespace LegalAid.Rules.Assignment;

/// <summary>
/// A place in a queue (轮候位). Its balance is what it was entitled to less what it got, in millionths of a case.
/// Waiting counts from the turn in which it last took a case, or joined.
/// </summary>
public sealed record RotationPlace(Guid Id, long BalanceMillionths, int Weight, int DrawnOrder, long WaitingSinceTurn, bool IsAble);

/// <summary>A queue as it stands: turns given so far, and every place, closed ones included or left out as one likes.</summary>
public sealed record QueueState(long Turn, IReadOnlyList<RotationPlace> Places);

/// <summary>What one turn did to one place. The rank is its place in the order of this case; a place that was not able has none.</summary>
public sealed record RotationLine(
    Guid PlaceId,
    long BeforeMillionths,
    long ShareMillionths,
    long PaidMillionths,
    long AfterMillionths,
    long WaitingSinceTurn,
    int? Rank = null);

/// <summary>One turn of a queue: who took the case, and every place's line. A reversal is a turn too, with the figures turned round.</summary>
public sealed record RotationTurn(
    long Turn,
    long WorthMillionths,
    Guid TakerId,
    long TakerWaitedSinceTurn,
    IReadOnlyList<RotationLine> Lines);

/// <summary>
/// The entitlement ledger, largest lag first (轮候). A case of some worth arrives; each able place gains its weight's part of it;
/// the place that then stands highest takes it and pays what was handed out. Balances of a queue therefore always sum to zero:
/// the parts are rounded down and the taker pays their sum, so no remainder is left over.
/// </summary>
/// <remarks>
/// The order is by balance <em>after</em> the case's share is added: the share belongs to this case, and a place with a large weight is owed more of it.
/// Ordering by the balance before would let a small firm that had just been served go before a large one. With equal weights both orders are the same.
/// Equal standing: the longer wait first, then the published order.
/// </remarks>
public static class Rotation
{
    public const long OneCase = 1_000_000;

    /// <summary>The able places in the order they would take a case of this worth.</summary>
    public static IReadOnlyList<RotationPlace> Order(IReadOnlyCollection<RotationPlace> places, long worthMillionths)
    {
        var able = places.Where(p => p.IsAble).ToList();
        if (able.Select(p => p.DrawnOrder).Distinct().Count() != able.Count)
        {
            throw new ArgumentException("Two places of a queue cannot have the same drawn order.", nameof(places));
        }

        var weights = WeightsOf(able);
        return
        [
            .. able.OrderByDescending(p => p.BalanceMillionths + Share(p, worthMillionths, weights))
                .ThenBy(p => p.WaitingSinceTurn)
                .ThenBy(p => p.DrawnOrder),
        ];
    }

    /// <summary>Gives the turn to the place that is first in order. There must be an able place.</summary>
    public static RotationTurn Take(QueueState queue, long worthMillionths) =>
        Order(queue.Places, worthMillionths) is [var first, ..]
            ? Charge(queue, worthMillionths, first.Id)
            : throw new ArgumentException("No place of the queue is able to take the case.", nameof(queue));

    /// <summary>Gives the turn to a named place, because it was chosen (点援、属地) or left the sequence: the same shares, but it pays.</summary>
    public static RotationTurn Charge(QueueState queue, long worthMillionths, Guid takerId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worthMillionths, 1);
        var ranks = Order(queue.Places, worthMillionths).Select((place, index) => (place.Id, Rank: index + 1)).ToDictionary(r => r.Id, r => r.Rank);
        if (!ranks.ContainsKey(takerId))
        {
            throw new ArgumentException("Only an able place of the queue can pay for a turn.", nameof(takerId));
        }

        var weights = WeightsOf(queue.Places.Where(p => p.IsAble));
        var handedOut = queue.Places.Where(p => p.IsAble).Sum(p => Share(p, worthMillionths, weights));
        var lines = queue.Places.OrderBy(p => p.DrawnOrder).ThenBy(p => p.Id).Select(place =>
        {
            var share = place.IsAble ? Share(place, worthMillionths, weights) : 0;
            var takes = place.Id == takerId;
            return LineOf(place, share, takes ? handedOut : 0) with
            {
                Rank = place.IsAble ? ranks[place.Id] : null,
                WaitingSinceTurn = takes ? queue.Turn + 1 : place.WaitingSinceTurn,
            };
        });
        var taker = queue.Places.Single(p => p.Id == takerId);
        return new RotationTurn(queue.Turn + 1, worthMillionths, takerId, taker.WaitingSinceTurn, [.. lines]);
    }

    /// <summary>
    /// Takes a turn back, because the approval was refused or declining was found to be right: everybody gives back the share, the taker is repaid
    /// and, unless it has taken another case since, waits since it waited before.
    /// </summary>
    public static RotationTurn Reverse(QueueState queue, RotationTurn turn)
    {
        var places = queue.Places.ToDictionary(p => p.Id);
        var lines = turn.Lines.Where(l => l.ShareMillionths != 0 || l.PaidMillionths != 0).Select(line =>
        {
            var place = places[line.PlaceId];
            var waitsAgain = place.Id == turn.TakerId && place.WaitingSinceTurn == turn.Turn;
            return LineOf(place, -line.ShareMillionths, -line.PaidMillionths) with
            {
                WaitingSinceTurn = waitsAgain ? turn.TakerWaitedSinceTurn : place.WaitingSinceTurn,
            };
        });
        return new RotationTurn(queue.Turn + 1, -turn.WorthMillionths, turn.TakerId, turn.TakerWaitedSinceTurn, [.. lines]);
    }

    /// <summary>
    /// One human had two places: what the one has goes to the other, a turn of no worth in which nobody is served. The sum stays zero, and whoever was served in either place waits since then.
    /// </summary>
    public static RotationTurn HandOver(QueueState queue, Guid fromId, Guid toId)
    {
        var (from, to) = (queue.Places.Single(p => p.Id == fromId), queue.Places.Single(p => p.Id == toId));
        var waits = Math.Max(from.WaitingSinceTurn, to.WaitingSinceTurn);
        return new(queue.Turn + 1, 0, toId, to.WaitingSinceTurn, [LineOf(from, -from.BalanceMillionths, 0), LineOf(to, from.BalanceMillionths, 0) with { WaitingSinceTurn = waits }]);
    }

    /// <summary>The place of one who joins or is re-admitted: nothing owed, nothing due, waiting since now. A closed place keeps its balance and is not reopened.</summary>
    public static RotationPlace Newcomer(QueueState queue, Guid id, int drawnOrder, int weight) =>
        new(id, 0, weight, drawnOrder, queue.Turn, IsAble: true);

    /// <summary>The queue after a turn.</summary>
    public static QueueState After(QueueState queue, RotationTurn turn)
    {
        var lines = turn.Lines.ToDictionary(l => l.PlaceId);
        return new QueueState(turn.Turn, [.. queue.Places.Select(p => lines.TryGetValue(p.Id, out var line)
            ? p with { BalanceMillionths = line.AfterMillionths, WaitingSinceTurn = line.WaitingSinceTurn }
            : p)]);
    }

    /// <summary>What an able place gains when a case of this worth arrives.</summary>
    public static long ShareOf(RotationPlace place, QueueState queue, long worthMillionths) =>
        Share(place, worthMillionths, WeightsOf(queue.Places.Where(p => p.IsAble)));

    private static RotationLine LineOf(RotationPlace place, long share, long paid) =>
        new(place.Id, place.BalanceMillionths, share, paid, place.BalanceMillionths + share - paid, place.WaitingSinceTurn);

    private static long Share(RotationPlace place, long worthMillionths, long weights) => worthMillionths * place.Weight / weights;

    private static long WeightsOf(IEnumerable<RotationPlace> able) =>
        able.Sum(p => p.Weight > 0 ? (long)p.Weight : throw new ArgumentException("An able place has a weight above zero.", nameof(able)));
}
