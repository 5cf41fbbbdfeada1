using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>轮候队列: every place with its balance, as it stands.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class QueuesModel(AidDb db, OfficeNames offices, ListExports exports) : PageModel
{
    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<QueueRow> Queues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var queues = await db.RotationQueues.AsNoTracking().OrderBy(q => q.OfficeId).ThenBy(q => q.Kind).ToListAsync(ct);
        var places = await (
            from place in db.QueuePlaces.AsNoTracking()
            from member in db.Memberships.Where(m => m.Id == place.MembershipId).DefaultIfEmpty()
            from institution in db.Institutions.Where(i => i.Id == (member == null ? place.InstitutionId : member.InstitutionId))
            orderby place.BalanceMillionths descending, place.WaitingSinceTurn, place.DrawnOrder
            select new { place.QueueId, Row = new PlaceRow(institution.Id, institution.Name, place.MembershipId, member == null ? null : member.RosterName ?? member.Person.Name, place.BalanceMillionths, place.WaitingSinceTurn, place.DrawnOrder, place.ClosedOn) }).ToListAsync(ct);
        Queues = [.. queues.Select(q => new QueueRow(q.Id, q.OfficeId, q.Kind, q.Seed, q.Turn, [.. places.Where(p => p.QueueId == q.Id).Select(p => p.Row)]))];
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return await exports.SendAsync(Request, ListToExport.Of("轮候队列", [.. Queues.SelectMany(queue => queue.Places, (queue, place) => (queue, place))], Columns), ct);
    }

    private IReadOnlyList<ExportColumn<(QueueRow Queue, PlaceRow Place)>> Columns =>
    [
        new("援助机构", row => Offices.GetValueOrDefault(row.Queue.OfficeId), 24), new("队列", row => Words.Of(row.Queue.Kind), 28), new("承办人", row => row.Place.Person), new("机构", row => row.Place.Institution, 28),
        new("余额", row => row.Place.Balance / 1_000_000m), new("上次承办轮次", row => row.Place.WaitingSinceTurn), new("抽签次序", row => row.Place.DrawnOrder), new("关闭日期", row => row.Place.ClosedOn),
    ];

    /// <summary>A queue with its places, next in turn first.</summary>
    public sealed record QueueRow(Guid Id, Guid OfficeId, QueueKind Kind, string Seed, long Turn, IReadOnlyList<PlaceRow> Places);

    /// <summary>One place; balance in millionths of a case.</summary>
    public sealed record PlaceRow(Guid InstitutionId, string Institution, Guid? MembershipId, string? Person, long Balance, long WaitingSinceTurn, int DrawnOrder, DateOnly? ClosedOn);
}
