namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>
/// Whether a history could have happened one operation after the other, with one queue (linearizable), and whether the ledger is whole. Every turn is the moment
/// its operation took effect, so the order is known and nothing has to be searched: each must have seen what the turns before it left, and none may come
/// before one that had returned when it was called.
/// </summary>
internal static class HistoryCheck
{
    public const string Ledger = "ledger";
    public const string Turn = "turn";
    public const string Live = "live";
    public const string Stale = "stale";
    public const string Order = "order";
    public const string Away = "away";

    /// <summary>Every anomaly with its kind in front; empty where all is well.</summary>
    public static IReadOnlyList<string> Anomalies(History history) =>
        [.. LedgerFaults(history), .. TurnFaults(history), .. LiveFaults(history), .. StaleDecisions(history), .. OutOfOrder(history), .. GivenToTheAbsent(history)];

    private static IEnumerable<string> LedgerFaults(History history)
    {
        var turns = history.Ledger.GroupBy(line => line.Turn).OrderBy(turn => turn.Key).ToList();
        if (!turns.Select(turn => turn.Key).SequenceEqual(Enumerable.Range(1, turns.Count).Select(turn => (long)turn)))
        {
            yield return $"{Ledger}: the turns have gaps";
        }

        foreach (var turn in turns.Where(turn => turn.Sum(line => line.Share - line.Paid) != 0 || turn.Count(line => line.Paid != 0) != 1 || turn.Select(line => line.AssignmentId).Distinct().Count() != 1))
        {
            yield return $"{Ledger}: turn {turn.Key} is not one case paid once and shared out whole";
        }

        var balances = history.Balances.Keys.ToDictionary(place => place, _ => 0L);
        foreach (var line in history.Ledger.OrderBy(line => line.Turn))
        {
            balances[line.PlaceId] += line.Share - line.Paid;
            if (balances[line.PlaceId] != line.After)
            {
                yield return $"{Ledger}: turn {line.Turn} leaves a balance the lines before it do not";
            }
        }

        if (history.Balances.Any(place => balances[place.Key] != place.Value) || history.Balances.Values.Sum() != 0)
        {
            yield return $"{Ledger}: the balances are not what the lines say, or do not sum to zero";
        }
    }

    // No turn lost, none paid twice: each assignment that was made has one turn, each that was taken back one reversal after it.
    private static IEnumerable<string> TurnFaults(History history)
    {
        var given = TurnsOf(history, reversals: false);
        var taken = TurnsOf(history, reversals: true);
        var made = history.Operations.Where(operation => operation.Deed == Deed.Assign).Select(operation => operation.Made!.Value).ToHashSet();
        var undone = history.Operations.Where(operation => operation.TakesBack).ToLookup(operation => operation.Subject);
        foreach (var assignment in made.Where(id => given[id].Count() != 1).Concat(given.Select(turns => turns.Key).Where(id => !made.Contains(id))))
        {
            yield return $"{Turn}: assignment {assignment} has {given[assignment].Count()} turns";
        }

        foreach (var assignment in undone.Select(ends => ends.Key).Union(taken.Select(turns => turns.Key)).Where(id => undone[id].Count() != 1 || taken[id].Count() != 1 || taken[id].First() <= given[id].FirstOrDefault()))
        {
            yield return $"{Turn}: assignment {assignment} was taken back {undone[assignment].Count()} times, with {taken[assignment].Count()} reversals";
        }
    }

    // A case's assignments follow each other: the next is made after the one before has ended, and one at most is left.
    private static IEnumerable<string> LiveFaults(History history)
    {
        var given = TurnsOf(history, reversals: false);
        var made = history.Operations.Where(operation => operation.Deed == Deed.Assign).ToDictionary(operation => operation.Made!.Value);
        var ended = history.Operations.Where(operation => operation.Ends).GroupBy(operation => operation.Subject).ToDictionary(ends => ends.Key, ends => ends.First());
        foreach (var assignments in history.Assignments.GroupBy(assignment => assignment.CaseId))
        {
            var inOrder = assignments.OrderBy(assignment => given[assignment.Id].FirstOrDefault()).ToList();
            var twoAtOnce = inOrder.Zip(inOrder.Skip(1)).Any(pair => !ended.TryGetValue(pair.First.Id, out var end) || !made.TryGetValue(pair.Second.Id, out var next) || end.Called > next.Returned);
            if (twoAtOnce || assignments.Count(assignment => assignment.IsLive) > 1 || assignments.Any(assignment => assignment.IsLive == ended.ContainsKey(assignment.Id)))
            {
                yield return $"{Live}: case {assignments.Key} had two live assignments, or one that ended lives";
            }
        }
    }

    // Each decision was made from the queue exactly as the turn before left it.
    private static IEnumerable<string> StaleDecisions(History history)
    {
        var seen = history.Assignments.ToDictionary(assignment => assignment.Id);
        var balances = history.Balances.Keys.ToDictionary(place => place, _ => 0L);
        foreach (var turn in history.Ledger.GroupBy(line => line.Turn).OrderBy(turn => turn.Key))
        {
            foreach (var id in turn.Where(line => !line.IsReversal).Select(line => line.AssignmentId).Distinct())
            {
                if (!seen.TryGetValue(id, out var decided) || decided.SeenTurn != turn.Key - 1 || decided.SeenBalances.Any(place => balances[place.Key] != place.Value))
                {
                    yield return $"{Stale}: turn {turn.Key} was decided from another queue than turn {turn.Key - 1} left";
                }
            }

            foreach (var line in turn)
            {
                balances[line.PlaceId] += line.Share - line.Paid;
            }
        }
    }

    // What had returned before another was called has the earlier turn.
    private static IEnumerable<string> OutOfOrder(History history)
    {
        var (given, taken) = (TurnsOf(history, reversals: false), TurnsOf(history, reversals: true));
        var moments = history.Operations
            .Select(operation => (Operation: operation, Turn: operation.Deed == Deed.Assign ? given[operation.Made!.Value].FirstOrDefault() : operation.TakesBack ? taken[operation.Subject].FirstOrDefault() : 0))
            .Where(moment => moment.Turn > 0).OrderByDescending(moment => moment.Turn);
        var earliestReturn = long.MaxValue;
        foreach (var (operation, turn) in moments)
        {
            if (earliestReturn < operation.Called)
            {
                yield return $"{Order}: turn {turn} was called after a later turn had returned";
            }

            earliestReturn = Math.Min(earliestReturn, operation.Returned);
        }
    }

    // Nobody gets a case who was away from before it was called until after it returned.
    private static IEnumerable<string> GivenToTheAbsent(History history)
    {
        var takers = history.Assignments.ToDictionary(assignment => assignment.Id, assignment => assignment.TakerId);
        var movements = history.Operations.Where(operation => operation.Deed is Deed.Suspend or Deed.Resume or Deed.Leave or Deed.Return).OrderBy(operation => operation.Called).ToLookup(operation => operation.Subject);
        return
            from operation in history.Operations
            where operation.Deed == Deed.Assign
            let own = movements[takers[operation.Made!.Value]].ToList()
            where own.Where((movement, index) => movement.Deed is Deed.Suspend or Deed.Leave && movement.Returned < operation.Called && (index + 1 == own.Count || own[index + 1].Called > operation.Returned)).Any()
            select $"{Away}: assignment {operation.Made} went to somebody who was away";
    }

    private static ILookup<Guid, long> TurnsOf(History history, bool reversals) =>
        history.Ledger.Where(line => line.IsReversal == reversals).Select(line => (line.AssignmentId, line.Turn)).Distinct().ToLookup(turn => turn.AssignmentId, turn => turn.Turn);
}
