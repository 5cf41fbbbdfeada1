using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Offices;

/// <summary>An office found by the code in a public address, in capitals or not; from then on the request sees that office alone.</summary>
public static class PublicOffices
{
    public static async Task<Office?> FindAsync(AidDb db, string code, CancellationToken ct)
    {
        var upper = code.ToUpperInvariant();
        if (await db.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Code == upper, ct) is not { } office)
        {
            return null;
        }

        await db.SeeAsync([office.Id], ct);
        return office;
    }
}
