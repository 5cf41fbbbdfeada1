using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>Begins an application, empty for somebody from outside and filled in with what the roster says for a member. One account has one in a round.</summary>
public sealed class StartApplication(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid roundId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RoundLock.HoldAsync(db, roundId, ct) is not { PublishedAtUtc: not null } round)
        {
            return null;
        }

        if (await db.PoolApplications.SingleOrDefaultAsync(a => a.RoundId == roundId && a.ApplicantId == officer.Id && !ApplicationStatuses.CameToNothing.Contains(a.Status), ct) is { } known)
        {
            return known;
        }

        var now = clock.UtcNow;
        if (!round.IsOpenAt(now))
        {
            return new Refusal("round-closed", "不在申报时间内，不能申请。", ["QJ-6.1"]);
        }

        var application = await NewAsync(round, ApplicationRules.OpenTo(await books.OfAsync(round, now, ct))[0], ct);
        db.Add(application);
        db.Note(round.OfficeId, now, Act.ApplicationStarted, application.Id, officer.Id, details: new { round = roundId });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return application;
    }

    private async Task<PoolApplication> NewAsync(RecruitmentRound round, PoolPerson first, CancellationToken ct)
    {
        var application = new PoolApplication
        {
            Id = Guid.CreateVersion7(),
            OfficeId = round.OfficeId,
            RoundId = round.Id,
            ApplicantId = officer.Id,
            Status = ApplicationStatus.Draft,
            Name = await db.Users.Where(u => u.Id == officer.Id).Select(u => u.DisplayName).SingleAsync(ct),
            As = first,
        };
        if (officer.MembershipId is { } memberId)
        {
            Fill(application, round.Pools, await db.Memberships.AsNoTracking().Include(m => m.Person).WithStandings().SingleAsync(m => m.Id == memberId, ct));
        }

        return application;
    }

    private static void Fill(PoolApplication application, Pools offered, Membership member)
    {
        (application.Name, application.Gender, application.BornOn) = (member.NameOf(member.Person), member.GenderOf(member.Person), member.Person.BornOn);
        (application.IdentityNumber, application.IdentityIndex) = (member.Person.IdentityNumber, member.Person.IdentityIndex);
        (application.InstitutionId, application.LicenceNumber, application.FirstLicensedOn) = (member.InstitutionId, member.LicenceNumber, member.FirstLicensedOn);
        (application.Phone, application.Address, application.Education) = (member.Phone, member.Address, member.Education);
        (application.FirstCriminalCaseOn, application.CriminalCases, application.PriorAidCases) = (member.FirstCriminalCaseOn, member.CriminalCases, member.PriorAidCases);
        (application.Specialities, application.Languages) = ([.. member.Specialities], [.. member.Languages]);
        application.Intents = member.Intents;
        application.Pools = offered & ((member.Standings.Exists(s => s.Pool == Pools.Duty && s.LeftOn is null) ? Pools.Duty : Pools.None) | (member.Intents == ServiceIntents.None ? Pools.None : Pools.Cases));
        application.As = PersonKinds.PersonOf(member.Kind);
        if (!PersonKinds.HasInstitution(member.Kind))
        {
            (application.InstitutionId, application.Employer) = (null, member.Employer);
        }

        if (PersonKinds.IsUnlicensed(member.Kind))
        {
            (application.LicenceNumber, application.FirstLicensedOn) = (null, null);
        }
    }
}
