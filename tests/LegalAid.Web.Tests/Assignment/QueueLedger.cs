using LegalAid.Store.Assignment;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>What must hold of a queue after any storm: every turn belongs to one case, nothing is lost, every balance can be explained.</summary>
internal static class QueueLedger
{
    /// <param name="app">The office's program.</param>
    /// <param name="assignments">All that ever went through the criminal queue, refused ones included.</param>
    public static async Task IsWholeAsync(TestApp app, IReadOnlyCollection<CaseAssignment> assignments)
    {
        var queue = await app.InDbAsync(db => db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleAsync(q => q.Kind == QueueKind.Criminal));
        var entries = await app.InDbAsync(db => db.QueueEntries.AsNoTracking().Where(e => e.QueueId == queue.Id).ToListAsync());
        var turns = entries.GroupBy(e => e.Turn).OrderBy(turn => turn.Key).ToList();

        Assert.Equal(Enumerable.Range(1, turns.Count).Select(turn => (long)turn), turns.Select(turn => turn.Key));
        Assert.Equal(turns.Count, queue.Turn);
        Assert.All(turns, turn =>
        {
            Assert.Single(turn.Select(e => (e.AssignmentId, e.IsReversal)).Distinct());
            Assert.Single(turn, e => e.PaidMillionths != 0);
            Assert.Equal(0, turn.Sum(e => e.ShareMillionths - e.PaidMillionths));
        });
        Assert.Equal(assignments.Select(a => a.Id).Order(), turns.Where(turn => !turn.First().IsReversal).Select(turn => turn.First().AssignmentId).Order());
        Assert.Equal(
            assignments.Where(a => a.Status == AssignmentStatus.Rejected).Select(a => a.Id).Order(),
            turns.Where(turn => turn.First().IsReversal).Select(turn => turn.First().AssignmentId).Order());
        Assert.All(assignments.Where(a => a.Status == AssignmentStatus.Rejected), refused => Assert.All(
            entries.Where(e => e.AssignmentId == refused.Id).GroupBy(e => e.PlaceId),
            place => Assert.Equal((0, 0), (place.Sum(e => e.ShareMillionths), place.Sum(e => e.PaidMillionths)))));
        Assert.Equal(0, queue.Places.Sum(place => place.BalanceMillionths));
        Assert.All(queue.Places, place =>
        {
            var lines = entries.Where(e => e.PlaceId == place.Id).OrderBy(e => e.Turn).ToList();
            Assert.Equal(lines.Sum(e => e.ShareMillionths - e.PaidMillionths), place.BalanceMillionths);
            Assert.Equal(lines.Count == 0 ? 0 : lines[^1].BalanceAfterMillionths, place.BalanceMillionths);
        });
    }
}
