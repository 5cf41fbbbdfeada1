using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>机构记录: its people, its places in the queues, what it was assigned.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class InstitutionModel(AidDb db, OfficeBooks books, OfficeNames offices, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private const int Shown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public Institution Institution { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public bool MayClose { get; private set; }

    public bool MayReopen { get; private set; }

    /// <summary>The book knows pairs, and the institution is from elsewhere (QDN-3.3).</summary>
    public bool MayPair { get; private set; }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<PlaceRow> Places { get; private set; } = [];

    public int Assignments { get; private set; }

    public int AssignmentsLastYear { get; private set; }

    public int OpenPriorMatters { get; private set; }

    /// <summary>What its people's reported year still adds to 近一年.</summary>
    public int ReportedLastYear { get; private set; }

    public bool MayWrite { get; private set; }

    /// <summary>The offices in sight by name; empty where there is only the own one.</summary>
    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await InstitutionsKnown.To(db).AsNoTracking().SingleOrDefaultAsync(i => i.Id == Id, ct);
        if (found is null)
        {
            return NotFound();
        }

        Institution = found;
        Offices = await offices.InSightAsync(ct);
        MayWrite = officer.Role is Roles.Clerk or Roles.Director && await InstitutionsKnown.OfHereAsync(db, Id, officer.OfficeId, ct);
        var isOfHere = found.District == await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.District).SingleAsync(ct);
        MayPair = MayWrite && !isOfHere && (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Elsewhere is not null;
        MayClose = MayWrite && isOfHere && found.ClosedOn is null;
        MayReopen = MayWrite && (isOfHere ? found.ClosedOn is not null : await InstitutionsKnown.LetGoFromHereAsync(db, found, ct));
        var people = PeopleQuery.On(db, new() { InstitutionId = Id }, Today);
        People = await PeopleQuery.WithLoadAsync(db, await PeopleQuery.Rows(PeopleQuery.Sorted(db, people, null).Take(Shown), Today).ToListAsync(ct), ct);
        Places = await (
            from place in db.QueuePlaces.AsNoTracking()
            join queue in db.RotationQueues on place.QueueId equals queue.Id
            where place.InstitutionId == Id
            orderby queue.OfficeId, queue.Kind, place.DrawnOrder
            select new PlaceRow(queue.OfficeId, queue.Kind, place.BalanceMillionths, place.WaitingSinceTurn, place.DrawnOrder, place.ClosedOn)).ToListAsync(ct);
        await CountAsync(ct);
        return Page();
    }

    private async Task CountAsync(CancellationToken ct)
    {
        var yearAgo = OfficeClock.ToUtc(Today.AddYears(-1).ToDateTime(TimeOnly.MinValue));
        var assignments = db.Assignments.Where(a => a.InstitutionId == Id && !AssignmentStatuses.Undone.Contains(a.Status));
        Assignments = await assignments.CountAsync(ct);
        AssignmentsLastYear = await assignments.CountAsync(a => a.ProposedAtUtc >= yearAgo, ct);
        var figures = await db.Memberships.Where(m => m.InstitutionId == Id && m.MergedIntoId == null && m.PriorAidCasesLastYear > 0).Select(m => new { m.PriorAidCasesLastYear, m.ExperienceAsOf }).ToListAsync(ct);
        ReportedLastYear = figures.Sum(told => BroughtAlong.LastYear(told.PriorAidCasesLastYear, told.ExperienceAsOf, Today));
        OpenPriorMatters = await db.PriorMatters.CountAsync(m => m.InstitutionId == Id && m.ClosedOn == null, ct);
    }

    /// <summary>A place in a queue; balance in millionths of a case.</summary>
    public sealed record PlaceRow(Guid OfficeId, QueueKind Kind, long Balance, long WaitingSinceTurn, int DrawnOrder, DateOnly? ClosedOn);
}
