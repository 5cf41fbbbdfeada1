using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What departures and closings are judged by beside the record itself.</summary>
internal static class DepartureFacts
{
    /// <summary>The day a case was last given to the member, by turn or as handler; null when none was.</summary>
    public static async Task<DateOnly?> LastGivenToMemberAsync(AidDb db, Guid id, CancellationToken ct) =>
        Day(await Standing(db).Where(a => a.MembershipId == id || a.Handlers.Any(h => h.MembershipId == id)).MaxAsync(a => (DateTime?)(a.NamedAtUtc ?? a.ProposedAtUtc), ct));

    /// <summary>The same for an institution.</summary>
    public static async Task<DateOnly?> LastGivenToInstitutionAsync(AidDb db, Guid id, CancellationToken ct) =>
        Day(await Standing(db).Where(a => a.InstitutionId == id).MaxAsync(a => (DateTime?)a.ProposedAtUtc, ct));

    /// <summary>The day the present departure, closing or move of this member or institution was recorded.</summary>
    public static async Task<DateOnly?> RecordedOnAsync(AidDb db, Guid subjectId, CancellationToken ct) =>
        Day(await db.Journal.Where(line => line.SubjectId == subjectId && (line.Act == Act.MemberLeft || line.Act == Act.InstitutionClosed || line.Act == Act.InstitutionMovedAway))
            .MaxAsync(line => (DateTime?)line.AtUtc, ct));

    private static IQueryable<CaseAssignment> Standing(AidDb db) => db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status));

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(OfficeClock.ToLocal(moment)) : null;
}
