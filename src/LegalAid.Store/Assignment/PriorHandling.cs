using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>A case of before this program, and who handled it.</summary>
internal sealed class PriorHandling
{
    public required Guid MembershipId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public required bool Open { get; init; }

    /// <summary>In the figures the handler's roster brought along already.</summary>
    public required bool Covered { get; init; }

    public static IQueryable<PriorHandling> In(AidDb db) =>
        from matter in db.PriorMatters.AsNoTracking()
        join member in db.Memberships on matter.MembershipId equals member.Id
        select new PriorHandling
        {
            MembershipId = matter.MembershipId,
            InstitutionId = matter.InstitutionId,
            AssignedOn = matter.AssignedOn,
            Open = matter.ClosedOn == null,
            Covered = member.ExperienceAsOf != null && matter.AssignedOn <= member.ExperienceAsOf,
        };
}
