using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>轮候队列: every place in the order in which an ordinary case would go now, decided by the rules that decide the real ones.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class QueuesModel(AidDb db, AssignmentFactsReader reader, OfficeNames offices, ListExports exports, OfficeClock clock) : PageModel
{
    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<QueueRow> Queues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var queues = await db.RotationQueues.AsNoTracking().Include(q => q.Places).OrderBy(q => q.OfficeId).ThenBy(q => q.Kind).ToListAsync(ct);
        var names = (await NamesAsync(ct)).ToLookup(name => name.QueueId);
        var inSight = db.Scope.OfficeIds;
        var rows = new List<QueueRow>();
        foreach (var queue in queues)
        {
            await db.SeeAsync([queue.OfficeId], ct);      // an office decides from its own people alone
            rows.Add(new(queue, [.. Rows(names[queue.Id], await DecideAsync(queue, ct))]));
        }

        await db.SeeAsync(inSight, ct);
        Queues = rows;
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return await exports.SendAsync(Request, ListToExport.Of("轮候队列", [.. Queues.SelectMany(queue => queue.Places, (queue, place) => (queue, place))], Columns), ct);
    }

    private IReadOnlyList<ExportColumn<(QueueRow Queue, PlaceRow Place)>> Columns =>
    [
        new("援助机构", row => Offices.GetValueOrDefault(row.Queue.Queue.OfficeId), 24), new("队列", row => Words.Of(row.Queue.Queue.Kind), 28), new("次序", row => row.Place.Rank),
        new("承办人", row => row.Place.Holder.Person), new("机构", row => row.Place.Holder.Institution, 28), new("余额", row => row.Place.Place.BalanceMillionths / 1_000_000m),
        new("本案应得", row => row.Place.ShareMillionths / 1_000_000m), new("上次承办轮次", row => row.Place.Holder.HasTaken ? row.Place.Place.WaitingSinceTurn : null),
        new("抽签次序", row => row.Place.Place.DrawnOrder), new("关闭日期", row => row.Place.Place.ClosedOn), new("不能承办的原因", row => row.Place.WhyNot, 40),
    ];

    private async Task<AssignmentDecision> DecideAsync(RotationQueue queue, CancellationToken ct) =>
        AssignmentDecision.Decide(await reader.ReadAsync(OrdinaryCase.For(queue, clock.UtcNow), queue, clock.Now, outOfTurn: null, ct));

    private Task<List<PlaceName>> NamesAsync(CancellationToken ct) => (
        from place in db.QueuePlaces.AsNoTracking()
        from member in db.Memberships.Where(m => m.Id == place.MembershipId).DefaultIfEmpty()
        from institution in db.Institutions.Where(i => i.Id == (member == null ? place.InstitutionId : member.InstitutionId))
        select new PlaceName(
            place.QueueId,
            place,
            institution.Id,
            institution.Name,
            member == null ? null : member.RosterName ?? member.Person.Name,
            db.QueueEntries.Any(e => e.PlaceId == place.Id && e.Turn == place.WaitingSinceTurn && e.PaidMillionths > 0))).ToListAsync(ct);

    // Those able stand in the order of the decision; the rest behind them, the highest balance first.
    private static IEnumerable<PlaceRow> Rows(IEnumerable<PlaceName> names, AssignmentDecision decision)
    {
        var able = decision.Able.ToDictionary(candidate => (candidate.InstitutionId, candidate.PractitionerId));
        var excluded = decision.Excluded.ToDictionary(candidate => (candidate.InstitutionId, candidate.PractitionerId));
        return
            from name in names
            let open = name.Place.ClosedOn is null
            let key = (name.InstitutionId, name.Place.MembershipId)
            let next = open ? able.GetValueOrDefault(key) : null
            orderby next?.Rank ?? int.MaxValue, open descending, name.Place.BalanceMillionths descending, name.Place.WaitingSinceTurn, name.Place.DrawnOrder
            select new PlaceRow(name, next?.Rank, next?.ShareMillionths, next is null && open ? WhyNot(excluded.GetValueOrDefault(key)) : null);
    }

    private static string? WhyNot(ExcludedCandidate? excluded) =>
        excluded is null ? null : string.Join("；", excluded.Refusals.Select(refusal => refusal.Message).Distinct(StringComparer.Ordinal));

    /// <summary>A queue with its places, next in turn first.</summary>
    public sealed record QueueRow(RotationQueue Queue, IReadOnlyList<PlaceRow> Places);

    /// <summary>A place and whose it is.</summary>
    /// <param name="HasTaken">It waits since it took a case; otherwise since it joined.</param>
    public sealed record PlaceName(Guid QueueId, QueuePlace Place, Guid InstitutionId, string Institution, string? Person, bool HasTaken);

    /// <summary>A place as an ordinary case finds it: its rank and share, or why it could not take the case.</summary>
    public sealed record PlaceRow(PlaceName Holder, int? Rank, long? ShareMillionths, string? WhyNot)
    {
        public QueuePlace Place => Holder.Place;

        public long StandingMillionths => Place.BalanceMillionths + (ShareMillionths ?? 0);
    }
}
