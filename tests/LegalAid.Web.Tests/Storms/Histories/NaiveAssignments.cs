using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>
/// Assigning as one would write it without a second thought: read the queue, decide, write. No lock, no version, and a database whose unique indexes were taken
/// away. All clients read before any of them writes. The check must find it out.
/// </summary>
internal sealed class NaiveAssignments(HistoryOffice office)
{
    private long moment;

    public async Task<IReadOnlyList<Operation>> RunAsync(int clients, int rounds)
    {
        await RunSqlAsync("drop index ix_queue_entries_queue_id_turn_place_id; drop index ix_assignments_one_live_per_case;");
        using var everybodyHasRead = new Barrier(clients);
        var officers = new List<Officer>();
        for (var number = 1; number <= clients; number++)
        {
            officers.Add(await office.OfficerAsync(Web.Access.Roles.Clerk, number));
        }

        // Threads of their own: the barrier stops each until all are there.
        var operations = await Task.WhenAll(officers.Select(officer => Task.Factory.StartNew(
            () => Enumerable.Range(0, rounds).Select(round => AssignAsync(officer, office.Cases[round], everybodyHasRead).GetAwaiter().GetResult()).ToList(), default, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return [.. operations.SelectMany(own => own)];
    }

    private async Task<Operation> AssignAsync(Officer officer, Guid caseId, Barrier everybodyHasRead)
    {
        var called = Interlocked.Increment(ref moment);
        await using var scope = office.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OfficeScope>().Allow(officer.OfficeId);
        var (db, reader) = (scope.ServiceProvider.GetRequiredService<AidDb>(), scope.ServiceProvider.GetRequiredService<AssignmentFactsReader>());
        var aidCase = await db.Cases.Include(c => c.Parties).AsNoTracking().SingleAsync(c => c.Id == caseId);
        var queue = await reader.PresentQueueAsync(aidCase, default);
        var facts = await reader.ReadAsync(aidCase, queue, office.App.Clock.Now, outOfTurn: null, default);
        var decision = AssignmentDecision.Decide(facts);
        everybodyHasRead.SignalAndWait();

        var made = await WriteAsync(db, aidCase, officer, queue, facts, decision);
        return new(Deed.Assign, caseId, called, Interlocked.Increment(ref moment), made);
    }

    private async Task<Guid> WriteAsync(AidDb db, AidCase aidCase, Officer officer, RotationQueue queue, AssignmentFacts facts, AssignmentDecision decision)
    {
        var (proposal, now) = (decision.Proposal!, office.App.Clock.UtcNow);
        var record = new DecisionRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            MadeAtUtc = now,
            Kind = DecisionKinds.Assignment,
            SubjectId = aidCase.Id,
            RuleBookVersion = "",
            Facts = CanonicalJson.Write(facts),
            Result = CanonicalJson.Write(decision),
            Clauses = [],
        };
        var assignment = new CaseAssignment
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = aidCase.Id,
            InstitutionId = proposal.InstitutionId,
            Status = AssignmentStatus.Proposed,
            Step = proposal.Step,
            DecisionId = record.Id,
            ProposedById = officer.Id,
            ProposedAtUtc = now,
            DecidingBody = decision.DecidedBy,
        };
        db.AddRange(record, assignment);
        await db.SaveChangesAsync();
        TurnLedger.Write(db, queue, proposal.Turn!, assignment.Id);      // onto a queue nobody follows: only the lines are saved
        await db.SaveChangesAsync();
        await db.RotationQueues.Where(q => q.Id == queue.Id).ExecuteUpdateAsync(q => q.SetProperty(row => row.Turn, queue.Turn));
        foreach (var place in queue.Places)
        {
            await db.QueuePlaces.Where(p => p.Id == place.Id).ExecuteUpdateAsync(p => p.SetProperty(row => row.BalanceMillionths, place.BalanceMillionths).SetProperty(row => row.WaitingSinceTurn, place.WaitingSinceTurn));
        }

        return assignment.Id;
    }

    private async Task RunSqlAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(office.App.OwnerConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
