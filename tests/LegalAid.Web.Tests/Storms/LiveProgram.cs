using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>The built program as a process of its own with its private database, that can be killed and started again.</summary>
internal sealed class LiveProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("yuanku-live-");
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private Process? process;

    public LiveProgram() => home.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;

    private static string Dll => Path.Combine(SourceTree.Repository, "src/LegalAid.Web/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/LegalAid.Web.dll");

    private string PostgresFolder => Path.Combine(home.FullName, ".data", "postgres");

    public async Task StartAsync()
    {
        process = Process.Start(Call("serve", "--urls", address.ToString()))!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        await AnswersAsync();
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Kills the database under the running program, and then the program.</summary>
    public async Task KillWithDatabaseAsync()
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(PostgresFolder, "data", "postmaster.pid")))[0];
        using var postmaster = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        await KillAsync();
    }

    /// <summary>Runs a command beside the running program and returns what it said.</summary>
    public async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        using var command = Process.Start(Call(arguments))!;
        var (text, error) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await text + await error);
    }

    public async Task<Visitor> SignInAsync(string userName, string password)
    {
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address });
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", password))).Status);
        return visitor;
    }

    /// <summary>Waits until the program answers again.</summary>
    public async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = address };
        await UntilAsync(async () => (await http.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode);
    }

    /// <summary>The database as a guest of the running program's server.</summary>
    public Task<PrivateServer> DatabaseAsync() => PrivateServer.StartAsync(PostgresFolder, string.Empty, default);

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(home.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Takes over another program's keys, as an administrator does who kept them apart from the backup.</summary>
    public void TakeKeysOf(LiveProgram other)
    {
        Directory.CreateDirectory(Path.Combine(home.FullName, ".keys"));
        File.Copy(Path.Combine(other.home.FullName, ".keys", "field-keys.json"), Path.Combine(home.FullName, ".keys", "field-keys.json"));
    }

    public string In(string name) => Path.Combine(home.FullName, name);

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var end = Process.Start("kill", $"-TERM {process.Id}");
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        home.Delete(recursive: true);
    }

    private static async Task UntilAsync(Func<Task<bool>> answers)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await answers())
                {
                    return;
                }
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience)
            {
            }

            Assert.True(waited.Elapsed < Patience, "The program does not answer.");
            await Task.Delay(50);
        }
    }

    private ProcessStartInfo Call(params string[] arguments)
    {
        var call = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        call.ArgumentList.Add(Dll);
        foreach (var argument in arguments)
        {
            call.ArgumentList.Add(argument);
        }

        call.Environment["YUANKU_HOME"] = home.FullName;
        call.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        return call;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
