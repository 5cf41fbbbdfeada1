using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>Whose a row is, on pages that look down the tree of offices.</summary>
public sealed class OfficeNames(AidDb db, CurrentOfficer officer)
{
    /// <summary>The offices in sight by name; empty where there is only the own one and nothing needs saying.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> InSightAsync(CancellationToken ct)
    {
        var inSight = db.Scope.OfficeIds;
        return officer.SeesOfficesBelow
            ? await db.Offices.Where(o => inSight.Contains(o.Id)).OrderBy(o => o.Code).ToDictionaryAsync(o => o.Id, o => o.Name, ct)
            : new Dictionary<Guid, string>();
    }
}
