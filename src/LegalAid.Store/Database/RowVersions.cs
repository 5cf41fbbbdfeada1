using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Database;

/// <summary>The version of a row as a form showed it: whoever saves over another's change is told and looks again.</summary>
public static class RowVersions
{
    private const string Column = "Version";

    public static uint VersionOf(this AidDb db, IOfficeOwned row) => db.Entry(row).Property<uint>(Column).CurrentValue;

    /// <summary>Saves only if the row is still as the form showed it; otherwise saving throws <see cref="DbUpdateConcurrencyException"/>.</summary>
    public static void ExpectVersion(this AidDb db, IOfficeOwned row, uint shown) => db.Entry(row).Property<uint>(Column).OriginalValue = shown;
}
