using System.Security.Claims;
using LegalAid.Store;
using LegalAid.Store.Offices;

namespace LegalAid.Web.Access;

/// <summary>Who acts in this request, job or command. Use cases write this id into the journal and see this office's rows only.</summary>
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

    /// <summary>Centre and bureau see all of the office's cases; institutions and practitioners their own.</summary>
    public bool SeesWholeOffice => Role is Roles.Clerk or Roles.Director or Roles.Bureau;

    private Identity Known => identity ?? throw new InvalidOperationException("Nobody is signed in.");

    public void Become(Officer officer) =>
        Become(new Identity(officer.Id, officer.OfficeId, officer.Role, officer.InstitutionId, officer.MembershipId));

    public void Become(ClaimsPrincipal user) => Become(new Identity(
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        Guid.Parse(user.FindFirstValue(OfficerClaims.Office)!),
        user.FindFirstValue(ClaimTypes.Role)!,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Institution), out var institution) ? institution : null,
        Guid.TryParse(user.FindFirstValue(OfficerClaims.Membership), out var membership) ? membership : null));

    private void Become(Identity known)
    {
        identity = known;
        scope.Allow(known.OfficeId);
    }

    private sealed record Identity(Guid Id, Guid OfficeId, string Role, Guid? InstitutionId, Guid? MembershipId);
}
