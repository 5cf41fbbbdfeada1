using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>
/// Makes members of admitted applicants. A person the deployment knows by the number is taken as known; where the name differs this office keeps its own
/// (<see cref="Membership.RosterName"/>), so nobody learns of another office. A member who comes for another list keeps the day of joining.
/// </summary>
public sealed class NewMembers(AidDb db, OwnHomes homes, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="applications">Tracked, locked, complete and found good.</param>
    /// <param name="vetted">Their vetting, by id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<List<Membership>> TakeInAsync(IReadOnlyList<PoolApplication> applications, IReadOnlyDictionary<Guid, VettedApplication> vetted, CancellationToken ct)
    {
        var ids = applications.Select(a => a.Id).ToList();
        var persons = (await db.Persons.Where(p => db.PoolApplications.Any(a => ids.Contains(a.Id) && a.IdentityIndex == p.IdentityIndex)).ToListAsync(ct)).ToDictionary(p => Convert.ToHexString(p.IdentityIndex), StringComparer.Ordinal);
        var personIds = persons.Values.Select(p => p.Id).ToList();
        var known = await db.Memberships.WithStandings().Where(m => m.OfficeId == officer.OfficeId && personIds.Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, ct);
        var accountIds = applications.Select(a => a.ApplicantId).ToList();
        var accounts = await db.Users.Where(u => accountIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        var admitted = new List<Membership>();
        foreach (var application in applications)
        {
            if (!persons.TryGetValue(Convert.ToHexString(application.IdentityIndex!), out var person))
            {
                db.Add(person = AdmittedApplicant.Person(application));
            }

            var granted = vetted[application.Id].Decision;
            var member = known.GetValueOrDefault(person.Id);
            if (member is null)
            {
                db.Add(member = AdmittedApplicant.Member(application, person, (officer.OfficeId, await HomeAsync(application, ct)), clock.Today));
            }
            else if (member.LeftOn is not null)
            {
                Return(member, application, await HomeAsync(application, ct));
            }
            else if (PersonKinds.IsLawyer(member.Kind) && PersonKinds.IsLawyer(application.As) && member.Kind != PersonKinds.PractitionerOf(application.As))
            {
                ChangeKind(member, application, await HomeAsync(application, ct));
            }

            WhatWasStated.Write(member, application, clock.Today);

            var (intents, pools) = PersonKinds.WhyNotHandle(member.Kind) is null ? (granted.Intents, granted.Pools) : (ServiceIntents.None, granted.Pools & ~Pools.Cases);
            Grant(member, (intents, pools));
            Record(application, member, (intents, pools));
            Open(accounts.GetValueOrDefault(application.ApplicantId), member);
            admitted.Add(member);
        }

        return admitted;
    }

    private async Task<Guid> HomeAsync(PoolApplication a, CancellationToken ct) =>
        PersonKinds.HasInstitution(a.As) ? a.InstitutionId!.Value : (await homes.OfAsync(officer.OfficeId, PersonKinds.PractitionerOf(a.As), ct)).Id;

    // Who left comes back as a newcomer.
    private void Return(Membership member, PoolApplication application, Guid homeId)
    {
        (member.LeftOn, member.JoinedOn) = (null, clock.Today);
        member.Intents = ServiceIntents.None;
        AdmittedApplicant.Practises(member, application, homeId);
    }

    // Who became a public lawyer, or a lawyer of a firm, is what the application and its papers say.
    private void ChangeKind(Membership member, PoolApplication application, Guid homeId)
    {
        db.Note(officer.OfficeId, clock.UtcNow, Act.FirmChanged, member.Id, officer.Id, details: new { application = application.Id, kind = application.As, before = member.InstitutionId, after = homeId });
        AdmittedApplicant.Practises(member, application, homeId);
    }

    // Who is there keeps what was granted before.
    private void Grant(Membership member, (ServiceIntents Intents, Pools Pools) granted)
    {
        member.Intents |= granted.Intents;
        foreach (var pool in new[] { Pools.Duty, Pools.Cases }.Where(pool => granted.Pools.HasFlag(pool)))
        {
            PoolStandings.Set(db, member, pool, stands: true, clock.Today);
        }
    }

    private void Record(PoolApplication application, Membership member, (ServiceIntents Intents, Pools Pools) granted)
    {
        application.Status = ApplicationStatus.Admitted;
        application.MembershipId = member.Id;
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApplicantAdmitted, member.Id, officer.Id, details: new { application = application.Id, intents = granted.Intents, pools = granted.Pools });
    }

    // The account that applied becomes the member's; its sessions end, for the cookie still says what it was.
    private static void Open(Officer? account, Membership member)
    {
        if (account is null || account.MembershipId is not null || account.Role is not (Roles.Applicant or Roles.Practitioner))
        {
            return;
        }

        (account.Role, account.MembershipId) = (Roles.Practitioner, member.Id);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
    }
}
