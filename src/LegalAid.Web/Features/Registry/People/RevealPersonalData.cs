using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Opens one personal value of a member for a stated purpose. Who looked, at what and why is journalled before the value is shown.</summary>
public sealed class RevealPersonalData(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RevealedValue>?> RunAsync(Guid membershipId, PersonalValue which, string purpose, CancellationToken ct)
    {
        var member = await db.Memberships.AsNoTracking().Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == membershipId, ct);
        if (member is null)
        {
            return null;
        }

        var stored = which switch
        {
            PersonalValue.Phone => member.Phone,
            PersonalValue.IdentityNumber => member.Person.IdentityNumber,
            PersonalValue.Address => member.Address,
            _ => throw new ArgumentOutOfRangeException(nameof(which), which, "Unknown personal value."),
        };
        if (stored is null)
        {
            return new Refusal("nothing-stored", "没有登记这一项。", []);
        }

        db.Note(member.OfficeId, clock.UtcNow, Act.PersonalDataRevealed, member.Id, officer.Id, purpose, new { which });
        await db.SaveChangesAsync(ct);
        return new RevealedValue(which, cipher.Open(stored));
    }
}
