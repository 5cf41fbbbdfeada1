using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
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
            var person = persons.GetValueOrDefault(Convert.ToHexString(application.IdentityIndex!)) ?? db.Add(AdmittedApplicant.Person(application)).Entity;
            var member = await MemberAsync(known.GetValueOrDefault(person.Id), person, application, ct);
            State(member, application);
            Grant(application, member, vetted[application.Id].Decision);
            Open(accounts.GetValueOrDefault(application.ApplicantId), member);
            admitted.Add(member);
        }

        return admitted;
    }

    // A newcomer, somebody who comes back, or a member: as what and where they practise is what the application and its papers say.
    private async Task<Membership> MemberAsync(Membership? known, Person person, PoolApplication application, CancellationToken ct)
    {
        var homeId = await HomeAsync(application, ct);
        if (known is null)
        {
            return db.Add(AdmittedApplicant.Member(application, person, (officer.OfficeId, homeId), clock.Today)).Entity;
        }

        if (known.LeftOn is not null)
        {
            Return(known, application, homeId);
        }
        else if (AdmittedApplicant.PractisesOtherwise(known, application, homeId))
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.FirmChanged, known.Id, officer.Id, details: new { application = application.Id, kind = application.As, before = known.InstitutionId, after = homeId });
            AdmittedApplicant.Practises(known, application, homeId);
        }

        return known;
    }

    private void State(Membership member, PoolApplication application)
    {
        var before = member.ListConsentOn;
        WhatWasStated.Write(member, application, clock.Today);
        if (member.ListConsentOn != before)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.ListConsentChanged, member.Id, officer.Id, details: new { application = application.Id, before, after = member.ListConsentOn });
        }
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

    // Who is there keeps what was granted before.
    private void Grant(PoolApplication application, Membership member, VettingDecision decision)
    {
        var (intents, pools) = PersonKinds.WhyNotHandle(member.Kind) is null ? (decision.Intents, decision.Pools) : (ServiceIntents.None, decision.Pools & ~Pools.Cases);
        member.Intents |= intents;
        foreach (var pool in new[] { Pools.Duty, Pools.Cases }.Where(pool => pools.HasFlag(pool)))
        {
            PoolStandings.Set(db, member, pool, stands: true, clock.Today);
        }

        (application.Status, application.MembershipId) = (ApplicationStatus.Admitted, member.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApplicantAdmitted, member.Id, officer.Id, details: new { application = application.Id, intents, pools });
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
