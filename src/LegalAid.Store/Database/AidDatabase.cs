using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LegalAid.Store.Database;

/// <summary>
/// The two ways into the database: the owner, who migrates, and the program's own role, which row-level security binds and which may not change what is append-only.
/// </summary>
public sealed record ConnectionStrings(string Owner, string App);

/// <summary>Opens units of work on the database, each limited to the offices of its scope.</summary>
public static class AidDatabase
{
    /// <summary>Registers a pooled <see cref="AidDb"/> whose scope is that of the current service scope.</summary>
    public static IServiceCollection AddAidDb(this IServiceCollection services, Func<IServiceProvider, string> appConnectionString)
    {
        services.AddSingleton(provider => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(appConnectionString(provider))
        {
            MaxAutoPrepare = 200,       // one proposal alone asks some thirty different questions; with fewer places they would push one another out
            AutoPrepareMinUsages = 2,
        }.ConnectionString));
        services.AddPooledDbContextFactory<AidDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped<OfficeScope>();
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<AidDb>>().CreateDbContext();
            db.Scope = provider.GetRequiredService<OfficeScope>();
            db.Database.AutoSavepointsEnabled = false;      // nobody goes on in a transaction in which a save failed
            return db;
        });
        return services;
    }

    /// <summary>A unit of work outside the service container: migrations and tests.</summary>
    public static AidDb Open(NpgsqlDataSource source, params Guid[] officeIds)
    {
        var options = new DbContextOptionsBuilder<AidDb>();
        Configure(options, source);
        var db = new AidDb(options.Options);
        db.Scope.Allow(officeIds);
        return db;
    }

    /// <summary>A unit of work on a connection somebody else holds, inside its transaction if there is one.</summary>
    internal static AidDb Over(NpgsqlConnection connection)
    {
        var options = new DbContextOptionsBuilder<AidDb>().UseNpgsql(connection).AddInterceptors(new ScopeInterceptor(), new SearchFiller());
        return new AidDb(options.Options);
    }

    /// <summary>Widens or narrows what this unit of work sees, also on a connection that is open already.</summary>
    public static async Task SeeAsync(this AidDb db, IEnumerable<Guid> officeIds, CancellationToken ct)
    {
        db.Scope.Allow([.. officeIds]);
        if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
        {
            await db.Database.ExecuteSqlAsync($"select set_config('app.offices', {db.Scope.Setting}, false)", ct);
        }
    }

    internal static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source).AddInterceptors(new ScopeInterceptor(), new SearchFiller());
}
