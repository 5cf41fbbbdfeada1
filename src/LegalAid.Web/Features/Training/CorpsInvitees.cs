using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Database;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Somebody of the prefecture's corps as the roster in sight names them. <paramref name="OwnMembershipId"/> only where that is the prefecture's own roster.</summary>
public sealed record CorpsInvitee(Guid CorpsMemberId, string Name, string Unit, Guid? OwnMembershipId)
{
    /// <summary>The prefecture's own people as members, those of its counties by name.</summary>
    public TrainingAttendance AttendanceAt(TrainingEvent training, DateTime? makeUpDueUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = training.OfficeId,
        EventId = training.Id,
        MembershipId = OwnMembershipId,
        GuestName = OwnMembershipId is null ? Name : null,
        GuestUnit = OwnMembershipId is null ? Unit : null,
        CorpsMemberId = OwnMembershipId is null ? CorpsMemberId : null,
        MakeUpDueAtUtc = makeUpDueUtc,
    };
}

/// <summary>
/// Whom a prefecture may invite as its corps (QDN-4.5a): who is in it today and stands on its own or a county's roster. It acts at home and sees no county's roster there; it looks for
/// this one fact, and comes back. Whoever stands on no roster below it is not found.
/// </summary>
public sealed class CorpsInvitees(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>Whether this office has a corps of its own: its book knows one and no office is above it.</summary>
    public async Task<bool> IsHereAsync(CancellationToken ct) =>
        (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Corps is not null && await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct);

    /// <summary>Everybody, or those chosen; by county and name.</summary>
    public async Task<IReadOnlyList<CorpsInvitee>> ReadAsync(IReadOnlyCollection<Guid>? chosen, CancellationToken ct)
    {
        var (own, today) = (officer.OfficeId, clock.Today);
        await db.SeeAsync(await db.Offices.Where(o => o.Id == own || o.ParentId == own).Select(o => o.Id).ToListAsync(ct), ct);
        var lines = await (
            from c in CorpsMembers.On(db, today).AsNoTracking()
            where c.OfficeId == own && (chosen == null || chosen.Contains(c.Id))
            join m in db.Memberships on c.PersonId equals m.PersonId
            where m.LeftOn == null || m.LeftOn > today
            join o in db.Offices on m.OfficeId equals o.Id
            select new { c.Id, MembershipId = m.Id, m.OfficeId, Office = o.Name, o.Code, Name = m.RosterName ?? m.Person.Name, Institution = m.Institution.Name, Practises = m.WillingFromElsewhereOn == null }).ToListAsync(ct);
        await db.SeeAsync([own], ct);
        return
        [
            .. lines.GroupBy(line => line.Id)
                .Select(one => one.OrderByDescending(l => l.OfficeId == own).ThenByDescending(l => l.Practises).ThenBy(l => l.Code, StringComparer.Ordinal).First())     // where they practise, before where they only come to
                .OrderBy(line => line.Code, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.Ordinal).ThenBy(line => line.Id)
                .Select(line => new CorpsInvitee(line.Id, line.Name, line.Institution, line.OfficeId == own ? line.MembershipId : null)),
        ];
    }
}
