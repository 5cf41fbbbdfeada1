using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
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

    /// <summary>Why a member's departure is not taken back by this officer today.</summary>
    public static async Task<Refusal?> WhyNotTakeBackAsync(AidDb db, Membership member, bool byHead, DateOnly today, CancellationToken ct) => Departures.WhyNotTakeBack(
        member.LeftOn, await WayAsync(db, member, ct), await RecordedOnAsync(db, member.Id, ct) ?? member.LeftOn ?? today, byHead, today);

    // The last stay alone is looked at: a removal or an exit of an earlier one is over.
    private static async Task<LeavingWay> WayAsync(AidDb db, Membership member, CancellationToken ct)
    {
        var (id, joined, left) = (member.Id, member.JoinedOn, member.LeftOn);
        var renewed = left is { } day ? OfficeClock.ToUtc(day.AddDays(-1).ToDateTime(TimeOnly.MinValue)) : DateTime.MaxValue;
        return await db.PoolRemovals.AnyAsync(r => r.MembershipId == id && r.RevokedAtUtc == null && r.DecidedOn >= joined, ct) ? LeavingWay.Removal
            : await db.PoolExits.AnyAsync(e => e.MembershipId == id && e.Status == ExitStatus.Granted && e.LeftOn == left, ct) ? LeavingWay.Exit
            : await db.Renewals.AnyAsync(r => r.MembershipId == id && r.Outcome == RenewalOutcome.Ended && r.DecidedAtUtc >= renewed && r.DecidedAtUtc < renewed.AddDays(1), ct) ? LeavingWay.NotRenewed
            : LeavingWay.Recorded;
    }

    private static IQueryable<CaseAssignment> Standing(AidDb db) => db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status));

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(OfficeClock.ToLocal(moment)) : null;
}
