using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The end of a membership: the first day outside, why, who recorded it and when; the notice to member and institution, where nothing else tells them.</summary>
public sealed record MembershipEnd(DateOnly Day, string Reason, Guid? OfficerId, DateTime AtUtc, NoticeKind? Tells = null);

/// <summary>
/// How a membership ends, whatever ends it: both pools and every place in a queue on the same day, in the transaction of whatever does it (WZ-29.2b). Where it was a mentor's,
/// the centre is told whose beginners need another (WZ-24.2). An application to leave that nobody has decided on is overtaken and waits for nobody any more.
/// </summary>
internal static class LeavingPool
{
    /// <summary>The member with its standings, its row held until the transaction ends.</summary>
    public static async Task<Membership?> LockAsync(AidDb db, Guid membershipId, CancellationToken ct) =>
        (await db.Memberships.FromSql($"select *, xmin from memberships where id = {membershipId} for no key update").WithStandings().ToListAsync(ct)).SingleOrDefault();

    public static async Task EndAsync(AidDb db, Membership member, MembershipEnd leaving, CancellationToken ct) =>
        await RecordAsync(db, member, (leaving, await QueueLeavers.CloseAsync(db, [member.Id], leaving.Day, ct)), ct);

    /// <summary>The same for one of many whose places were closed together.</summary>
    public static async Task RecordAsync(AidDb db, Membership member, (MembershipEnd How, IReadOnlyList<QueuePlace> Places) end, CancellationToken ct)
    {
        var (leaving, before) = (end.How, member.LeftOn);
        member.LeftOn = leaving.Day;
        PoolStandings.End(member, leaving.Day);
        db.Note(member.OfficeId, leaving.AtUtc, Act.MemberLeft, member.Id, leaving.OfficerId, leaving.Reason, new { before, after = leaving.Day, places = end.Places.Select(p => new { p.Id, p.BalanceMillionths }) });
        if (leaving.Tells is { } kind)
        {
            db.TellOfStanding(kind, member, leaving.AtUtc);
        }

        foreach (var exit in (await db.PoolExits.Where(e => e.MembershipId == member.Id && e.Status == ExitStatus.Waiting).ToListAsync(ct)).Where(e => e.Status == ExitStatus.Waiting))
        {
            (exit.Status, exit.LeftOn, exit.DecidedAtUtc) = (ExitStatus.Overtaken, leaving.Day, leaving.AtUtc);      // not the one just agreed to, which is saved with the leaving
        }

        if (await db.Memberships.AnyAsync(m => m.MentorId == member.Id && m.LeftOn == null, ct))
        {
            foreach (var role in new[] { Roles.Clerk, Roles.Director })
            {
                db.AddRange((await db.OpenAccountsAsync(member.OfficeId, role, ct)).Select(id => OfficeNotices.New(NoticeKind.MentorLeaves, member.OfficeId, leaving.AtUtc, new(OfficerId: id))));
            }
        }
    }
}
