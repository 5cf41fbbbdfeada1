using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Decides on an application: grants aid, which starts the assignment clocks (LAW-43, BB-6), or refuses with a reason. Either way the decision is kept with its facts.</summary>
public sealed class DecideAid(AidDb db, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>?> RunAsync(Guid caseId, bool grants, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        if (aidCase.Status != CaseStatus.UnderExamination)
        {
            return new Refusal("decided", "本案不在待审查状态，可能已经决定。", ["LAW-43"]);
        }

        var (examined, versions) = await clocks.ExaminationAsync(aidCase, clock.Now, ct);
        var facts = new AidDecisionFacts(examined, grants);
        var decision = AidDecision.Decide(facts);
        if (AidDecision.WhyNot(decision, grants, reason) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        db.Add(Record(aidCase, facts, decision, versions));
        aidCase.DecidedAtUtc = clock.UtcNow;
        aidCase.DecisionReason = reason;
        aidCase.DecisionNumber = await DocumentNumbers.NextAsync(db, aidCase.OfficeId, DocumentKind.AidDecision, clock.Today.Year, ct);
        aidCase.Status = grants ? CaseStatus.AwaitingAssignment : CaseStatus.Refused;
        aidCase.NextDueAtUtc = grants ? await StartClocksAsync(aidCase, ct) : null;
        db.Note(aidCase.OfficeId, clock.UtcNow, grants ? Act.AidGranted : Act.AidRefused, aidCase.Id, officer.Id, details: new { number = aidCase.DecisionNumber });
        await db.TellRecipientsAsync(aidCase, clock.UtcNow, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return aidCase;
    }

    private DecisionRecord Record(AidCase aidCase, AidDecisionFacts facts, AidDecision decision, string versions) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = aidCase.OfficeId,
        MadeAtUtc = clock.UtcNow,
        Kind = DecisionKinds.Admission,
        SubjectId = aidCase.Id,
        RuleBookVersion = versions,
        Facts = CanonicalJson.Write(facts),
        Result = CanonicalJson.Write(decision),
        Clauses = [.. decision.ClauseIds],
    };

    // The earlier of the two is the red line.
    private async Task<DateTime> StartClocksAsync(AidCase aidCase, CancellationToken ct)
    {
        var (own, statutory) = await clocks.AssignmentDueAsync(aidCase.OfficeId, aidCase.Source, aidCase.Kind, clock.Now, ct);
        aidCase.OwnDueAtUtc = own;
        aidCase.StatutoryDueAtUtc = statutory;
        return own is { } earlier && earlier < statutory ? earlier : statutory;
    }
}
