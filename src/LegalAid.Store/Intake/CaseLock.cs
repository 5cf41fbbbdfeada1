using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Intake;

/// <summary>
/// Locks a case's row until the transaction ends. Whoever changes a case together with its assignment takes it before saving, and after the queue's lock:
/// queue, case, assignment, in this order everywhere, so that two hands at once wait for each other and never both.
/// </summary>
public static class CaseLock
{
    public static Task TakeAsync(AidDb db, Guid caseId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from cases where id = {caseId} for update", ct);
}
