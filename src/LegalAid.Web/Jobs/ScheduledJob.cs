using LegalAid.Store;
using LegalAid.Store.Jobs;
using Npgsql;
using Quartz;

namespace LegalAid.Web.Jobs;

/// <summary>Something done at set times, once for all nodes. It does whatever there is to do by then, so a time that was missed is made up for by the next.</summary>
/// <param name="Name">Also names its setting: seal is Yuanku:Jobs:Seal.</param>
/// <param name="Times">A cron expression, read as Chinese time.</param>
/// <param name="Run">Calls a use case, nothing else, in a scope and a transaction of the run's own.</param>
internal sealed record ScheduledJob(string Name, string Times, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>The scheduler, and how the features give it their jobs.</summary>
internal static class JobServices
{
    private const int MostAtOnce = 4;

    /// <summary>Beside the jobs: the loop that looks for what is due, misfires, check-in.</summary>
    private const int OwnConnections = 4;

    // A node that has not checked in for some ten seconds is taken for dead, and what it was at is done by another.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddScoped<SealJournal>();
        services.AddJob(configuration, new("seal", "0 0/5 * * * ?", (provider, ct) => provider.GetRequiredService<SealJournal>().RunAsync(ct)));
        if (!configuration.GetValue("Yuanku:Jobs:Run", true))
        {
            return services;
        }

        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "yuanku";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            })
            .UseDefaultThreadPool(MostAtOnce)
            .UsePersistentStore(store => store
                .UsePostgres(NpgsqlFactory.Instance, OwnPool(JobSchema.In(connectionString)))
                .ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = options.UseBackgroundThreads = true)
                .UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn))));
        return services.AddHostedService<JobScheduler>();
    }

    /// <summary>Adds a job at its usual times or at those of its setting.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, IConfiguration configuration, ScheduledJob job)
    {
        var key = $"Yuanku:Jobs:{char.ToUpperInvariant(job.Name[0])}{job.Name[1..]}";
        var times = configuration[key] ?? job.Times;
        return CronExpression.TryParse(times, out var expression) && expression.GetNextValidTimeAfter(new OfficeClock().GetUtcNow()) is not null
            ? services.AddSingleton(job with { Times = expression.CronExpressionString })
            : throw new StartUpException($"{key} 的值“{times}”不是有效的时间表（cron 表达式：秒 分 时 日 月 周 [年]，如 0 0/5 * * * ? 为每五分钟），或所指时间都已过去。请改正，或去掉这一项而用默认值“{job.Times}”。");
    }

    private static string OwnPool(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = MostAtOnce + OwnConnections }.ConnectionString;
}
