using LegalAid.Rules.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>A case of this program and one of those who handle it.</summary>
internal sealed class Handling
{
    // PostgreSQL counts the days of the law; the same zone as the office's clock.
    private const string Zone = "Asia/Shanghai";

    public required Guid MembershipId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required CaseKind Kind { get; init; }

    public required DateTime ProposedAtUtc { get; init; }

    /// <summary>In the figures the handler's roster brought along already: named on their day or before.</summary>
    public required bool Covered { get; init; }

    public static IQueryable<Handling> In(AidDb db) =>
        from handler in db.CaseHandlers.AsNoTracking()
        join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
        join aidCase in db.Cases on assignment.CaseId equals aidCase.Id
        join member in db.Memberships on handler.MembershipId equals member.Id
        where !AssignmentStatuses.Undone.Contains(assignment.Status)
        select new Handling
        {
            MembershipId = handler.MembershipId,
            AssignmentId = assignment.Id,
            InstitutionId = assignment.InstitutionId,
            Kind = aidCase.Kind,
            ProposedAtUtc = assignment.ProposedAtUtc,
            Covered = member.ExperienceAsOf != null
                && DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(assignment.NamedAtUtc ?? assignment.ProposedAtUtc, Zone)) <= member.ExperienceAsOf,
        };
}
