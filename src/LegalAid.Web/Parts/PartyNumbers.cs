using LegalAid.Rules.Registry;

namespace LegalAid.Web.Parts;

/// <summary>How the numbers of parties are shown: never whole.</summary>
public static class PartyNumbers
{
    /// <summary>An identity number or organisation code with its middle hidden.</summary>
    public static string Mask(string number) => IdentityNumber.TryParse(number, out var identity, out _) ? identity.Masked : $"{number[..3]}…{number[^3..]}";
}
