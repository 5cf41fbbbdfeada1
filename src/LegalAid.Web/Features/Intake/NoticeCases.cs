using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Intake;

/// <summary>What all the cases of one letter share.</summary>
public sealed record NoticeMatter(Guid LetterId, string Cause, CaseStage Stage, NotificationGround? Ground, DateTime ReceivedAtUtc, Guid? PreviousStageId = null);

/// <summary>Opens the case of one accused of a notice: each has a case, a number and a defender of their own, whatever the letter joins (CF-09). Both clocks start at the minute of receipt (LAW-36, BB-6.1).</summary>
public sealed class NoticeCases(AidDb db, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<AidCase> OpenAsync(NoticeMatter matter, CaseFlags flags, int headcount, CancellationToken ct)
    {
        var (own, statutory) = await clocks.AssignmentDueAsync(officer.OfficeId, CaseSource.Notification, CaseKind.Criminal, OfficeClock.ToLocal(matter.ReceivedAtUtc), ct);
        var aidCase = new AidCase
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Number = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.Case, clock.Today.Year, ct),
            Source = CaseSource.Notification,
            Kind = CaseKind.Criminal,
            Stage = matter.Stage,
            Cause = matter.Cause,
            ReceivedAtUtc = matter.ReceivedAtUtc,
            LetterId = matter.LetterId,
            PreviousStageId = matter.PreviousStageId,
            NotificationGround = matter.Ground,
            HardshipBasis = HardshipBasis.NotExamined,
            Flags = flags,
            Headcount = headcount,
            Status = CaseStatus.AwaitingAssignment,
            DecidedAtUtc = matter.ReceivedAtUtc,
            OwnDueAtUtc = own,
            StatutoryDueAtUtc = statutory,
            NextDueAtUtc = own < statutory ? own : statutory,
        };
        db.Add(aidCase);
        return aidCase;
    }
}
