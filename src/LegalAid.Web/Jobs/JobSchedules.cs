using LegalAid.Store;
using Quartz;

namespace LegalAid.Web.Jobs;

/// <summary>
/// Brings the schedules in the database to this program's jobs and times before the scheduler runs. What is the same stays as it is: a trigger put anew would forget that
/// its time has passed while no node was up, and could take its next time out of another node's hands.
/// </summary>
internal sealed class JobSchedules(ISchedulerFactory schedulers, IEnumerable<ScheduledJob> jobs, OfficeClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            kept.Add(job.Name);
            if (await scheduler.GetTrigger(new(job.Name), cancellationToken) is not ICronTrigger trigger || trigger.CronExpressionString != job.Times)
            {
                await scheduler.ScheduleJob(DetailOf(job), TriggerOf(job), new() { Replace = true }, cancellationToken);
            }
        }

        var stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken);
        await scheduler.DeleteJobs([.. stored.Where(key => !kept.Contains(key.Name))], cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What a node was at when it died is done once more by another; the row of the run tells whether it still needs to be.
    private static IJobDetail DetailOf(ScheduledJob job) => JobBuilder.Create<JobRunner>().WithIdentity(job.Name).RequestRecovery().Build();

    // However often its time has passed meanwhile, it is done once, now, and then at its times.
    private ITrigger TriggerOf(ScheduledJob job) => TriggerBuilder.Create(clock)
        .WithIdentity(job.Name)
        .WithCronSchedule(job.Times, cron => cron.InTimeZone(clock.LocalTimeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
