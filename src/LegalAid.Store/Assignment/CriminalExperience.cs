using LegalAid.Rules.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Criminal cases somebody was named for in this program, later than the figures the roster brought along (BB-11.2 counts both).</summary>
public static class CriminalExperience
{
    public static Task<int> SinceAsync(AidDb db, Guid membershipId, CancellationToken ct) =>
        Handling.In(db).CountAsync(h => h.MembershipId == membershipId && h.Kind == CaseKind.Criminal && !h.Covered, ct);
}
