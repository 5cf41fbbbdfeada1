using LegalAid.Store.Backup;
using LegalAid.Store.Database;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Npgsql;

namespace LegalAid.Web.Tests.Backup;

/// <summary>An administrator's desk: a folder for backups, the two commands, and a look into a database as its owner.</summary>
internal sealed class BackupDesk(TestApp app) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("yuanku-backup-");

    public string Dump => Path.Combine(folder.FullName, "office.dump");

    public string Manifest => BackupManifest.FileOf(Dump);

    public string KeyFile => Path.Combine(app.KeyFolder, "field-keys.json");

    /// <summary>Arguments by which a command works with the app's keys on the app's database, or on another.</summary>
    public string[] Arguments(ConnectionStrings? on = null) =>
    [
        $"--ConnectionStrings:Owner={(on ?? app.Database).Owner}", $"--ConnectionStrings:App={(on ?? app.Database).App}", $"--Yuanku:Keys={app.KeyFolder}", "--applicationName=LegalAid.Web", "--environment=Testing",
    ];

    public string In(string name) => Path.Combine(folder.FullName, name);

    public Task<(int Code, string Text)> BackUpAsync(string place, params string[] options) => BackUpAsync(place, on: null, options);

    public async Task<(int Code, string Text)> BackUpAsync(string place, ConnectionStrings? on, params string[] options)
    {
        using var output = new StringWriter();
        var code = await BackupCommand.RunAsync([place, .. Arguments(on), .. options], output, default);
        return (code, output.ToString().TrimEnd());
    }

    /// <summary>Restores with the app's keys, unless the options name others.</summary>
    public async Task<(int Code, string Text)> RestoreAsync(ConnectionStrings into, params string[] options)
    {
        using var output = new StringWriter();
        var code = await RestoreCommand.RunAsync([Dump, .. Arguments(into), .. options], output, default);
        return (code, output.ToString().TrimEnd());
    }

    /// <summary>Every row of every table and every guard, each table as one hash.</summary>
    public static async Task<SortedDictionary<string, string>> LookAsync(ConnectionStrings database)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync();
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["guards"] = (await Ask.ScalarAsync<string>(connection, """
                select string_agg(x, ',' order by x) from (
                  select tablename || ' ' || policyname || ' ' || qual from pg_policies union all
                  select tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal union all
                  select indexdef from pg_indexes where schemaname = 'public' union all
                  select conrelid::regclass || ' ' || conname from pg_constraint where conrelid <> 0 union all
                  select table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public') as guards (x)
                """, default))!,
        };
        foreach (var table in await DatabaseContents.TablesAsync(connection, default))
        {
            seen[table] = (await Ask.ScalarAsync<string>(connection, $"""select count(*) || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from "{table}" t""", default))!;
        }

        return seen;
    }

    public static async Task<int> TablesAsync(ConnectionStrings database) => (await LookAsync(database)).Count - 1;

    public static async Task RunAsync(ConnectionStrings database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
