using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>An officer marks the own unread notices as read, those that were listed. What serves something (送达) is left out: its opening is the proof, so it is opened one by one.</summary>
public sealed class ReadListedNotices(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="upTo">The moment of the latest notice that was listed.</param>
    /// <param name="ct">Gives up.</param>
    public Task<int> CountAsync(DateTime upTo, CancellationToken ct) => Listed(upTo).CountAsync(ct);

    public async Task<int> RunAsync(DateTime upTo, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = await Listed(upTo).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync(ct);

        // Opened in another window meanwhile: that reading stands.
        var marked = await db.Database.ExecuteSqlAsync(
            $"insert into notice_readings (notice_id, officer_id, office_id, read_at_utc) select id, {officer.Id}, office_id, {clock.UtcNow} from notices where id = any ({ids}) on conflict do nothing", ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return marked;
    }

    private IQueryable<Notice> Listed(DateTime upTo) => OwnNotices.For(db, officer).AsNoTracking().UnreadBy(db, officer.Id).Where(n => !n.HasLegalEffect && n.WrittenAtUtc <= upTo);
}
