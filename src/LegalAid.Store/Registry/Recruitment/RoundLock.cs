using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>
/// The row of a round settles what is in time. Whoever moves an application holds it until the own transaction ends, so the closing time cannot move meanwhile; whoever moves
/// the closing time or lets drafts lapse takes it alone. The clock is read after the row.
/// </summary>
public static class RoundLock
{
    /// <summary>Held by any number at once.</summary>
    public static Task<RecruitmentRound?> HoldAsync(AidDb db, Guid roundId, CancellationToken ct) =>
        db.RecruitmentRounds.FromSql($"select *, xmin from recruitment_rounds where id = {roundId} for share").SingleOrDefaultAsync(ct);

    /// <summary>Held by one alone.</summary>
    public static Task<RecruitmentRound?> TakeAsync(AidDb db, Guid roundId, CancellationToken ct) =>
        db.RecruitmentRounds.FromSql($"select *, xmin from recruitment_rounds where id = {roundId} for update").SingleOrDefaultAsync(ct);
}
