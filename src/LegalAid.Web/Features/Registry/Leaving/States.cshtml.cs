using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>人员状态图: how people come, stay and go at this office, drawn from its book.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class StatesModel(AidDb db, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    public string Book { get; private set; } = "";

    /// <summary>The ways of one state; those every member has stand apart.</summary>
    public IReadOnlyList<StateEdge> Edges { get; private set; } = [];

    /// <summary>The ways every member has.</summary>
    public IReadOnlyList<StateEdge> Shared { get; private set; } = [];

    public IReadOnlyList<MemberState> Members { get; private set; } = [];

    public IReadOnlyList<MemberState> States { get; private set; } = [];

    /// <summary>Who makes up the pool today, by kind (WZ-5.1).</summary>
    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public int Total => Parts.Sum(part => part.People);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var book = await books.InForceOnAsync(officer.OfficeId, clock.Today, ct);
        Book = book.Book.Title;
        Draw(new(book.Recruitment, book.Training, book.Sanctions, book.Handling) { ExamPassMark = book.Assignment.ExamPassMark });
        var today = clock.Today;
        var listed = db.Memberships.AsNoTracking().Where(m => m.LeftOn == null || m.LeftOn > today).InThePool(book.Recruitment?.Pools, today);
        var kinds = await CountAsync(listed, ct);
        var (duty, cases) = (await CountAsync(listed.Where(PoolStanding.In(Pools.Duty, today)), ct), await CountAsync(listed.Where(PoolStanding.In(Pools.Cases, today)), ct));
        Parts = [.. kinds.OrderBy(kind => kind.Key).Select(kind => new Part(kind.Key, kind.Value, duty.GetValueOrDefault(kind.Key), cases.GetValueOrDefault(kind.Key)))];
    }

    private void Draw(StateBook book)
    {
        var edges = StateChart.Draw(book);
        (States, Members, Shared) = (StateChart.States(edges), StateChart.Members(book), StateChart.Shared(edges, book));
        Edges = [.. edges.Where(edge => !Members.Contains(edge.From) || !Shared.Any(way => (way.To, way.What) == (edge.To, edge.What)))];
    }

    private static Task<Dictionary<PractitionerKind, int>> CountAsync(IQueryable<Membership> members, CancellationToken ct) =>
        members.GroupBy(m => m.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, ct);

    /// <summary>How many people of a kind are in the pool, and in each of the two.</summary>
    public sealed record Part(PractitionerKind Kind, int People, int Duty, int Cases);
}
