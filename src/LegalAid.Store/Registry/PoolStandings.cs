using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>Opens and closes standings in the pools, inside the transaction of whatever makes them so. The members' standings are loaded before.</summary>
public static class PoolStandings
{
    public static PoolStanding Of(Membership member, Pools pool, DateOnly enteredOn) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = member.OfficeId, MembershipId = member.Id, Pool = pool, EnteredOn = enteredOn };

    /// <summary>Whether a member stands in a pool, or stood there when leaving the roster.</summary>
    public static bool Holds(Membership member, Pools pool, DateOnly day) =>
        member.Standings.Exists(s => s.Pool == pool && (s.LeftOn is null || s.LeftOn > day || s.LeftOn == member.LeftOn));

    /// <summary>Since when a member stands in a pool, not before the last admission; null for who stands outside it.</summary>
    public static DateOnly? Since(Membership member, Pools pool, DateOnly day) =>
        member.Standings.Where(s => s.Pool == pool && s.EnteredOn <= day && !(s.LeftOn <= day)).Select(s => (DateOnly?)(s.EnteredOn > member.JoinedOn ? s.EnteredOn : member.JoinedOn)).Max();

    /// <summary>
    /// Puts a member into a pool or takes them out of it. Taken back on the day it ended, a standing goes on as if it never had.
    /// Who is there for duty is asked of the standings alone.
    /// </summary>
    public static void Set(AidDb db, Membership member, Pools pool, bool stands, DateOnly day)
    {
        var open = member.Standings.Find(s => s.Pool == pool && s.LeftOn is null) ?? member.Standings.Find(s => s.Pool == pool && s.LeftOn >= day);
        if (!stands)
        {
            if (open is not null)
            {
                open.LeftOn = open.EnteredOn > day ? open.EnteredOn : day;
            }
        }
        else if (open is not null)
        {
            open.LeftOn = null;
        }
        else
        {
            db.Add(Of(member, pool, day));
        }
    }

    /// <summary>Whoever leaves the roster leaves every pool on the same day.</summary>
    public static void End(Membership member, DateOnly day)
    {
        foreach (var standing in member.Standings.Where(s => !(s.LeftOn <= day)))
        {
            standing.LeftOn = standing.EnteredOn > day ? standing.EnteredOn : day;
        }
    }

    /// <summary>A departure taken back never happened; after an admission anew the member stands in the same pools from that day.</summary>
    public static void Return(AidDb db, Membership member, DateOnly left, bool takenBack, DateOnly today)
    {
        foreach (var standing in member.Standings.Where(s => s.LeftOn == left || (s.LeftOn > left && s.LeftOn == s.EnteredOn)).ToList())
        {
            if (takenBack)
            {
                standing.LeftOn = null;
            }
            else if (!member.Standings.Exists(s => s.Pool == standing.Pool && s.LeftOn is null))
            {
                db.Add(Of(member, standing.Pool, today));
            }
        }
    }

    public static IQueryable<Membership> WithStandings(this IQueryable<Membership> members) => members.Include(m => m.Standings);

    /// <summary>Who is in the pool that day: where the book tells pools apart whoever stands in one of them, otherwise everybody on the roster. Outsiders are on it only to be given a case (WZ-9.1).</summary>
    public static IQueryable<Membership> InThePool(this IQueryable<Membership> members, PoolRules? pools, DateOnly day) =>
        pools is null ? members : members.Where(m => m.Standings.Any(s => s.EnteredOn <= day && (s.LeftOn == null || s.LeftOn > day)));
}
