namespace LegalAid.Web.Commands;

/// <summary>Serves the pages until told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        await using var host = await YuankuHost.StartAsync(args, ct);
        await host.App.RunAsync();
        return ExitCode.Done;
    }
}
