using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Where people without an institution stand: the centre for its own staff, volunteers, public lawyers and company lawyers each together. Made when the first of them comes; none ever has a
/// place in a queue, for the turn of institutions goes to law firms and basic-level offices alone.
/// </summary>
public sealed class OwnHomes(AidDb db)
{
    public async Task<Institution> OfAsync(Guid officeId, PractitionerKind kind, CancellationToken ct)
    {
        var home = RosterAdmission.HomeOf(kind);
        if (await db.Institutions.FirstOrDefaultAsync(i => i.Kind == home && db.Memberships.Any(m => m.InstitutionId == i.Id && m.OfficeId == officeId), ct) is { } known)
        {
            return known;
        }

        var office = await db.Offices.SingleAsync(o => o.Id == officeId, ct);
        var name = PersonKinds.HomeNameOf(home, office.Name);
        if ((db.Institutions.Local.FirstOrDefault(i => i.Name == name) ?? await db.Institutions.SingleOrDefaultAsync(i => i.Name == name, ct)) is { } named)
        {
            return named;
        }

        var made = New(name, home, office.District);
        db.Add(made);
        return made;
    }

    /// <summary>What the homes of public and company lawyers are called, or would be: a roster names employers, not homes.</summary>
    public async Task<IReadOnlyDictionary<InstitutionKind, string>> NamesAsync(Guid officeId, CancellationToken ct)
    {
        InstitutionKind[] kinds = [InstitutionKind.PublicLawyers, InstitutionKind.CompanyLawyers];
        var known = await db.Institutions.Where(i => kinds.Contains(i.Kind) && db.Memberships.Any(m => m.InstitutionId == i.Id && m.OfficeId == officeId)).Select(i => new { i.Kind, i.Name }).ToListAsync(ct);
        var office = await db.Offices.Where(o => o.Id == officeId).Select(o => o.Name).SingleAsync(ct);
        return kinds.ToDictionary(kind => kind, kind => known.Find(home => home.Kind == kind)?.Name ?? PersonKinds.HomeNameOf(kind, office));
    }

    private static Institution New(string name, InstitutionKind home, string district) => new() { Id = Guid.CreateVersion7(), Name = name, Kind = home, District = district };
}
