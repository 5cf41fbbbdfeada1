using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>A proposal as it comes out now; nothing is written yet.</summary>
/// <param name="IsHeld">The officer had said before that the case is in hand.</param>
public sealed record DrawnAssignment(AidCase Case, AssignmentFacts Facts, AssignmentDecision Decision, bool IsHeld);

/// <summary>Draws a proposal and makes its assignment: the same for one case, for several together, and for the preview of these.</summary>
public sealed class AssignmentDrafts(AidDb db, AssignmentFactsReader reader, RuleBooks ruleBooks, CaseReservations reservations, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>What the order would come to at this moment, with nothing locked and nothing followed by the change tracker.</summary>
    public async Task<Outcome<DrawnAssignment>> LookAsync(Guid caseId, ProposalOrder order, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct);
        return await DrawAsync(aidCase, await reader.PresentQueueAsync(aidCase, ct), order, ct);
    }

    /// <summary>The decision from the facts as they are, or why none can be made.</summary>
    public async Task<Outcome<DrawnAssignment>> DrawAsync(AidCase aidCase, RotationQueue queue, ProposalOrder order, CancellationToken ct)
    {
        var facts = order.After.Count > 0 ? await reader.ReadAfterAsync(aidCase, queue, clock.Now, order.After, ct) : await reader.ReadAsync(aidCase, queue, clock.Now, order.OutOfTurn?.Fact, ct);
        if (aidCase.Status != CaseStatus.AwaitingAssignment)
        {
            return new Refusal("not-awaiting", "本案不在待指派状态，可能已有人提出指派意见。", [facts.Rules.OrdinaryDecision.Clause]);
        }

        var held = await reservations.HolderAsync(aidCase.Id, ct);
        if (held is not null && held.OfficerId != officer.Id)
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

        return new DrawnAssignment(aidCase, facts, decision, held is not null);
    }

    private static Refusal Stale(SeenProposal seen, RotationQueue queue, AssignmentDecision decision) => new(
        Refusal.StaleCode,
        "页面打开以后情况已经变动，现在的建议与您看到的不同。请看过新的排序再提交。",
        [decision.Steps[0].ClauseIds[0]],
        seen.Turn == queue.Turn ? "轮次未变，案情、人员或机构情况有变" : $"打开时第 {seen.Turn} 轮，现为第 {queue.Turn} 轮");

    /// <summary>Adds the assignment and the record of its decision; the turn is the caller's to give.</summary>
    public CaseAssignment Record(DrawnAssignment drawn, ProposalOrder order)
    {
        var (aidCase, facts, decision, _) = drawn;
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
