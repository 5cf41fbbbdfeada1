using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Web.Tests.Storms;

/// <summary>Two processes of the program started at the same moment on one empty database, with one key file: two nodes of a deployment.</summary>
internal sealed class TwoPrograms : IAsyncDisposable
{
    private readonly DirectoryInfo keys;
    private readonly ConnectionStrings database;

    private TwoPrograms(DirectoryInfo keys, ConnectionStrings database)
    {
        (this.keys, this.database) = (keys, database);
        (A, B) = (new(database, keys.FullName), new(database, keys.FullName));
    }

    public LiveProgram A { get; }

    public LiveProgram B { get; }

    public static async Task<TwoPrograms> StartAsync(params string[] options)
    {
        var two = new TwoPrograms(Directory.CreateTempSubdirectory("yuanku-keys-"), await TestServer.EmptyDatabaseAsync());
        try
        {
            two.A.Launch(options);
            two.B.Launch(options);
            await Task.WhenAll(two.A.AnswersAsync(), two.B.AnswersAsync());
            return two;
        }
        catch
        {
            await two.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the database behind the programs, over all offices.</summary>
    public async Task<T> InDbAsync<T>(Func<AidDb, Task<T>> ask)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner + ";Pooling=false");
        await using var db = AidDatabase.Open(source);
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        return await ask(db);
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        keys.Delete(recursive: true);
    }
}
