using System.Security.Claims;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;

namespace LegalAid.Web.Access;

/// <summary>
/// Who acts in this request, job or command. Use cases write this id into the journal. Reading reaches down the tree of offices, writing stays at home:
/// a prefecture's officer looks at its counties' rows, but acts on its own office's only.
/// </summary>
public sealed class CurrentOfficer(OfficeScope scope)
{
    private Identity? identity;

    public Guid Id => Known.Id;

    public Guid OfficeId => Known.OfficeId;

    public string Role => Known.Role;

    /// <summary>The institution spoken for; null for everybody but its administrator.</summary>
    public Guid? InstitutionId => Known.InstitutionId;

    /// <summary>The own membership; null for everybody but a practitioner.</summary>
    public Guid? MembershipId => Known.MembershipId;

    /// <summary>As the one to whom assignments go.</summary>
    public Receiver Receiver => new(Id, InstitutionId, MembershipId);

    /// <summary>The station spoken for; null for everybody but its account.</summary>
    public Guid? StationId => Known.StationId;

    /// <summary>The recipient, as a case names them; null for everybody else.</summary>
    public Guid? PartyId => Known.PartyId;

    /// <summary>The centre, and the section and bureau above it, see all of the office's cases; everybody else their own.</summary>
    public bool SeesWholeOffice => Role is Roles.Clerk or Roles.Director or Roles.Section or Roles.Bureau;

    private Identity Known => identity ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether rows of offices below the own one are in sight, so that lists have to say whose they are.</summary>
    public bool SeesOfficesBelow => scope.OfficeIds.Count > 1;

    /// <summary>Acts as an officer outside a request: only the own office is in sight.</summary>
    public void Become(Officer officer)
    {
        identity = new(officer.Id, officer.OfficeId, officer.Role, officer.InstitutionId, officer.MembershipId, officer.StationId, officer.PartyId);
        scope.Allow(officer.OfficeId);
    }

    /// <summary>Acts as the signed-in officer.</summary>
    /// <param name="user">What the cookie says.</param>
    /// <param name="atHome">Only the own office is in sight.</param>
    public void Become(ClaimsPrincipal user, bool atHome)
    {
        identity = Read(user);
        var below = atHome ? [] : user.FindAll(OfficerClaims.OfficeBelow).Select(claim => Guid.Parse(claim.Value));
        scope.Allow([identity.OfficeId, .. below]);
    }

    private static Identity Read(ClaimsPrincipal user) => new(
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        Guid.Parse(user.FindFirstValue(OfficerClaims.Office)!),
        user.FindFirstValue(ClaimTypes.Role)!,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Institution), out var institution) ? institution : null,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Membership), out var membership) ? membership : null,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Station), out var station) ? station : null,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Party), out var party) ? party : null);

    private sealed record Identity(Guid Id, Guid OfficeId, string Role, Guid? InstitutionId, Guid? MembershipId, Guid? StationId, Guid? PartyId);
}
