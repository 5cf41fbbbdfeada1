using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Where people without an institution stand: the centre for its own staff, its volunteers for volunteers. Made when the first of them comes; neither ever has a place in a queue,
/// for the turn of institutions goes to law firms and basic-level offices alone.
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
        var name = home == InstitutionKind.Volunteers ? $"{office.Name}（志愿者）" : office.Name;
        if ((db.Institutions.Local.FirstOrDefault(i => i.Name == name) ?? await db.Institutions.SingleOrDefaultAsync(i => i.Name == name, ct)) is { } named)
        {
            return named;
        }

        var made = new Institution { Id = Guid.CreateVersion7(), Name = name, Kind = home, District = office.District };
        db.Add(made);
        return made;
    }
}
