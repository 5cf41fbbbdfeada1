using System.Security.Claims;
using LegalAid.Store;
using LegalAid.Store.Database;
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
    public const string Station = "station";
    public const string Party = "party";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Officer user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.AddClaim(new(ClaimTypes.Role, user.Role));
        claims.AddClaim(new(Office, user.OfficeId.ToString()));
        claims.AddClaim(new(Book, await db.Offices.Where(o => o.Id == user.OfficeId).Select(o => o.BookCode).SingleAsync()));
        claims.AddClaims((await BelowAsync(user)).Select(below => new Claim(OfficeBelow, below.ToString())));
        claims.AddClaim(new(SignedIn.NameClaim, user.DisplayName));
        claims.AddClaim(new(SignedIn.PlaceClaim, await PlaceAsync(user)));
        claims.AddClaims(SpokenFor(user).Where(one => one.Id is not null).Select(one => new Claim(one.Name, one.Id.ToString()!)));
        return claims;
    }

    private static IEnumerable<(string Name, Guid? Id)> SpokenFor(Officer user) =>
        [(Institution, user.InstitutionId), (Membership, user.MembershipId), (Station, user.StationId), (Party, user.PartyId)];

    // Firms, stations and persons speak for themselves; only an office looks down the tree.
    private async Task<List<Guid>> BelowAsync(Officer user) => SpokenFor(user).Any(one => one.Id is not null) || user.Role is Roles.Reviewer or Roles.Recipient or Roles.Applicant
        ? []
        : await db.Offices.Where(o => o.ParentId == user.OfficeId).OrderBy(o => o.Code).Select(o => o.Id).ToListAsync();

    private async Task<string> PlaceAsync(Officer user)
    {
        if (user.InstitutionId is { } institution)
        {
            return await db.Institutions.Where(i => i.Id == institution).Select(i => i.Name).SingleAsync();
        }

        if (user.StationId is { } station)
        {
            await db.SeeAsync([user.OfficeId], CancellationToken.None);     // the station is the office's own row
            return await db.Stations.Where(s => s.Id == station).Select(s => s.Name).SingleAsync();
        }

        return await db.Offices.Where(o => o.Id == user.OfficeId).Select(o => o.Name).SingleAsync();
    }
}
