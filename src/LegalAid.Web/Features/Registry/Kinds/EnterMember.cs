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

/// <summary>Somebody without an institution, as the centre enters them; licence and its day of who has one.</summary>
public sealed record MemberOrder(string Name, string Gender, string IdentityNumber, string Phone, PoolPerson As, Pools Pools, ServiceIntents Intents)
{
    public string? Employer { get; init; }

    public DateOnly? QualifiedOn { get; init; }

    public string? LicenceNumber { get; init; }

    public DateOnly? FirstLicensedOn { get; init; }
}

/// <summary>
/// Takes somebody without an institution onto the roster by hand (WZ-1.1, WZ-5.1), as far as the book's pool is open to them: a public or company lawyer, a volunteer, one of the centre's own staff.
/// Whoever practises at an institution comes by roster or application.
/// </summary>
public sealed class EnterMember(AidDb db, OfficeBooks books, FieldCipher cipher, OwnHomes homes, RemovalBar bar, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>> RunAsync(MemberOrder order, CancellationToken ct)
    {
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Recruitment ?? RecruitmentRules.Unwritten;
        var refusals = EntryByHand.WhyNotEnter(order.As, order.Pools, order.Intents, rules);
        refusals.AddRange(EntryByHand.WhyNotLicensed(order.As, order.LicenceNumber, order.FirstLicensedOn, clock.Today));
        if (PersonKinds.IsEmployedLawyer(PersonKinds.PractitionerOf(order.As)) && order.Employer is null)
        {
            refusals.Add(new("entry-employer", "请填写所在单位。", []));
        }

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
        if (await WhyNotAsync(person, order, ct) is { } refusal)
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

    private async Task<Refusal?> WhyNotAsync(Person? person, MemberOrder order, CancellationToken ct)
    {
        var licence = LicenceOf(order);
        if (licence.Length > 0 && await db.Memberships.AnyAsync(m => m.OfficeId == officer.OfficeId && m.MergedIntoId == null && m.LicenceNumber == licence, ct))
        {
            return new("entry-licence", "这个执业证号已登记在另一在库人员名下，请核对。", []);
        }

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
            LicenceNumber = LicenceOf(order),
            FirstLicensedOn = ApplicationRules.IsLicensed(order.As) ? order.FirstLicensedOn!.Value : today,
            QualifiedOn = order.QualifiedOn,
            Intents = order.Intents,
            Phone = phone,
            Employer = order.Employer,
            JoinedOn = today,
        };
        db.Add(member);
        db.AddRange(new[] { Pools.Duty, Pools.Cases }.Where(pool => order.Pools.HasFlag(pool)).Select(pool => PoolStandings.Of(member, pool, today)));
        return member;
    }

    private static string LicenceOf(MemberOrder order) => ApplicationRules.IsLicensed(order.As) ? TextCleaning.Number(order.LicenceNumber ?? "") : "";
}
