using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>Puts a sending that was given up back to be sent, under its old key and counting its attempts anew.</summary>
public sealed class SendAgain(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such sending.</returns>
    public async Task<Outcome<NoticeSending>?> RunAsync(Guid sendingId, string reason, CancellationToken ct)
    {
        var sending = await db.NoticeSendings.Include(s => s.Notice).SingleOrDefaultAsync(s => s.Id == sendingId && s.OfficeId == officer.OfficeId, ct);
        if (sending is null)
        {
            return null;
        }

        if (sending.Status != SendingStatus.Failed)
        {
            return new Refusal("not-failed", "只有未能发出的才需要重新发送。", []);
        }

        (sending.Status, sending.Attempts, sending.NextAtUtc) = (SendingStatus.Pending, 0, clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.NoticeSentAgain, sending.Notice.CaseId ?? sending.Notice.RoundId ?? sending.Notice.AuthorityId ?? sending.Notice.Id, officer.Id, reason);
        await db.SaveChangesAsync(ct);
        return sending;
    }
}
