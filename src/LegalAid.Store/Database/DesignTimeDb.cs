using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace LegalAid.Store.Database;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the program; it never connects.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<AidDb>
{
    public AidDb CreateDbContext(string[] args) => AidDatabase.Open(NpgsqlDataSource.Create("Host=localhost;Database=design"));
}
