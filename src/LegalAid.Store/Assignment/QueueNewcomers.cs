using LegalAid.Rules.Assignment;
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

    /// <summary>Drawn by licence number, which is public and never shared; without one by the roster's own id.</summary>
    public static QueueNewcomer Of(Membership member) => new(member.Id, member.LicenceNumber.Length > 0 ? member.LicenceNumber : member.Id.ToString(), PersonKinds.IsLawyer(member.Kind));
}

/// <summary>
/// Gives newcomers their places in an office's queues. Who joins together is drawn by lot (<see cref="QueueLots"/>) and
/// stands behind those who are there. Everybody begins with balance 0, also who left and comes back;
/// whose place was to close on <c>keepsSince</c> or later keeps it.
/// </summary>
public static class QueueNewcomers
{
    public static async Task JoinAsync(AidDb db, LotDrawer drawer, Office office, TurnTaker turns, IReadOnlyCollection<QueueNewcomer> newcomers, DateOnly keepsSince, CancellationToken ct)
    {
        var queues = await db.RotationQueues.Include(queue => queue.Places).Where(queue => queue.OfficeId == office.Id).ToListAsync(ct);
        foreach (var kind in Enum.GetValues<QueueKind>())
        {
            var queue = queues.Find(known => known.Kind == kind) ?? Open(db, office, kind);
            foreach (var kept in queue.Places.Where(place => place.ClosedOn >= keepsSince && newcomers.Any(newcomer => newcomer.Id == HolderOf(place))))
            {
                kept.ClosedOn = null;
            }

            var seated = queue.Places.Where(place => place.ClosedOn is null).Select(HolderOf).ToHashSet();
            var joining = newcomers.Where(newcomer => (newcomer.MayDefend || kind != QueueKind.Criminal) && !seated.Contains(newcomer.Id)).ToDictionary(newcomer => newcomer.DrawnBy, StringComparer.Ordinal);
            var last = queue.Places.Select(place => place.DrawnOrder).DefaultIfEmpty(0).Max();
            if (joining.Count == 0)
            {
                continue;
            }

            var places = (await QueueLots.DrawAsync(db, drawer, queue, joining.Keys, last + 1, ct)).Select((entry, index) => Place(queue, turns, joining[entry].Id, last + 1 + index));
            db.QueuePlaces.AddRange(places);
        }
    }

    private static Guid HolderOf(QueuePlace place) =>
        place.InstitutionId ?? place.MembershipId ?? throw new InvalidOperationException("A place has a holder.");

    private static RotationQueue Open(AidDb db, Office office, QueueKind kind)
    {
        var queue = new RotationQueue { Id = Guid.CreateVersion7(), OfficeId = office.Id, Kind = kind, Turn = 0 };
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
