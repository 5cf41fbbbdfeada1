using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Closes the places of who leaves. A place is never taken out of its queue: what it was entitled to and what it got stay in the sum (轮候余额之和为零).</summary>
public static class QueueLeavers
{
    /// <summary>Closes, under each queue's lock, the places these hold on that day.</summary>
    /// <param name="db">Inside the transaction that records the leaving.</param>
    /// <param name="holderIds">Institutions and memberships.</param>
    /// <param name="day">The first day without a place.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<QueuePlace>> CloseAsync(AidDb db, IReadOnlyCollection<Guid> holderIds, DateOnly day, CancellationToken ct)
    {
        var holders = holderIds.Select(id => (Guid?)id).ToList();
        var kinds = await db.RotationQueues.Where(queue => queue.Places.Any(place => (place.ClosedOn == null || place.ClosedOn > day) && (holders.Contains(place.InstitutionId) || holders.Contains(place.MembershipId))))
            .Select(queue => queue.Kind).ToListAsync(ct);
        var closed = new List<QueuePlace>();
        foreach (var kind in kinds.Order())     // always in one order, so that two leavings never wait for each other
        {
            var queue = await TurnLedger.LockAsync(db, kind, ct);
            closed.AddRange(queue.Places.Where(place => !(place.ClosedOn <= day) && (holders.Contains(place.InstitutionId) || holders.Contains(place.MembershipId))));
        }

        closed.ForEach(place => place.ClosedOn = day);
        return closed;
    }
}
