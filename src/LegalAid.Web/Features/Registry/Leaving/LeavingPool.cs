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

    public static async Task EndAsync(AidDb db, Membership member, MembershipEnd leaving, CancellationToken ct)
    {
        Record(db, member, leaving, await QueueLeavers.CloseAsync(db, [member.Id], leaving.Day, ct));
        await FollowAsync(db, [member], leaving.AtUtc, ct);
    }

    /// <summary>The same for one of many whose places were closed together; <see cref="FollowAsync"/> follows once for all of them.</summary>
    public static void Record(AidDb db, Membership member, MembershipEnd leaving, IReadOnlyList<QueuePlace> places)
    {
        var before = member.LeftOn;
        member.LeftOn = leaving.Day;
        PoolStandings.End(member, leaving.Day);
        db.Note(member.OfficeId, leaving.AtUtc, Act.MemberLeft, member.Id, leaving.OfficerId, leaving.Reason, new { before, after = leaving.Day, places = places.Select(p => new { p.Id, p.BalanceMillionths }) });
        if (leaving.Tells is { } kind)
        {
            db.TellOfStanding(kind, member, leaving.AtUtc);
        }
    }

    /// <summary>What follows for everybody else, asked for all who leave at once.</summary>
    public static async Task FollowAsync(AidDb db, IReadOnlyList<Membership> leaving, DateTime atUtc, CancellationToken ct)
    {
        await OvertakeExitsAsync(db, leaving, atUtc, ct);
        await TellOfMentorsAsync(db, leaving, atUtc, ct);
    }

    // Not the one just agreed to, which is saved with the leaving.
    private static async Task OvertakeExitsAsync(AidDb db, IReadOnlyList<Membership> leaving, DateTime atUtc, CancellationToken ct)
    {
        var ids = leaving.Select(m => m.Id).ToList();
        var waiting = await db.PoolExits.Where(e => ids.Contains(e.MembershipId) && e.Status == ExitStatus.Waiting).ToListAsync(ct);
        foreach (var exit in waiting.Where(e => e.Status == ExitStatus.Waiting))
        {
            (exit.Status, exit.LeftOn, exit.DecidedAtUtc) = (ExitStatus.Overtaken, leaving.First(m => m.Id == exit.MembershipId).LeftOn, atUtc);
        }
    }

    private static async Task TellOfMentorsAsync(AidDb db, IReadOnlyList<Membership> leaving, DateTime atUtc, CancellationToken ct)
    {
        var ids = leaving.Select(m => m.Id).ToList();
        var mentors = await db.Memberships.Where(m => m.MentorId != null && ids.Contains(m.MentorId.Value) && m.LeftOn == null && !ids.Contains(m.Id)).Select(m => m.MentorId).Distinct().ToListAsync(ct);
        foreach (var office in leaving.Where(m => mentors.Contains(m.Id)).GroupBy(m => m.OfficeId))
        {
            List<Guid> officers = [.. await db.OpenAccountsAsync(office.Key, Roles.Clerk, ct), .. await db.OpenAccountsAsync(office.Key, Roles.Director, ct)];
            db.AddRange(office.SelectMany(_ => officers, (_, id) => OfficeNotices.New(NoticeKind.MentorLeaves, office.Key, atUtc, new(OfficerId: id))));
        }
    }
}
