using System.Globalization;
using System.Security.Cryptography;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>One who is to stand in the queues: an institution or a member, and the text the lot is drawn over.</summary>
public sealed record QueueNewcomer(Guid Id, string DrawnBy, bool MayDefend)
{
    /// <summary>Law firms stand in both queues, basic-level offices in the one without criminal cases.</summary>
    public static QueueNewcomer Of(Institution institution) => new(institution.Id, institution.Name, institution.Kind == InstitutionKind.LawFirm);

    /// <summary>Drawn by licence number, which is public and never shared.</summary>
    public static QueueNewcomer Of(Membership member) => new(member.Id, member.LicenceNumber, member.Kind == PractitionerKind.Lawyer);
}

/// <summary>
/// Gives newcomers their places in an office's queues. The first places of a queue are drawn by lot with a seed that is published with the queue;
/// who comes later stands behind them, several at once in the order the same seed draws. Everybody begins with balance 0, also who left and comes back;
/// whose place was to close on <c>keepsSince</c> or later keeps it.
/// </summary>
public static class QueueNewcomers
{
    public static async Task JoinAsync(AidDb db, Office office, TurnTaker turns, IReadOnlyCollection<QueueNewcomer> newcomers, DateOnly today, DateOnly keepsSince, CancellationToken ct)
    {
        var queues = await db.RotationQueues.Include(queue => queue.Places).Where(queue => queue.OfficeId == office.Id).ToListAsync(ct);
        foreach (var kind in Enum.GetValues<QueueKind>())
        {
            var queue = queues.Find(known => known.Kind == kind) ?? Open(db, office, kind, today);
            foreach (var kept in queue.Places.Where(place => place.ClosedOn >= keepsSince && newcomers.Any(newcomer => newcomer.Id == HolderOf(place))))
            {
                kept.ClosedOn = null;
            }

            var seated = queue.Places.Where(place => place.ClosedOn is null).Select(HolderOf).ToHashSet();
            var joining = newcomers.Where(newcomer => (newcomer.MayDefend || kind != QueueKind.Criminal) && !seated.Contains(newcomer.Id)).ToDictionary(newcomer => newcomer.DrawnBy, StringComparer.Ordinal);
            var last = queue.Places.Select(place => place.DrawnOrder).DefaultIfEmpty(0).Max();
            foreach (var line in Lottery.Draw(queue.Seed, joining.Keys).Lines)
            {
                db.QueuePlaces.Add(Place(queue, turns, joining[line.Id].Id, last + line.Position));
            }
        }
    }

    private static Guid HolderOf(QueuePlace place) =>
        place.InstitutionId ?? place.MembershipId ?? throw new InvalidOperationException("A place has a holder.");

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

    private static QueuePlace Place(RotationQueue queue, TurnTaker turns, Guid holderId, int order) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = queue.OfficeId,
        QueueId = queue.Id,
        InstitutionId = turns == TurnTaker.Institutions ? holderId : null,
        MembershipId = turns == TurnTaker.Practitioners ? holderId : null,
        BalanceMillionths = 0,
        DrawnOrder = order,
        WaitingSinceTurn = queue.Turn,
    };
}
