using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LegalAid.Store.Database;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>
/// The built program as a process of its own, that can be killed and started again: with its private database and its keys, or as one of several nodes
/// with those it is given.
/// </summary>
internal sealed class LiveProgram(ConnectionStrings? database = null, string? keys = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo home = NewHome();
    private readonly StringBuilder told = new();
    private Process? process;

    private static string Dll => Path.Combine(SourceTree.Repository, "src/LegalAid.Web/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/LegalAid.Web.dll");

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    private string PostgresFolder => Path.Combine(home.FullName, ".data", "postgres");

    /// <summary>What the program has said since it was started last.</summary>
    public string Told
    {
        get
        {
            lock (told)
            {
                return told.ToString();
            }
        }
    }

    /// <summary>The server's process, while there is one.</summary>
    public bool DatabaseRuns => File.Exists(PidFile);

    private string PidFile => Path.Combine(PostgresFolder, "data", "postmaster.pid");

    public async Task StartAsync(params string[] options)
    {
        Launch(options);
        await AnswersAsync();
    }

    /// <summary>Starts the program without waiting for it to answer.</summary>
    public void Launch(params string[] options)
    {
        told.Clear();
        process = Process.Start(Call(["serve", "--urls", Address.ToString(), .. options]))!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until the program has said this.</summary>
    public Task HearsAsync(string text) => UntilAsync(() => Task.FromResult(Told.Contains(text, StringComparison.Ordinal)));

    /// <summary>Waits until what the program has said is enough.</summary>
    public Task HearsAsync(Predicate<string> enough) => UntilAsync(() => Task.FromResult(enough(Told)));

    /// <summary>Tells the program to stop, as a terminal or a service manager does.</summary>
    public async Task<int> StopAsync(string signal)
    {
        using var tell = Process.Start("kill", $"-{signal} {process!.Id}");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Kills the database under the running program, and then the program.</summary>
    public async Task KillWithDatabaseAsync()
    {
        await KillDatabaseAsync();
        await KillAsync();
    }

    /// <summary>Kills the database under the running program.</summary>
    public async Task KillDatabaseAsync()
    {
        var pid = (await File.ReadAllLinesAsync(PidFile))[0];
        using var postmaster = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    /// <summary>Runs a command beside the running program and returns what it said.</summary>
    public Task<(int Code, string Text)> RunAsync(params string[] arguments) => RunAsync(Call(arguments));

    /// <summary>Runs a command as on a machine of another time zone and language.</summary>
    public Task<(int Code, string Text)> RunElsewhereAsync(string zone, string language, params string[] arguments)
    {
        var call = Call(arguments);
        (call.Environment["TZ"], call.Environment["LANG"], call.Environment["LC_ALL"]) = (zone, language, language);
        return RunAsync(call);
    }

    private static async Task<(int Code, string Text)> RunAsync(ProcessStartInfo call)
    {
        using var command = Process.Start(call)!;
        var (text, error) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await text + await error);
    }

    public async Task<Visitor> SignInAsync(string userName, string password)
    {
        var visitor = VisitorWith(new CookieContainer());
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", password))).Status);
        return visitor;
    }

    /// <summary>A browser on this node with these cookies; of 127.0.0.1 they are the same for every port, as behind one public address.</summary>
    public Visitor VisitorWith(CookieContainer cookies) => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address });

    /// <summary>Waits until the program answers again.</summary>
    public async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
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

    private void Hear(string? line)
    {
        lock (told)
        {
            told.AppendLine(line);
        }
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
        // A shell's background job ignores SIGINT and so would everything it starts; env gives the program the signal back.
        var call = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "--default-signal=INT", "dotnet", Dll }.Concat(arguments))
        {
            call.ArgumentList.Add(argument);
        }

        call.Environment["YUANKU_HOME"] = home.FullName;
        call.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        if (database is not null)
        {
            (call.Environment["ConnectionStrings__Owner"], call.Environment["ConnectionStrings__App"]) = (database.Owner, database.App);
        }

        if (keys is not null)
        {
            call.Environment["YUANKU_KEYS"] = keys;
        }

        return call;
    }

    private static DirectoryInfo NewHome()
    {
        var made = Directory.CreateTempSubdirectory("yuanku-live-");
        made.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;
        return made;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
