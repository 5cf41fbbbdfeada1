using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>
/// Makes members of the service corps of admitted applicants (QDN-3.1, QDN-4.2a). Who stands on a roster of the prefecture or one of its counties stays there; who stands on none
/// comes onto the prefecture's own, so that everybody in the corps can be found and given cases.
/// </summary>
public sealed class NewCorpsMembers(AidDb db, NewMembers members, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>Who is in the corps already is not taken in again: why not, by application.</summary>
    public async Task<ILookup<Guid, Refusal>> WhyNotAsync(RecruitmentRound round, IReadOnlyList<PoolApplication> applications, CancellationToken ct)
    {
        if (await books.CorpsOnAsync(round.OfficeId, clock.UtcNow, ct) is not { } rules)
        {
            return applications.ToLookup(a => a.Id, _ => new Refusal("no-corps", "本机构的规则没有服务团。", ["QDN-4.2a"]));
        }

        var persons = await PersonsAsync(applications, ct);
        var ids = persons.Values.ToList();
        var standing = (await db.CorpsMembers.Where(m => m.LeftOn == null && ids.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync(ct)).ToHashSet();
        return (from application in applications
                let isMember = persons.TryGetValue(Key(application), out var person) && standing.Contains(person)
                let refusal = CorpsStanding.WhyNotJoin(isMember, clock.Today, clock.Today, rules.Membership)
                where refusal is not null
                select (application.Id, Refusal: refusal)).ToLookup(why => why.Id, why => why.Refusal);
    }

    /// <param name="round">The corps' round.</param>
    /// <param name="applications">Tracked, locked, complete and found good.</param>
    /// <param name="vetted">Their vetting, by id.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Who came onto the own roster by it.</returns>
    public async Task<List<Membership>> TakeInAsync(RecruitmentRound round, IReadOnlyList<PoolApplication> applications, IReadOnlyDictionary<Guid, VettedApplication> vetted, CancellationToken ct)
    {
        var onRosters = await OnRostersAsync(await PersonsAsync(applications, ct), ct);
        var newcomers = await members.TakeInAsync([.. applications.Where(a => !onRosters.ContainsKey(Key(a)))], vetted, ct);
        var persons = newcomers.ToDictionary(m => m.Id, m => m.PersonId);
        foreach (var application in applications)
        {
            Join(round, application, application.MembershipId is { } line ? persons[line] : onRosters[Key(application)]);
        }

        return newcomers;
    }

    private void Join(RecruitmentRound round, PoolApplication application, Guid personId)
    {
        var member = new CorpsMember
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            PersonId = personId,
            JoinedOn = clock.Today,
            Evidence = $"《{round.Title}》，本人申请 {Show.FullDay(DateOnly.FromDateTime(OfficeClock.ToLocal(application.SubmittedAtUtc!.Value)))}提交",
            RecordedById = officer.Id,
        };
        db.Add(member);
        (application.Status, application.CorpsMemberId) = (ApplicationStatus.Admitted, member.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.CorpsJoined, member.Id, officer.Id, details: new { since = member.JoinedOn, application = application.Id });
    }

    private async Task<Dictionary<string, Guid>> PersonsAsync(IReadOnlyList<PoolApplication> applications, CancellationToken ct)
    {
        var ids = applications.Select(a => a.Id).ToList();
        return (await db.Persons.AsNoTracking().Where(p => db.PoolApplications.Any(a => ids.Contains(a.Id) && a.IdentityIndex == p.IdentityIndex)).Select(p => new { p.Id, p.IdentityIndex }).ToListAsync(ct))
            .ToDictionary(p => Convert.ToHexString(p.IdentityIndex), p => p.Id, StringComparer.Ordinal);
    }

    // The prefecture acts at home and sees no county's roster there; it looks for this one fact, and returns.
    private async Task<Dictionary<string, Guid>> OnRostersAsync(Dictionary<string, Guid> persons, CancellationToken ct)
    {
        var (ids, today) = (persons.Values.ToList(), clock.Today);
        await db.SeeAsync(await db.Offices.Where(o => o.Id == officer.OfficeId || o.ParentId == officer.OfficeId).Select(o => o.Id).ToListAsync(ct), ct);
        var found = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId) && (m.LeftOn == null || m.LeftOn > today)).Select(m => m.PersonId).ToListAsync(ct)).ToHashSet();
        await db.SeeAsync([officer.OfficeId], ct);
        return persons.Where(person => found.Contains(person.Value)).ToDictionary(StringComparer.Ordinal);
    }

    private static string Key(PoolApplication application) => Convert.ToHexString(application.IdentityIndex ?? []);
}
