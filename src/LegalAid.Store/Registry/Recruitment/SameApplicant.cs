using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>Whether somebody with the same identity number has reached the centre in this round already. The index of the table settles two at once.</summary>
public static class SameApplicant
{
    public static Task<bool> IsWithCentreAsync(AidDb db, PoolApplication application, CancellationToken ct) => db.PoolApplications.AnyAsync(
        a => a.RoundId == application.RoundId && a.Id != application.Id && a.IdentityIndex == application.IdentityIndex && a.SubmittedAtUtc != null
            && !ApplicationStatuses.CameToNothing.Contains(a.Status),
        ct);
}
