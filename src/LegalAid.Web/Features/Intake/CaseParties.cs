using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Intake;

/// <summary>Makes the parties of a case as they were typed: numbers sealed, with the blind index the conflict check finds them by.</summary>
internal static class CaseParties
{
    /// <summary>Puts a party after those the case already has.</summary>
    public static void Join(this AidCase aidCase, PartyRole role, PartyLine line, FieldCipher cipher, string? phone = null) => aidCase.Parties.Add(new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = aidCase.OfficeId,
        CaseId = aidCase.Id,
        Role = role,
        Order = NextOrder(aidCase),
        Name = line.Name,
        IsOrganisation = line.IsOrganisation,
        IdentityNumber = line.Number is { } number ? cipher.Seal(number) : null,
        IdentityIndex = line.Number is { } indexed ? cipher.Index(indexed) : null,
        Phone = phone is null ? null : cipher.Seal(phone),
    });

    /// <summary>Puts a party of another case of the same matter into this one; null when they stand in it already.</summary>
    public static CaseParty? JoinCopy(this AidCase aidCase, PartyRole role, CaseParty other)
    {
        if (aidCase.Parties.Exists(party => IsSame(party, other)))
        {
            return null;
        }

        var copy = new CaseParty
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = aidCase.Id,
            Role = role,
            Order = NextOrder(aidCase),
            Name = other.Name,
            IsOrganisation = other.IsOrganisation,
            IdentityNumber = other.IdentityNumber,
            IdentityIndex = other.IdentityIndex,
        };
        aidCase.Parties.Add(copy);
        return copy;
    }

    private static int NextOrder(AidCase aidCase) => aidCase.Parties.Select(party => party.Order).DefaultIfEmpty().Max() + 1;

    private static bool IsSame(CaseParty party, CaseParty other) => (party.IdentityIndex, other.IdentityIndex) switch
    {
        ({ } own, { } others) => own.AsSpan().SequenceEqual(others),
        _ => party.Name == other.Name,
    };
}
