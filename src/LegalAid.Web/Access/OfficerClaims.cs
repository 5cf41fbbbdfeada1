using System.Security.Claims;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LegalAid.Web.Access;

/// <summary>What the sign-in cookie says about an officer beyond the id.</summary>
internal sealed class OfficerClaims(UserManager<Officer> users, IOptions<IdentityOptions> options, AidDb db)
    : UserClaimsPrincipalFactory<Officer>(users, options)
{
    public const string Office = "office";
    public const string Book = "book";
    public const string OfficeBelow = "office-below";
    public const string Institution = "institution";
    public const string Membership = "membership";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Officer user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.AddClaim(new(ClaimTypes.Role, user.Role));
        claims.AddClaim(new(Office, user.OfficeId.ToString()));
        claims.AddClaim(new(Book, await db.Offices.Where(o => o.Id == user.OfficeId).Select(o => o.BookCode).SingleAsync()));
        claims.AddClaims((await BelowAsync(user)).Select(below => new Claim(OfficeBelow, below.ToString())));
        claims.AddClaim(new(SignedIn.NameClaim, user.DisplayName));
        claims.AddClaim(new(SignedIn.PlaceClaim, await PlaceAsync(user)));
        if (user.InstitutionId is { } institution)
        {
            claims.AddClaim(new(Institution, institution.ToString()));
        }

        if (user.MembershipId is { } membership)
        {
            claims.AddClaim(new(Membership, membership.ToString()));
        }

        return claims;
    }

    // Firms and practitioners speak for themselves; only an office looks down the tree.
    private Task<List<Guid>> BelowAsync(Officer user) => db.Offices
        .Where(o => o.ParentId == user.OfficeId && user.InstitutionId == null && user.MembershipId == null)
        .OrderBy(o => o.Code).Select(o => o.Id).ToListAsync();

    private Task<string> PlaceAsync(Officer user) => user.InstitutionId is { } institution
        ? db.Institutions.Where(i => i.Id == institution).Select(i => i.Name).SingleAsync()
        : db.Offices.Where(o => o.Id == user.OfficeId).Select(o => o.Name).SingleAsync();
}
