using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>The day of a member's first legal-aid case anywhere: as declared, from before this program, or handled here, whichever is earliest.</summary>
public static class FirstAidCase
{
    public static async Task<DateOnly?> OfAsync(AidDb db, Membership member, CancellationToken ct)
    {
        var prior = await db.PriorMatters.Where(m => m.MembershipId == member.Id).Select(m => (DateOnly?)m.AssignedOn).MinAsync(ct);
        var own = await db.CaseHandlers.Where(h => h.MembershipId == member.Id)
            .Join(db.Assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status)), h => h.AssignmentId, a => a.Id, (_, a) => (DateTime?)a.ProposedAtUtc).MinAsync(ct);
        return new[] { member.FirstAidCaseOn, prior, own is { } at ? DateOnly.FromDateTime(OfficeClock.ToLocal(at)) : null }.Min();
    }
}
