using LegalAid.Store.Database;
using LegalAid.Store.PrivatePostgres;

namespace LegalAid.Web;

/// <summary>The deployment's database as it is, neither migrated nor filled; the private server runs for as long as this is held.</summary>
internal sealed class DeploymentDatabase : IAsyncDisposable
{
    private readonly PrivateServer? server;

    private DeploymentDatabase(Deployment deployment, PrivateServer? server)
    {
        Deployment = deployment;
        Connections = deployment.Database ?? server!.Connections;
        this.server = server;
    }

    public Deployment Deployment { get; }

    public ConnectionStrings Connections { get; }

    /// <summary>Of the deployment that these arguments, the environment and the settings describe.</summary>
    public static Task<DeploymentDatabase> OpenAsync(string[] args, CancellationToken ct) => OpenAsync(Deployment.From(WebApplication.CreateBuilder(args).Configuration), ct);

    public static async Task<DeploymentDatabase> OpenAsync(Deployment deployment, CancellationToken ct) =>
        new(deployment, deployment.Database is null ? await PrivateServer.StartAsync(Path.Combine(deployment.DataFolder, "postgres"), string.Empty, ct) : null);

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
