using System.Diagnostics;
using System.Globalization;
using LegalAid.Store.PrivatePostgres;
using Npgsql;

namespace LegalAid.Store.Backup;

/// <summary>Runs PostgreSQL's own client programs on a database. The password goes through the environment: arguments can be read by everybody on the machine.</summary>
internal sealed class PostgresClient(string connectionString)
{
    private readonly PostgresBinaries binaries = PostgresBinaries.FindClient();
    private readonly NpgsqlConnectionStringBuilder target = new(connectionString);

    public string Database => target.Database ?? throw new PrivatePostgresException("ConnectionStrings 的 Owner 没有写明数据库（Database=…）。");

    /// <summary>Null when it succeeded, otherwise what it said.</summary>
    public async Task<string?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(Call(program, arguments)) ?? throw new PrivatePostgresException($"无法启动 {binaries[program]}。");
        try
        {
            var said = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private ProcessStartInfo Call(string program, IEnumerable<string> arguments)
    {
        var call = new ProcessStartInfo(binaries[program]) { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in arguments)
        {
            call.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment().Where(variable => !string.IsNullOrEmpty(variable.Value)))
        {
            call.Environment[name] = value;
        }

        return call;
    }

    private IEnumerable<(string Name, string? Value)> Environment() =>
    [
        ("PGHOST", target.Host),
        ("PGPORT", target.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGUSER", target.Username),
        ("PGPASSWORD", target.Password),
        ("PGPASSFILE", target.Passfile),
        ("PGDATABASE", Database),
        ("PGSSLROOTCERT", target.RootCertificate),
        ("PGSSLCERT", target.SslCertificate),
        ("PGSSLKEY", target.SslKey),
        ("PGSSLMODE", target.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        }),
    ];
}
