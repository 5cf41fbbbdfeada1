using System.Globalization;
using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>
/// Gives institutions their places in an office's queues: law firms in both, basic-level offices in the one without criminal cases.
/// The first places of a queue are drawn by lot over the institutions' names with a seed that is published with the queue;
/// who comes later stands behind them, several at once in the order the same seed draws. Everybody begins with balance 0.
/// </summary>
public static class QueueNewcomers
{
    public static async Task JoinAsync(AidDb db, Office office, IReadOnlyCollection<Institution> institutions, DateOnly today, CancellationToken ct)
    {
        var queues = await db.RotationQueues.Include(queue => queue.Places).ToListAsync(ct);
        foreach (var kind in Enum.GetValues<QueueKind>())
        {
            var queue = queues.Find(known => known.Kind == kind) ?? Open(db, office, kind, today);
            var seated = queue.Places.Select(place => place.InstitutionId).ToHashSet();
            var newcomers = institutions.Where(institution => MayTake(institution, kind) && !seated.Contains(institution.Id)).ToDictionary(institution => institution.Name, StringComparer.Ordinal);
            var last = queue.Places.Select(place => place.DrawnOrder).DefaultIfEmpty(0).Max();
            foreach (var line in Lottery.Draw(queue.Seed, newcomers.Keys).Lines)
            {
                db.QueuePlaces.Add(Place(queue, newcomers[line.Id].Id, last + line.Position));
            }
        }
    }

    private static bool MayTake(Institution institution, QueueKind kind) => kind != QueueKind.Criminal || institution.Kind == InstitutionKind.LawFirm;

    private static RotationQueue Open(AidDb db, Office office, QueueKind kind, DateOnly today)
    {
        var queue = new RotationQueue
        {
            Id = Guid.CreateVersion7(),
            OfficeId = office.Id,
            Kind = kind,
            Seed = string.Create(CultureInfo.InvariantCulture, $"{office.Code}-{kind}-{today:yyyy-MM-dd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"),
            Turn = 0,
        };
        db.RotationQueues.Add(queue);
        return queue;
    }

    private static QueuePlace Place(RotationQueue queue, Guid institutionId, int order) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = queue.OfficeId,
        QueueId = queue.Id,
        InstitutionId = institutionId,
        BalanceMillionths = 0,
        DrawnOrder = order,
        WaitingSinceTurn = queue.Turn,
    };
}
