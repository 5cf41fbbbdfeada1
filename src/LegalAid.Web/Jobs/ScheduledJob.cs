namespace LegalAid.Web.Jobs;

/// <summary>Something done at fixed times, once for all nodes. The times are the whole multiples of <paramref name="Every"/>, so that every node names the same.</summary>
internal sealed record ScheduledJob(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run)
{
    /// <summary>What fell due while no node was there is not made up for: each job does at its next time whatever there is to do.</summary>
    public DateTime FirstDueAfter(DateTime utc) => new(((utc.Ticks / Every.Ticks) + 1) * Every.Ticks, DateTimeKind.Utc);
}

/// <summary>The jobs of the program and how often they run.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SealJournal>();
        services.AddSingleton(new ScheduledJob(
            "seal",
            configuration.GetValue("Yuanku:Jobs:SealEvery", TimeSpan.FromMinutes(5)),
            (provider, ct) => provider.GetRequiredService<SealJournal>().RunAsync(ct)));
        return services.AddHostedService<JobRunner>();
    }
}
