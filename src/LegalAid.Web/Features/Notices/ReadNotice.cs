using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>An officer opens a notice of the own inbox: the first time is kept, and the case shows it.</summary>
public sealed class ReadNotice(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when it is not in this inbox.</returns>
    public async Task<Notice?> RunAsync(Guid noticeId, CancellationToken ct)
    {
        var notice = await OwnNotices.For(db, officer).AsNoTracking().SingleOrDefaultAsync(n => n.Id == noticeId, ct);
        if (notice is null)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Opened in two windows at once: one reading.
        await db.Database.ExecuteSqlAsync(
            $"insert into notice_readings (notice_id, officer_id, office_id, read_at_utc) values ({notice.Id}, {officer.Id}, {notice.OfficeId}, {clock.UtcNow}) on conflict do nothing", ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return notice;
    }
}
