using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The prefecture invites its corps to a training of its own, all of it or those it chooses, on whichever roster below it they stand (QDN-4.5a).</summary>
public sealed class InviteCorps(AidDb db, OfficeBooks books, CorpsInvitees corps, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="trainingId">The training.</param>
    /// <param name="chosen">Those chosen; null for the whole corps.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<NewGuests>?> RunAsync(Guid trainingId, IReadOnlyCollection<Guid>? chosen, CancellationToken ct)
    {
        if (await db.TrainingEvents.SingleOrDefaultAsync(t => t.Id == trainingId, ct) is not { } training || !await corps.IsHereAsync(ct))
        {
            return null;
        }

        if (InvitationTime.WhyNotInvite(training, clock.UtcNow) is { } late)
        {
            return late;
        }

        var rules = (await books.InForceOnAsync(officer.OfficeId, DateOnly.FromDateTime(OfficeClock.ToLocal(training.StartsAtUtc)), ct)).Attendance;
        var due = await MakeUpDue.OfAsync(db, rules, training, ct);
        var invited = await db.TrainingAttendances.Where(a => a.EventId == trainingId).Select(a => new { a.MembershipId, a.CorpsMemberId }).ToListAsync(ct);
        var guests = (await corps.ReadAsync(chosen, ct)).Where(one => invited.TrueForAll(a => a.CorpsMemberId != one.CorpsMemberId && (one.OwnMembershipId is null || a.MembershipId != one.OwnMembershipId)))
            .Select(one => one.AttendanceAt(training, due)).ToList();
        if (guests.Count == 0)
        {
            return new Refusal("no-corps-chosen", chosen is { Count: 0 } ? "请选择成员。" : "没有可以邀请的成员：都已经邀请，或者已经离团。", ["QDN-4.5a"]);
        }

        db.AddRange(guests);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsInvited, training.Id, officer.Id, details: new { guests = guests.Count });
        await db.SaveChangesAsync(ct);
        return new NewGuests(guests.Count);
    }
}
