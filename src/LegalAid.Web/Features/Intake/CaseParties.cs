using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Intake;

/// <summary>Makes the parties of a case from its form: numbers sealed, with the blind index the conflict check finds them by.</summary>
internal static class CaseParties
{
    public static IEnumerable<CaseParty> From(CaseForm form, AidCase aidCase, FieldCipher cipher)
    {
        var identity = IdentityNumber.TryParse(form.RecipientIdentity, out var parsed, out _) ? parsed.Value : null;
        var phone = PhoneNumber.TryParse(form.RecipientPhone, out var number, out _) ? number.Digits : null;
        yield return Party(aidCase, PartyRole.Recipient, new(TextCleaning.PersonName(form.RecipientName), false, identity), cipher, phone);
        foreach (var (role, text) in form.Parties())
        {
            foreach (var line in PartyLines.Read(text).Parties)
            {
                yield return Party(aidCase, role, line, cipher, phone: null);
            }
        }
    }

    private static CaseParty Party(AidCase aidCase, PartyRole role, PartyLine line, FieldCipher cipher, string? phone) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = aidCase.OfficeId,
        CaseId = aidCase.Id,
        Role = role,
        Name = line.Name,
        IsOrganisation = line.IsOrganisation,
        IdentityNumber = line.Number is { } number ? cipher.Seal(number) : null,
        IdentityIndex = line.Number is { } indexed ? cipher.Index(indexed) : null,
        Phone = phone is null ? null : cipher.Seal(phone),
    };
}
