using LegalAid.Rules.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Keeps a queue's balances: the current row of each place, and the append-only lines that explain it. Both change together, under the queue's lock.</summary>
public static class TurnLedger
{
    /// <summary>Locks the queue's row until the transaction ends, so that one turn is given to one case.</summary>
    public static async Task<RotationQueue> LockAsync(AidDb db, QueueKind kind, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A queue is only locked inside the transaction that gives the turn.");
        }

        var name = kind.ToString();
        var queue = await db.RotationQueues.FromSql($"select *, xmin from rotation_queues where kind = {name} for update").SingleAsync(ct);
        await db.Entry(queue).Collection(q => q.Places).LoadAsync(ct);
        return queue;
    }

    /// <summary>The queue as the rules see it; weights and ability do not matter to a reversal.</summary>
    public static QueueState StateOf(RotationQueue queue) =>
        new(queue.Turn, [.. queue.Places.Select(p => new RotationPlace(p.Id, p.BalanceMillionths, 1, p.DrawnOrder, p.WaitingSinceTurn, IsAble: true))]);

    /// <summary>Writes a turn: balances, waiting and one line for each place it touched.</summary>
    public static void Write(AidDb db, RotationQueue queue, RotationTurn turn, Guid assignmentId) => db.AddRange(Apply(queue, turn, assignmentId));

    /// <summary>Moves the queue on by a turn; the lines that explain it are not written yet.</summary>
    public static IReadOnlyList<QueueEntry> Apply(RotationQueue queue, RotationTurn turn, Guid assignmentId)
    {
        var entries = new List<QueueEntry>();
        var places = queue.Places.ToDictionary(place => place.Id);
        queue.Turn = turn.Turn;
        foreach (var line in turn.Lines.Where(line => line.ShareMillionths != 0 || line.PaidMillionths != 0))
        {
            var place = places[line.PlaceId];
            var waitedSince = place.WaitingSinceTurn;
            place.BalanceMillionths = line.AfterMillionths;
            place.WaitingSinceTurn = line.WaitingSinceTurn;
            entries.Add(new()
            {
                Id = Guid.CreateVersion7(),
                OfficeId = queue.OfficeId,
                QueueId = queue.Id,
                PlaceId = line.PlaceId,
                Turn = turn.Turn,
                AssignmentId = assignmentId,
                ShareMillionths = line.ShareMillionths,
                PaidMillionths = line.PaidMillionths,
                BalanceAfterMillionths = line.AfterMillionths,
                WaitedSinceTurn = waitedSince,
                IsReversal = turn.WorthMillionths < 0,
            });
        }

        return entries;
    }

    /// <summary>Makes one of two places a human has in each queue: the balance goes over in a turn of its own, the emptied place closes (合并重复人员).</summary>
    /// <param name="db">Inside the merge's transaction.</param>
    /// <param name="queues">Locked.</param>
    /// <param name="of">Whose place goes on, and whose closes.</param>
    /// <param name="at">The first day without the closed place, and what the turn's lines name as their cause.</param>
    public static void HandOver(AidDb db, IEnumerable<RotationQueue> queues, (Guid Kept, Guid Merged) of, (DateOnly Today, Guid MergeId) at)
    {
        foreach (var queue in queues)
        {
            var open = queue.Places.Where(place => !(place.ClosedOn <= at.Today)).ToList();
            if (open.Find(place => place.MembershipId == of.Kept) is { } to && open.Find(place => place.MembershipId == of.Merged) is { } from)
            {
                Write(db, queue, Rotation.HandOver(StateOf(queue), from.Id, to.Id), at.MergeId);
                from.ClosedOn = at.Today;
            }
        }
    }

    /// <summary>Takes an assignment's turn back: a turn of its own with the figures turned round.</summary>
    public static async Task ReverseAsync(AidDb db, CaseAssignment assignment, CancellationToken ct)
    {
        var entries = await db.QueueEntries.AsNoTracking().Where(e => e.AssignmentId == assignment.Id && !e.IsReversal).OrderBy(e => e.PlaceId).ToListAsync(ct);
        if (entries.Count == 0)
        {
            return;     // the book let a chosen case cost no turn
        }

        var queueId = entries[0].QueueId;
        var kind = await db.RotationQueues.Where(q => q.Id == queueId).Select(q => q.Kind).SingleAsync(ct);
        var queue = await LockAsync(db, kind, ct);
        var taker = entries.Single(entry => entry.PaidMillionths > 0);
        var given = new RotationTurn(
            taker.Turn,
            taker.PaidMillionths,
            taker.PlaceId,
            taker.WaitedSinceTurn,
            [.. entries.Select(e => new RotationLine(e.PlaceId, e.BalanceAfterMillionths - e.ShareMillionths + e.PaidMillionths, e.ShareMillionths, e.PaidMillionths, e.BalanceAfterMillionths, e.Turn))]);
        Write(db, queue, Rotation.Reverse(StateOf(queue), given), assignment.Id);
    }
}
