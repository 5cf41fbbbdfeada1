using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>Why an assignment is declined, and the file that shows it.</summary>
public sealed record DeclineOrder(DeclineGround Ground, string Reason, byte[]? Evidence);

/// <summary>
/// The institution or the person an assignment fell to declines it (辞接, LAW-46): before a handler is named or the person accepts.
/// The case waits for the ruling of the centre's head; its clocks run on.
/// </summary>
public sealed class DeclineAssignment(AidDb db, DeclineFactsReader reader, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AssignmentDecline>?> RunAsync(Guid assignmentId, DeclineOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await reader.Own().SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var judged = await reader.ReadAsync(assignment, order.Evidence is not null, ct);
        if (judged.WhyNot is { } refusal)
        {
            return refusal;
        }

        if (FilesHandedIn.WhyNotPaper("证明材料", order.Evidence, judged.Rules.EvidenceRequired.Clause) is { } notTaken)
        {
            return notTaken;
        }

        var decline = Record(assignment, order);
        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        aidCase.NextDueAtUtc ??= aidCase.StatutoryDueAtUtc;      // nobody handles it any more: the lists count down again
        await db.TellHeadsAsync(NoticeKind.DeclineWaits, ActingPower.Proposals, aidCase, assignment, clock.UtcNow, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return decline;
    }

    private AssignmentDecline Record(CaseAssignment assignment, DeclineOrder order)
    {
        var decline = new AssignmentDecline
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            AssignmentId = assignment.Id,
            Ground = order.Ground,
            Reason = order.Reason,
            DeclinedById = officer.Id,
            DeclinedAtUtc = clock.UtcNow,
            Status = DeclineStatus.Waiting,
        };
        db.Add(decline);
        if (order.Evidence is { } file)
        {
            db.Add(new DeclineEvidence { Id = Guid.CreateVersion7(), OfficeId = assignment.OfficeId, DeclineId = decline.Id, Type = EvidenceTypes.Of(file)!.Value, Bytes = file.Length, Content = cipher.Seal(file) });
        }

        assignment.AwaitsRuling = true;
        db.Note(
            assignment.OfficeId, clock.UtcNow, Act.AssignmentDeclined, assignment.CaseId, officer.Id,
            details: new { assignment = assignment.Id, ground = order.Ground, bytes = order.Evidence?.Length });      // the words may name people: they stand with the declining alone
        return decline;
    }
}
