using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// The institution names who handles the case (BB-2.2). All gates are looked at again, and the 指派通知书 gets its number (BB-6.3).
/// An application's statutory clock stops here; a notice's runs until the authority has been told.
/// </summary>
public sealed class NameHandler(AidDb db, AssignmentFactsReader reader, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId && a.InstitutionId == officer.InstitutionId, ct);
        if (assignment is null)
        {
            return null;
        }

        if (assignment.Status != AssignmentStatus.Approved)
        {
            return new Refusal("not-approved", "本案不在待安排承办人的状态。", ["BB-2.2"]);
        }

        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == assignment.CaseId, ct);
        var refusals = await WhyNotAsync(aidCase, handlerIds, ct);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        await RecordAsync(assignment, aidCase, handlerIds, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(AidCase aidCase, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        var kind = AssignmentFactsReader.QueueOf(aidCase.Kind);
        var queue = await db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleAsync(q => q.Kind == kind, ct);
        var facts = await reader.ReadAsync(aidCase, queue, clock.Now, ct);
        return HandlerNaming.WhyNotName(new()
        {
            NamingDay = clock.Today,
            Case = facts.Case,
            Institution = facts.Institutions.Single(i => i.Id == officer.InstitutionId),
            HandlerIds = handlerIds,
            Rules = facts.Rules,
            Statute = facts.Statute,
        });
    }

    private async Task RecordAsync(CaseAssignment assignment, AidCase aidCase, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        assignment.Status = AssignmentStatus.HandlerNamed;
        assignment.NamedAtUtc = clock.UtcNow;
        assignment.NoticeNumber = await DocumentNumbers.NextAsync(db, assignment.OfficeId, DocumentKind.AssignmentNotice, clock.Today.Year, ct);
        db.AddRange(handlerIds.Select(id => new CaseHandler { Id = Guid.CreateVersion7(), OfficeId = assignment.OfficeId, AssignmentId = assignment.Id, MembershipId = id }));
        aidCase.Status = CaseStatus.HandlerNamed;
        aidCase.NextDueAtUtc = aidCase.Source == CaseSource.Notification ? aidCase.StatutoryDueAtUtc : null;
        db.Note(assignment.OfficeId, clock.UtcNow, Act.HandlerNamed, aidCase.Id, officer.Id, details: new { assignment = assignment.Id, handlers = handlerIds, notice = assignment.NoticeNumber });
    }
}
