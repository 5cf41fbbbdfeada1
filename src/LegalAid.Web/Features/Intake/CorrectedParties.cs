using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Intake;

/// <summary>Puts the corrected parties in the place of the standing ones: a line left as it was keeps its row, what was taken out stays as history.</summary>
internal sealed class CorrectedParties(AidDb db, FieldCipher cipher, OfficeClock clock)
{
    public void Replace(AidCase aidCase, IReadOnlyList<CorrectedParty> parties, string? recipientPhone)
    {
        Replace(aidCase, parties);
        SetPhone(aidCase, recipientPhone);
    }

    private void Replace(AidCase aidCase, IReadOnlyList<CorrectedParty> parties)
    {
        var before = aidCase.Parties.ToDictionary(party => party.Id);
        var kept = parties.Where(party => party.KeptId is { } id && before[id].Role == party.Role).Select(party => party.KeptId!.Value).ToHashSet();
        foreach (var gone in before.Values.Where(party => party.Role != PartyRole.Applicant && !kept.Contains(party.Id)))
        {
            gone.RemovedAtUtc = clock.UtcNow;
        }

        for (var i = 0; i < parties.Count; i++)
        {
            var standing = parties[i] is { KeptId: { } id } && kept.Contains(id) ? before[id] : Add(aidCase, parties[i], before);
            standing.Order = i + 1;
        }
    }

    // A role never changes: who stands in another one now is taken over with the sealed number.
    private CaseParty Add(AidCase aidCase, CorrectedParty party, Dictionary<Guid, CaseParty> before)
    {
        var added = party.KeptId is { } id ? aidCase.TakeOver(party.Role, before[id]) : aidCase.Join(party.Role, party.Typed!, cipher);
        db.Add(added);
        return added;
    }

    private void SetPhone(AidCase aidCase, string? typed)
    {
        if (PhoneNumber.TryParse(typed, out var phone, out _))
        {
            aidCase.Parties.Where(party => party.RemovedAtUtc is null && party.Role == PartyRole.Recipient).MinBy(party => party.Order)!.Phone = cipher.Seal(phone.Digits);
        }
    }
}
