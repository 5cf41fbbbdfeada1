using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>One queue of one office, and the moments between which an assignment was proposed.</summary>
public sealed record FairnessPeriod(Guid OfficeId, QueueKind Kind, DateTime FromUtc, DateTime UntilUtc);

/// <summary>What the queue's entries of the period say of one place, by the step that led there; what was taken back has cancelled out.</summary>
public sealed record PlaceTally(Guid PlaceId, OrderStep Step, long ShareMillionths, long PaidMillionths);

/// <summary>How many turns a place had waited when it took a case: on average and at most.</summary>
public sealed record PlaceWait(Guid PlaceId, double Average, long Longest);

/// <summary>Assignments that stand, by holder, step and month; left the order on request, or followed it.</summary>
public sealed record HolderCount(Guid InstitutionId, Guid? MembershipId, OrderStep Step, bool LeftOrder, int Year, int Month, int Cases)
{
    public Guid HolderId => MembershipId ?? InstitutionId;
}

/// <summary>A place with whose it is and how it stands now.</summary>
public sealed record HolderPlace(Guid PlaceId, Guid HolderId, string Institution, string? Person, long BalanceMillionths, long WaitingSinceTurn, bool IsClosed);

/// <summary>
/// Sums up a period of a queue where the rows are (均衡): one grouped question for each figure, none for each place. A case counts in the period in which
/// it was proposed, which is when its turn was given; if it was taken back later, it counts nowhere.
/// </summary>
public sealed class FairnessReader(AidDb db)
{
    /// <summary>More cases of one period are not looked through for runs.</summary>
    public const int MostTurns = 20_000;

    private const int ChinaHours = 8;      // one zone, no summer time

    public Task<List<PlaceTally>> TalliesAsync(FairnessPeriod period, CancellationToken ct) => (
        from entry in Entries(period)
        group entry by new { entry.Entry.PlaceId, entry.Assignment.Step } into place
        select new PlaceTally(place.Key.PlaceId, place.Key.Step, place.Sum(e => e.Entry.ShareMillionths), place.Sum(e => e.Entry.PaidMillionths))).ToListAsync(ct);

    public Task<List<PlaceWait>> WaitsAsync(FairnessPeriod period, CancellationToken ct) => (
        from entry in Taken(period)
        group entry.Entry.Turn - entry.Entry.WaitedSinceTurn by entry.Entry.PlaceId into place
        select new PlaceWait(place.Key, place.Average(), place.Max())).ToListAsync(ct);

    /// <summary>Who took the cases, in the order of the turns; the newest where there are too many.</summary>
    public async Task<List<Guid>> TakersAsync(FairnessPeriod period, CancellationToken ct)
    {
        var newest = await Taken(period).OrderByDescending(entry => entry.Entry.Turn).Take(MostTurns).Select(entry => entry.Entry.PlaceId).ToListAsync(ct);
        newest.Reverse();
        return newest;
    }

    public Task<List<HolderCount>> CountsAsync(FairnessPeriod period, CancellationToken ct)
    {
        var criminal = period.Kind == QueueKind.Criminal;
        return (
            from assignment in Standing(period)
            join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
            where (aidCase.Kind == CaseKind.Criminal) == criminal
            let proposed = assignment.ProposedAtUtc.AddHours(ChinaHours)
            group assignment by new { assignment.InstitutionId, assignment.MembershipId, assignment.Step, LeftOrder = assignment.OutOfTurnReason != null, proposed.Year, proposed.Month } into holder
            select new HolderCount(holder.Key.InstitutionId, holder.Key.MembershipId, holder.Key.Step, holder.Key.LeftOrder, holder.Key.Year, holder.Key.Month, holder.Count())).ToListAsync(ct);
    }

    public Task<List<HolderPlace>> PlacesAsync(FairnessPeriod period, CancellationToken ct) => (
        from place in db.QueuePlaces.AsNoTracking()
        join queue in db.RotationQueues on place.QueueId equals queue.Id
        where queue.OfficeId == period.OfficeId && queue.Kind == period.Kind
        from member in db.Memberships.Where(m => m.Id == place.MembershipId).DefaultIfEmpty()
        from institution in db.Institutions.Where(i => i.Id == (member == null ? place.InstitutionId : member.InstitutionId))
        select new HolderPlace(
            place.Id,
            member == null ? institution.Id : member.Id,
            institution.Name,
            member == null ? null : member.RosterName ?? member.Person.Name,
            place.BalanceMillionths,
            place.WaitingSinceTurn,
            place.ClosedOn != null)).ToListAsync(ct);

    /// <summary>Turns the queue has given so far; null where the office has no such queue.</summary>
    public Task<long?> TurnAsync(FairnessPeriod period, CancellationToken ct) =>
        db.RotationQueues.Where(q => q.OfficeId == period.OfficeId && q.Kind == period.Kind).Select(q => (long?)q.Turn).SingleOrDefaultAsync(ct);

    private IQueryable<CaseAssignment> Proposed(FairnessPeriod period) => db.Assignments.AsNoTracking()
        .Where(a => a.OfficeId == period.OfficeId && a.ProposedAtUtc >= period.FromUtc && a.ProposedAtUtc < period.UntilUtc);

    private IQueryable<CaseAssignment> Standing(FairnessPeriod period) => Proposed(period).Where(a => !AssignmentStatuses.Undone.Contains(a.Status));

    private IQueryable<TurnEntry> Entries(FairnessPeriod period) => On(Proposed(period), period);

    private IQueryable<TurnEntry> Taken(FairnessPeriod period) => On(Standing(period), period).Where(entry => entry.Entry.PaidMillionths > 0);

    private IQueryable<TurnEntry> On(IQueryable<CaseAssignment> assignments, FairnessPeriod period) =>
        from entry in db.QueueEntries.AsNoTracking()
        join queue in db.RotationQueues on entry.QueueId equals queue.Id
        join assignment in assignments on entry.AssignmentId equals assignment.Id
        where queue.OfficeId == period.OfficeId && queue.Kind == period.Kind
        select new TurnEntry { Entry = entry, Assignment = assignment };

    private sealed class TurnEntry
    {
        public required QueueEntry Entry { get; init; }

        public required CaseAssignment Assignment { get; init; }
    }
}
