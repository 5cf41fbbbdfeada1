using LegalAid.Store;
using Quartz;

namespace LegalAid.Web.Jobs;

/// <summary>Runs Quartz while the program serves, on the schedules of this program's jobs.</summary>
internal sealed class JobScheduler(ISchedulerFactory schedulers, IEnumerable<ScheduledJob> jobs, OfficeClock clock) : IHostedLifecycleService
{
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await schedulers.GetScheduler(cancellationToken);
        await RenewAsync(scheduler, cancellationToken);
    }

    // Nothing is done before the pages answer.
    public async Task StartedAsync(CancellationToken cancellationToken) => await scheduler!.Start(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Quartz waits for a database that is gone for ever, so nobody waits for Quartz longer than the program is given to stop.
            await (scheduler?.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask() ?? Task.CompletedTask).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What it was at is done by another node, or at the next start.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What is the same stays as it is: a trigger put anew would forget that its time has passed while no node was up, and could take its next time out of another node's hands.
    private async Task RenewAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
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

    // What a node was at when it died is done once more by another; the row of the run tells whether it still needs to be.
    private static IJobDetail DetailOf(ScheduledJob job) => JobBuilder.Create<JobRunner>().WithIdentity(job.Name).RequestRecovery().Build();

    // However often its time has passed meanwhile, it is done once, now, and then at its times.
    private ITrigger TriggerOf(ScheduledJob job) => TriggerBuilder.Create(clock)
        .WithIdentity(job.Name)
        .WithCronSchedule(job.Times, cron => cron.InTimeZone(clock.LocalTimeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
