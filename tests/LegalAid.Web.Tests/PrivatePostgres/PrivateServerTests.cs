using System.Diagnostics;
using System.Globalization;
using LegalAid.Store.PrivatePostgres;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.PrivatePostgres;

/// <summary>The private server starts, takes guests, survives being killed, and leaves what is not its own alone.</summary>
public sealed class PrivateServerTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("yuanku-private-");

    public PrivateServerTests() => home.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;     // as root the server runs as another user

    private string Folder => Path.Combine(home.FullName, "postgres");

    [Fact]
    public async Task A_killed_server_comes_back_with_its_data()
    {
        await using (var first = await StartAsync())
        {
            await RunAsync(first, "create table kept (n int); insert into kept values (7)");
            using var postmaster = Process.GetProcessById(int.Parse(await PidAsync(), CultureInfo.InvariantCulture));
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
            NpgsqlConnection.ClearAllPools();
        }

        await using var second = await StartAsync();

        Assert.Equal(7, await AskAsync(second, "select n from kept"));
    }

    [Fact]
    public async Task A_guest_uses_the_running_server_and_leaves_it_running()
    {
        await using var owner = await StartAsync();
        await using (var guest = await StartAsync())
        {
            Assert.Equal(owner.Connections, guest.Connections);
        }

        Assert.Equal(1, await AskAsync(owner, "select 1"));
    }

    [Fact]
    public async Task A_folder_that_is_no_database_is_left_alone()
    {
        var stranger = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName, "letter.txt");
        await File.WriteAllTextAsync(stranger, "mine");

        var error = await Assert.ThrowsAsync<PrivatePostgresException>(StartAsync);

        Assert.Contains("程序没有动它", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(stranger));
    }

    [Fact]
    public async Task A_database_of_another_version_is_told_and_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName, "PG_VERSION"), "9");

        var error = await Assert.ThrowsAsync<PrivatePostgresException>(StartAsync);

        Assert.Contains("PostgreSQL 9 版", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => home.Delete(recursive: true);

    private Task<PrivateServer> StartAsync() => PrivateServer.StartAsync(Folder, "-c fsync=off", CancellationToken.None);

    private async Task<string> PidAsync() => (await File.ReadAllLinesAsync(Path.Combine(Folder, "data", "postmaster.pid")))[0];

    private static async Task RunAsync(PrivateServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> AskAsync(PrivateServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return Assert.IsType<int>(await command.ExecuteScalarAsync());
    }
}
