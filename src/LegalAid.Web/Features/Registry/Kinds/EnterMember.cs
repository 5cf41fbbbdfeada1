using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Somebody without a licence, as the centre enters them.</summary>
public sealed record MemberOrder(string Name, string Gender, string IdentityNumber, string Phone, PoolPerson As, string? Employer, DateOnly? QualifiedOn, Pools Pools, ServiceIntents Intents);

/// <summary>
/// Takes a volunteer or one of the centre's own staff onto the roster by hand (WZ-1.1, WZ-5.1), as far as the book's pool is open to them. Whoever has a licence comes by roster or application.
/// </summary>
public sealed class EnterMember(AidDb db, OfficeBooks books, FieldCipher cipher, OwnHomes homes, RemovalBar bar, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>> RunAsync(MemberOrder order, CancellationToken ct)
    {
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Recruitment ?? RecruitmentRules.Unwritten;
        var refusals = PersonKinds.WhyNotEnter(order.As, order.Pools, order.Intents, rules);
        var number = IdentityNumber.TryParse(order.IdentityNumber, out var told, out var fault) ? told : null;
        var phone = PhoneNumber.TryParse(order.Phone, out var digits, out var phoneFault) ? digits : null;
        refusals.AddRange(new[] { fault, phoneFault, PersonName.WhyNot(order.Name) }.OfType<string>().Select(why => new Refusal("entry-unreadable", $"{why}。", [])));
        if (number is null || phone is null || refusals.Count > 0)
        {
            return refusals;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var index = cipher.Index(number.Value);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.IdentityIndex == index, ct);
        if (await WhyNotAsync(person, ct) is { } refusal)
        {
            return refusal;
        }

        if (person is null)
        {
            db.Add(person = new() { Id = Guid.CreateVersion7(), Name = order.Name, Gender = order.Gender, BornOn = number.BirthDate, IdentityNumber = cipher.Seal(number.Value), IdentityIndex = index });
        }

        var member = await NewAsync(order, person, cipher.Seal(phone.Digits), ct);
        await queues.JoinAsync([], order.Pools.HasFlag(Pools.Cases) ? [member] : [], clock.Today, ct);
        db.Note(officer.OfficeId, clock.UtcNow, Act.MemberEntered, member.Id, officer.Id, details: new { kind = order.As, pools = order.Pools, intents = order.Intents });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private async Task<Refusal?> WhyNotAsync(Person? person, CancellationToken ct)
    {
        if (person is null)
        {
            return null;
        }

        return await db.Memberships.AnyAsync(m => m.PersonId == person.Id && m.OfficeId == officer.OfficeId, ct)
            ? new("entry-known", "此人已在本机构名册上；离开以后回来的，由本人重新申请入库。", [])
            : await bar.WhyNotAsync(person.Id, ct);
    }

    // Without a licence no year of practice is proved: the day of entry, or of the qualification, stands where the licence's day would.
    private async Task<Membership> NewAsync(MemberOrder order, Person person, Sealed phone, CancellationToken ct)
    {
        var (kind, today) = (PersonKinds.PractitionerOf(order.As), clock.Today);
        var member = new Membership
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            PersonId = person.Id,
            RosterName = person.Name == order.Name ? null : order.Name,
            RosterGender = person.Gender == order.Gender ? null : order.Gender,
            InstitutionId = (await homes.OfAsync(officer.OfficeId, kind, ct)).Id,
            Kind = kind,
            LicenceNumber = "",
            FirstLicensedOn = today,
            QualifiedOn = order.QualifiedOn,
            Intents = order.Intents,
            WillingForDuty = order.Pools.HasFlag(Pools.Duty),
            Phone = phone,
            Remark = order.Employer,
            JoinedOn = today,
        };
        db.Add(member);
        db.AddRange(new[] { Pools.Duty, Pools.Cases }.Where(pool => order.Pools.HasFlag(pool)).Select(pool => PoolStandings.Of(member, pool, today)));
        return member;
    }
}
