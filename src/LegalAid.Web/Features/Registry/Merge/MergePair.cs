using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Two records side by side, personal values masked; and what the masks hide that matters: in how many places their numbers differ.</summary>
public sealed record MergePair(PersonRecord One, PersonRecord Other, int? IdentityDiffers, int? LicenceDiffers, int AccountsOfOne, int AccountsOfOther)
{
    public bool SamePhone { get; init; }
}

/// <summary>Gathers it.</summary>
public sealed class MergePairs(AidDb db, PersonReader reader, FieldCipher cipher)
{
    public async Task<MergePair?> ReadAsync(Guid one, Guid other, CancellationToken ct)
    {
        if (await reader.ReadAsync(one, ct) is not { } first || await reader.ReadAsync(other, ct) is not { } second)
        {
            return null;
        }

        var (a, b) = (first.Member, second.Member);
        var accounts = await db.Users.Where(u => u.MembershipId == one || u.MembershipId == other).GroupBy(u => u.MembershipId!.Value)
            .Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, ct);
        return new(
            first,
            second,
            Merges.Differing(cipher.Open(a.Person.IdentityNumber), cipher.Open(b.Person.IdentityNumber)),
            Merges.Differing(a.LicenceNumber, b.LicenceNumber),
            accounts.GetValueOrDefault(one),
            accounts.GetValueOrDefault(other))
        {
            SamePhone = cipher.Open(a.Phone) == cipher.Open(b.Phone),
        };
    }
}
