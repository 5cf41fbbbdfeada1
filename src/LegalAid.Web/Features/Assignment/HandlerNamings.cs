using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// Puts a handler to an assignment: named by the institution, or by the approval itself where the turn goes to persons. All gates are looked at again,
/// and the 指派通知书 gets its number (BB-6.3). An application's statutory clock stops here; a notice's runs until the authority has been told.
/// </summary>
public sealed class HandlerNamings(AidDb db, AssignmentFactsReader reader, AssignmentPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="aidCase">With its parties.</param>
    /// <param name="assignment">The assignment to the institution.</param>
    /// <param name="handlerIds">The memberships to be named.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Refusal>> WhyNotAsync(AidCase aidCase, CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        var kind = AssignmentFactsReader.QueueOf(aidCase.Kind);
        var queue = await TurnLedger.LockAsync(db, kind, ct);      // one naming at a time: two co-defendants never get one lawyer (CF-09)
        return await WhyNotAsync(aidCase, assignment, handlerIds, queue, ct);
    }

    /// <summary>The same as it would be answered now, without lock, for a page that shows it.</summary>
    public async Task<IReadOnlyList<Refusal>> WhyNotNowAsync(AidCase aidCase, CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, CancellationToken ct) =>
        await WhyNotAsync(aidCase, assignment, handlerIds, await reader.PresentQueueAsync(aidCase, ct), ct);

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(AidCase aidCase, CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, RotationQueue queue, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(aidCase, queue, clock.Now, null, ct);
        if (facts.Institutions.FirstOrDefault(i => i.Id == assignment.InstitutionId) is not { } institution)
        {
            return [new Refusal("institution-nobody", "名册上没有在册人员", [facts.Rules.District.Clause])];
        }

        return HandlerNaming.WhyNotName(new()
        {
            NamingDay = clock.Today,
            District = facts.District,
            Case = facts.Case,
            Institution = institution,
            HandlerIds = handlerIds,
            MentorNeeded = facts.MentorNeeded,
            BeforeWork = facts.BeforeWork,
            OutsidePool = assignment.Step == OrderStep.OutsidePool,
            Rules = facts.Rules,
            Statute = facts.Statute,
        });
    }

    public async Task RecordAsync(CaseAssignment assignment, AidCase aidCase, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        await CaseLock.TakeAsync(db, aidCase.Id, ct);
        assignment.Status = AssignmentStatus.HandlerNamed;
        assignment.NamedAtUtc = clock.UtcNow;
        assignment.NoticeNumber = await DocumentNumbers.NextAsync(db, assignment.OfficeId, DocumentKind.AssignmentNotice, clock.Today.Year, ct);
        db.AddRange(handlerIds.Select((id, place) => new CaseHandler { Id = Guid.CreateVersion7(), OfficeId = assignment.OfficeId, AssignmentId = assignment.Id, MembershipId = id, Role = HandlerRoles.At(place) }));
        await papers.IssueNoticeAsync(assignment, handlerIds, ct);
        db.TellHandlers(aidCase, assignment, handlerIds);
        aidCase.Status = CaseStatus.HandlerNamed;
        aidCase.NextDueAtUtc = aidCase.Source == CaseSource.Notification ? aidCase.StatutoryDueAtUtc : null;
        db.Note(assignment.OfficeId, clock.UtcNow, Act.HandlerNamed, aidCase.Id, officer.Id, details: new { assignment = assignment.Id, handlers = handlerIds, notice = assignment.NoticeNumber });
    }
}
