using LegalAid.Rules.Intake;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// The case a queue's order is told for: an ordinary one of the first instance that comes in now, without wish, earlier help, conflict or weight.
/// It is never stored.
/// </summary>
internal static class OrdinaryCase
{
    public static AidCase For(RotationQueue queue, DateTime nowUtc) => queue.Kind switch
    {
        QueueKind.Criminal => Of(queue, CaseKind.Criminal, CaseSource.Notification, nowUtc),
        QueueKind.Other => Of(queue, CaseKind.Civil, CaseSource.Application, nowUtc),
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue.Kind, "Unknown queue."),
    };

    /// <summary>An ordinary case of any kind.</summary>
    public static AidCase Of(RotationQueue queue, CaseKind kind, CaseSource source, DateTime nowUtc) => new()
    {
        Id = Guid.Empty,
        OfficeId = queue.OfficeId,
        Number = "",
        Source = source,
        Kind = kind,
        Stage = CaseStage.FirstInstance,
        Cause = "",
        ReceivedAtUtc = nowUtc,
        DecidedAtUtc = nowUtc,
        HardshipBasis = HardshipBasis.NotExamined,
        Flags = CaseFlags.None,
        Headcount = 1,
        Status = CaseStatus.AwaitingAssignment,
    };
}
