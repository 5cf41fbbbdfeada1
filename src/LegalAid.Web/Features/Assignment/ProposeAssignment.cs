using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the clerk saw when pressing the button: whom the page proposed and at which turn of the queue.</summary>
public sealed record SeenProposal(Guid InstitutionId, Guid? PractitionerId, long Turn);

/// <summary>An order to propose.</summary>
/// <param name="Seen">Whom it must fall to, or the clerk looks again; null when it may fall to whoever is next.</param>
/// <param name="Note">The clerk's remark.</param>
/// <param name="OutOfTurn">A request to leave the office's order; null to follow it.</param>
public sealed record ProposalOrder(SeenProposal? Seen, string? Note = null, OutOfTurnRequest? OutOfTurn = null);

/// <summary>A request to leave the office's order (BB-11.1, WZ-21.2), with its reason in writing.</summary>
public sealed record OutOfTurnRequest(OrderStep Step, string? Reason, Guid? PractitionerId)
{
    public bool HasReason => !string.IsNullOrWhiteSpace(Reason);

    public OutOfTurn Fact => new(Step, HasReason, PractitionerId);
}

/// <summary>
/// Proposes who takes a case (BB-5.1). The turn is given and paid here, under the queue's lock, from facts gathered behind it;
/// if the queue moved since the page was drawn and somebody else is next, the clerk is told and looks again.
/// </summary>
public sealed class ProposeAssignment(AidDb db, AssignmentFactsReader reader, RuleBooks ruleBooks, CaseReservations reservations, OfficeClock clock, CurrentOfficer officer)
{
    public const string StaleCode = "stale";

    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid caseId, ProposalOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcome = await WithinAsync(caseId, order, ct);
        if (outcome is { Value: not null })
        {
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>As above, inside a transaction the caller ends: one of several cases proposed together.</summary>
    internal async Task<Outcome<CaseAssignment>?> WithinAsync(Guid caseId, ProposalOrder order, CancellationToken ct)
    {
        var kind = await db.Cases.Where(c => c.Id == caseId).Select(c => (CaseKind?)c.Kind).SingleOrDefaultAsync(ct);
        if (kind is null)
        {
            return null;
        }

        var queue = await TurnLedger.LockAsync(db, AssignmentFactsReader.QueueOf(kind.Value), ct);
        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct);      // behind the lock: as it now stands
        var facts = await reader.ReadAsync(aidCase, queue, clock.Now, order.OutOfTurn?.Fact, ct);
        if (aidCase.Status != CaseStatus.AwaitingAssignment)
        {
            return new Refusal("not-awaiting", "本案不在待指派状态，可能已有人提出指派意见。", [facts.Rules.OrdinaryDecision.Clause]);
        }

        if (await reservations.HolderAsync(caseId, ct) is { } held && held.OfficerId != officer.Id)
        {
            return new Refusal("reserved", $"{held.Name}正在办理本案，至{OfficeClock.ToLocal(held.UntilUtc):HH:mm}。", [facts.Rules.OrdinaryDecision.Clause]);
        }

        var decision = AssignmentDecision.Decide(facts);
        if (decision.Refusals.Count > 0)
        {
            return decision.Refusals.ToList();
        }

        if (order.Seen is { } seen && (decision.Proposal?.InstitutionId, decision.Proposal?.PractitionerId) != (seen.InstitutionId, seen.PractitionerId))
        {
            return Stale(seen, queue, decision);
        }

        var assignment = Record(aidCase, queue, facts, decision, order);
        await db.TellOfProposalAsync(aidCase, assignment, clock.UtcNow, ct);
        await reservations.ReleaseAsync(caseId, officer.Id, ct);
        await db.SaveChangesAsync(ct);
        return assignment;
    }

    private static Refusal Stale(SeenProposal seen, RotationQueue queue, AssignmentDecision decision) => new(
        StaleCode,
        "页面打开以后情况已经变动，现在的建议与您看到的不同。请看过新的排序再提交。",
        [decision.Steps[0].ClauseIds[0]],
        seen.Turn == queue.Turn ? "轮次未变，案情、人员或机构情况有变" : $"打开时第 {seen.Turn} 轮，现为第 {queue.Turn} 轮");

    private CaseAssignment Record(AidCase aidCase, RotationQueue queue, AssignmentFacts facts, AssignmentDecision decision, ProposalOrder order)
    {
        var proposal = decision.Proposal!;
        var record = Store(aidCase, facts, decision);
        var assignment = new CaseAssignment
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = aidCase.Id,
            InstitutionId = proposal.InstitutionId,
            MembershipId = proposal.PractitionerId,
            Status = AssignmentStatus.Proposed,
            DecidingBody = decision.DecidedBy,
            Step = proposal.Step,
            DecisionId = record.Id,
            ProposedById = officer.Id,
            ProposedAtUtc = clock.UtcNow,
            ProposalNote = order.Note,
            OutOfTurnReason = order.OutOfTurn?.Reason,
            PassedOver = [.. PassedOver.Of(facts, decision)],
        };
        db.Add(assignment);
        if (proposal.Turn is { } turn)
        {
            TurnLedger.Write(db, queue, turn, assignment.Id);
        }

        aidCase.Status = CaseStatus.Proposed;
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.AssignmentProposed, aidCase.Id, officer.Id, details: new { assignment = assignment.Id, decision = record.Id, turn = queue.Turn });
        return assignment;
    }

    private DecisionRecord Store(AidCase aidCase, AssignmentFacts facts, AssignmentDecision decision)
    {
        var record = new DecisionRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            MadeAtUtc = clock.UtcNow,
            Kind = DecisionKinds.Assignment,
            SubjectId = aidCase.Id,
            RuleBookVersion = string.Join(' ', BooksOf(facts).Select(book => book.Version).Distinct(StringComparer.Ordinal)),
            Facts = CanonicalJson.Write(facts),
            Result = CanonicalJson.Write(decision),
            Clauses = [.. decision.ClauseIds],
        };
        db.Add(record);
        return record;
    }

    // The book the facts were read from: the same parameters, so the same book. The clocks may go by earlier ones.
    private IReadOnlyList<IBook> BooksOf(AssignmentFacts facts)
    {
        var own = ruleBooks.Books.Last(book => ReferenceEquals(book.Assignment, facts.Rules));
        var started = DateOnly.FromDateTime(facts.Case.ClocksStartAt ?? facts.DecidingDay.ToDateTime(TimeOnly.MinValue));
        return [own, ruleBooks.National(facts.DecidingDay), ruleBooks.InForceOn(own.Book.Office, started), ruleBooks.National(started)];
    }
}
