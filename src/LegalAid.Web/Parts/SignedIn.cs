using System.Security.Claims;
using LegalAid.Web.Access;

namespace LegalAid.Web.Parts;

/// <summary>What the head of every page says about the officer: who, as what, for which office or firm.</summary>
public sealed record SignedIn(string Name, string Role, string Place)
{
    /// <summary>The officer's own name; the account's name stands in when it is missing.</summary>
    public const string NameClaim = "display_name";

    /// <summary>The office, or the firm of a firm's administrator.</summary>
    public const string PlaceClaim = "place_name";

    /// <summary>Has anything to search for: whoever keeps accounts, audits, reviews or is aided has no list to search.</summary>
    public bool FindsCases { get; private init; }

    public static SignedIn? From(ClaimsPrincipal officer) => officer.Identity is { IsAuthenticated: true } identity
        ? new(
            officer.FindFirstValue(NameClaim) ?? identity.Name ?? "—",
            Roles.All.FirstOrDefault(officer.IsInRole) is { } role ? Roles.Name(role) : "—",
            officer.FindFirstValue(PlaceClaim) ?? string.Empty)
        {
            FindsCases = !Access.Roles.Apart.Append(Access.Roles.Reviewer).Append(Access.Roles.Recipient).Append(Access.Roles.Applicant).Any(officer.IsInRole),
        }
        : null;
}
