using System.Diagnostics;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Web.Commands;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>Told to stop, the program stops, with jobs due every second and whatever became of its database.</summary>
public sealed class StoppedTests
{
    private const string EverySecond = "--Yuanku:Jobs:Seal=* * * * * ?";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("TERM", false)]
    [InlineData("INT", false)]
    [InlineData("TERM", true)]
    [InlineData("INT", true)]
    public async Task It_stops_with_its_database_or_without(string signal, bool databaseIsGone)
    {
        await using var program = new LiveProgram();
        await program.StartAsync(EverySecond);
        if (databaseIsGone)
        {
            await program.KillDatabaseAsync();
        }

        await StopsAsync(program, signal);
    }

    [Fact]
    public async Task It_stops_when_the_server_it_was_given_is_gone()
    {
        var folder = Directory.CreateTempSubdirectory("yuanku-given-");
        folder.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;
        var keys = Directory.CreateTempSubdirectory("yuanku-keys-");
        var server = await PrivateServer.StartAsync(Path.Combine(folder.FullName, "postgres"), string.Empty, default);
        await using (var program = new LiveProgram(server.Connections, keys.FullName))
        {
            await program.StartAsync(EverySecond);
            await server.DisposeAsync();

            await StopsAsync(program, "TERM");
        }

        keys.Delete(recursive: true);
        folder.Delete(recursive: true);
    }

    private static async Task StopsAsync(LiveProgram program, string signal)
    {
        var told = Stopwatch.StartNew();
        var code = await program.StopAsync(signal);
        Assert.True(code == ExitCode.Done, program.Told);
        Assert.InRange(told.Elapsed, TimeSpan.Zero, Soon);
    }
}
