using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A person's name and gender as they should be, and what shows it.</summary>
public sealed record PersonCorrection(string Name, string Gender, string Evidence);

/// <summary>
/// Corrects the name or gender of a person on the roster, the only way either ever changes. The record is every office's that has the person, so each of them
/// finds the correction in its journal; as hashes, for a journal keeps no names. An office whose roster carries a name of its own corrects that and nobody else's.
/// </summary>
public sealed class CorrectPerson(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid memberId, PersonCorrection told, CancellationToken ct)
    {
        if (await db.Memberships.Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == memberId && m.LeftOn == null, ct) is not { } member)
        {
            return null;
        }

        var person = member.Person;
        var before = (Name: member.NameOf(person), Gender: member.GenderOf(person));
        if (WhyNot(told, before) is { } refusal)
        {
            return refusal;
        }

        var shared = (person.Name, person.Gender);
        Apply(member, person, told);
        var details = new { correction = Guid.CreateVersion7(), before = HashOf(before), after = HashOf((told.Name, told.Gender)) };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Note(officer.OfficeId, clock.UtcNow, Act.PersonCorrected, member.Id, officer.Id, told.Evidence, details);
        await db.SaveChangesAsync(ct);
        if (shared != (person.Name, person.Gender))
        {
            await db.NoteElsewhereAsync(person, clock.UtcNow, details, ct);
        }

        await transaction.CommitAsync(ct);
        return member;
    }

    private static Refusal? WhyNot(PersonCorrection told, (string Name, string Gender) before) =>
        PersonName.WhyNot(told.Name) is { } reason ? new("person-name", $"{reason}。", [])
        : before == (told.Name, told.Gender) ? new("person-same", "姓名和性别没有变化。", [])
        : null;

    private static void Apply(Membership member, Person person, PersonCorrection told)
    {
        if (member.RosterName is null)
        {
            person.Name = told.Name;
        }
        else
        {
            member.RosterName = told.Name == person.Name ? null : told.Name;
        }

        if (member.RosterGender is null)
        {
            person.Gender = told.Gender;
        }
        else
        {
            member.RosterGender = told.Gender == person.Gender ? null : told.Gender;
        }
    }

    private object HashOf((string Name, string Gender) of) => new { name = Convert.ToHexString(cipher.Index(of.Name)), gender = of.Gender };
}
