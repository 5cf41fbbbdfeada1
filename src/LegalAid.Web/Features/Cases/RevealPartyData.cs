using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>
/// Opens one value of a party for a stated purpose. The centre may ask for anybody's; the assigned institution and its handler for the recipient's only:
/// they have to reach whom they help, not the victim. Who looked, at what and why is journalled before the value is shown.
/// </summary>
public sealed class RevealPartyData(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RevealedValue>?> RunAsync(Guid partyId, PersonalValue which, string purpose, CancellationToken ct)
    {
        if (await Within(db, officer).SingleOrDefaultAsync(p => p.Id == partyId, ct) is not { } party)
        {
            return null;
        }

        var stored = which switch
        {
            PersonalValue.Phone => party.Phone,
            PersonalValue.IdentityNumber => party.IdentityNumber,
            _ => throw new ArgumentOutOfRangeException(nameof(which), which, "A party has no such value."),
        };
        if (stored is null)
        {
            return new Refusal("nothing-stored", "没有登记这一项。", []);
        }

        db.Note(party.OfficeId, clock.UtcNow, Act.PersonalDataRevealed, party.CaseId, officer.Id, purpose, new { which, party = party.Id });
        await db.SaveChangesAsync(ct);
        return new RevealedValue(which, cipher.Open(stored));
    }

    /// <summary>The parties whose values this officer may ask for.</summary>
    internal static IQueryable<CaseParty> Within(AidDb db, CurrentOfficer officer)
    {
        var parties = db.CaseParties.AsNoTracking();
        if (officer.Role is Roles.Clerk or Roles.Director)
        {
            return parties.Where(p => p.OfficeId == officer.OfficeId);
        }

        var reached = db.Assignments.ReachedBy(officer);
        return parties.Where(p => p.Role == PartyRole.Recipient && reached.Any(a => a.CaseId == p.CaseId));
    }
}
