using System.Reflection;
using LegalAid.Store.Jobs;
using Npgsql;
using Quartz;

namespace LegalAid.Web.Jobs;

/// <summary>Quartz's tables. Quartz brings the statements that make them, and runs them for a scheduler of the owner's that is never started.</summary>
internal static class JobTables
{
    // Rows name the class that runs the jobs, so they go with it too.
    private static readonly string Version = $"Quartz {typeof(IScheduler).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version} {typeof(JobRunner).FullName}";

    public static Task MakeAsync(string ownerConnectionString, CancellationToken ct) => JobSchema.MakeAsync(ownerConnectionString, Version, connection => ProvideAsync(connection, ct), ct);

    private static async Task ProvideAsync(string connectionString, CancellationToken ct)
    {
        await using var factory = QuartzSchedulerBuilder
            .Create(quartz => quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "tables").UsePersistentStore(store => store.UsePostgres(NpgsqlFactory.Instance, connectionString).ProvisionSchema()))
            .Build();
        await factory.GetScheduler(ct);
    }
}
