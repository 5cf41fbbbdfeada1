using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>A member of the corps with the counties to which they said to be willing (QDN-4.2c), as far as the reader sees their rosters.</summary>
public sealed record CorpsRow(Guid MemberId, string Name, string Institution, DateOnly JoinedOn, DateOnly? LeftOn, CorpsEnd? End, IReadOnlyList<string> Willing);

/// <summary>Who is and was in the corps, of the people on rosters in sight: at the prefecture everybody of its counties, at a county its own.</summary>
public sealed class CorpsList(AidDb db)
{
    public Task<int> CountAsync(CancellationToken ct) => InSight().CountAsync(ct);

    /// <summary>Members first, the latest before.</summary>
    public async Task<IReadOnlyList<CorpsRow>> ReadAsync(int skip, int take, CancellationToken ct)
    {
        var times = await InSight().OrderBy(m => m.LeftOn != null).ThenByDescending(m => m.JoinedOn).ThenBy(m => m.Id).Skip(skip).Take(take)
            .Select(m => new { m.PersonId, m.JoinedOn, m.LeftOn, m.End }).ToListAsync(ct);
        var ids = times.Select(time => time.PersonId).ToHashSet();
        var lines = (await (
            from m in db.Memberships.AsNoTracking()
            where ids.Contains(m.PersonId)
            join o in db.Offices on m.OfficeId equals o.Id
            orderby o.Code, m.Id
            select new { m.Id, m.PersonId, Name = m.RosterName ?? m.Person.Name, Institution = m.Institution.Name, Office = o.Name, Willing = m.WillingFromElsewhereOn != null && m.LeftOn == null, HasLeft = m.LeftOn != null }).ToListAsync(ct))
            .ToLookup(line => line.PersonId);
        return
        [
            .. from time in times
               let line = lines[time.PersonId].OrderBy(l => l.HasLeft).ThenBy(l => l.Willing).First()       // where they practise, before where they only come to
               select new CorpsRow(line.Id, line.Name, line.Institution, time.JoinedOn, time.LeftOn, time.End, [.. lines[time.PersonId].Where(l => l.Willing).Select(l => l.Office)]),
        ];
    }

    // Corps rows are looked for past the office filter, so the rosters in sight are named here.
    private IQueryable<CorpsMember> InSight()
    {
        var offices = db.Scope.OfficeIds;
        return CorpsMembers.InSight(db).AsNoTracking().Where(m => db.Memberships.Any(line => line.PersonId == m.PersonId && offices.Contains(line.OfficeId)));
    }
}
