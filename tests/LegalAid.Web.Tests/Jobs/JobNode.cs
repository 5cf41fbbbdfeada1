using LegalAid.Store.Database;
using LegalAid.Web.Tests.App;
using Npgsql;

namespace LegalAid.Web.Tests.Jobs;

/// <summary>A deployment whose node a test starts and stops, in this process, with the settings it wants; its jobs' times are far off unless a setting says otherwise.</summary>
internal sealed class JobNode : IAsyncDisposable
{
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("yuanku-keys-");
    private YuankuHost? host;

    private JobNode(ConnectionStrings database) => Database = database;

    public ConnectionStrings Database { get; }

    public static async Task<JobNode> NewAsync() => new(await TestServer.NewDatabaseAsync());

    /// <summary>As <c>serve</c> does.</summary>
    public async Task StartAsync(params string[] settings)
    {
        await OpenAsync(settings);
        await host!.App.StartAsync();
    }

    /// <summary>As every other command does: made ready, not started.</summary>
    public async Task OpenAsync(params string[] settings) => host = await YuankuHost.StartAsync(
    [
        .. new[] { "Seal", "Clocks", "Probations", "Opinions", "Suspensions", "Renewals", "Changes", "Lapse" }.Select(job => Setting(job, JobsApp.Never)),
        $"--ConnectionStrings:Owner={Database.Owner}", $"--ConnectionStrings:App={Database.App}", $"--Yuanku:Keys={keys.FullName}",
        "--applicationName=LegalAid.Web", "--environment=Testing", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
        .. settings,
    ], default);

    public async Task StopAsync()
    {
        if (host is { } running)
        {
            host = null;
            await running.App.StopAsync();
            await running.DisposeAsync();
        }
    }

    public static string Setting(string job, string times) => $"--Yuanku:Jobs:{job}={times}";

    /// <summary>Asks the scheduler's tables, as their owner.</summary>
    public Task<List<string>> AskAsync(string sql) => AskAsync(Database.Owner, sql);

    public static async Task<List<string>> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await reader.ReadAsync())
        {
            answers.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        keys.Delete(recursive: true);
    }
}
