using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>Somebody who holds a place, and the member who goes away: the same where the turn goes to persons.</summary>
internal sealed record Holder(Guid Id, Guid MemberId);

/// <summary>北碚's office with some firms of one lawyer each and some cases, and what its database says of the criminal queue.</summary>
internal sealed class HistoryOffice(TestApp app)
{
    public TestApp App => app;

    public IReadOnlyList<Holder> Holders { get; private set; } = [];

    public IReadOnlyList<Guid> Cases { get; private set; } = [];

    public async Task<HistoryOffice> OpenAsync(int holders, int cases)
    {
        var firms = new List<Holder>();
        for (var number = 1; number <= holders; number++)
        {
            var firm = await app.LawFirmAsync($"重庆史{number}律师事务所");
            firms.Add(new(firm.Id, (await app.MemberAsync($"史{number}律", firm)).Id));
        }

        var registered = new List<Guid>();
        for (var number = 1; number <= cases; number++)
        {
            registered.Add(await app.RegisteredAsync($"史{number}", "2026-6-17 9:00"));
        }

        (Holders, Cases) = (firms, registered);
        return this;
    }

    public Task<Officer> OfficerAsync(string role, int number) => app.OfficerAsync($"history-{role}-{number}", role, app.OfficeId);

    /// <summary>The history with these operations, as the database now tells it.</summary>
    public async Task<History> TellAsync(IReadOnlyList<Operation> operations)
    {
        var queue = await app.InDbAsync(db => db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleAsync(q => q.Kind == QueueKind.Criminal));
        var ledger = await app.InDbAsync(db => db.QueueEntries.AsNoTracking().Where(e => e.QueueId == queue.Id)
            .Select(e => new LedgerLine(e.PlaceId, e.Turn, e.AssignmentId, e.ShareMillionths, e.PaidMillionths, e.BalanceAfterMillionths, e.IsReversal)).ToListAsync());
        return new(operations, ledger, queue.Places.ToDictionary(place => place.Id, place => place.BalanceMillionths), await app.InDbAsync(AssignmentsAsync));
    }

    private static async Task<List<MadeAssignment>> AssignmentsAsync(AidDb db)
    {
        var made = new List<MadeAssignment>();
        var rows = from assignment in db.Assignments.AsNoTracking() join decision in db.Decisions on assignment.DecisionId equals decision.Id select new { assignment, decision.Facts };
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            var facts = CanonicalJson.Read<AssignmentFacts>(row.Facts);
            var places = facts.Institutions.Select(institution => institution.Place).Concat(facts.Institutions.SelectMany(institution => institution.Practitioners).Select(practitioner => practitioner.Place)).OfType<PlaceFacts>();
            made.Add(new(
                row.assignment.Id,
                row.assignment.CaseId,
                row.assignment.MembershipId ?? row.assignment.InstitutionId,
                !AssignmentStatuses.Undone.Contains(row.assignment.Status),
                facts.QueueTurn,
                places.ToDictionary(place => place.Id, place => place.BalanceMillionths)));
        }

        return made;
    }
}
