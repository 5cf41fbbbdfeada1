using LegalAid.Store;
using LegalAid.Store.Jobs;

namespace LegalAid.Web.Jobs;

/// <summary>Runs the jobs at their times while the program serves. Every node tries every due run; the database gives it to one.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> jobs, OfficeClock clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly string Node = $"{Environment.MachineName} {Environment.ProcessId}";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => KeepRunningAsync(job, stoppingToken)));

    private async Task KeepRunningAsync(ScheduledJob job, CancellationToken ct)
    {
        var due = job.FirstDueAfter(clock.UtcNow);
        while (true)
        {
            var wait = due - clock.UtcNow;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, ct);
            await RunAsync(job, due, ct);
            var now = clock.UtcNow;
            due = job.FirstDueAfter(now > due ? now : due);     // a timer may wake a moment early
        }
    }

    private async Task RunAsync(ScheduledJob job, DateTime due, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var run = new JobRun { Job = job.Name, DueUtc = due, RanAtUtc = clock.UtcNow, Node = Node };
            if (await scope.ServiceProvider.GetRequiredService<AidDb>().RunOnceAsync(run, () => job.Run(scope.ServiceProvider, ct), ct))
            {
                Done(job.Name, due);
            }
            else
            {
                LeftToAnother(job.Name, due);
            }
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Failed(error, job.Name, due);       // whatever it was must not end the program; the next run does what this one could not
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} due {Due:O} was done here.")]
    private partial void Done(string job, DateTime due);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} due {Due:O} was done by another node.")]
    private partial void LeftToAnother(string job, DateTime due);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} due {Due:O} failed; its next run does what this one could not.")]
    private partial void Failed(Exception error, string job, DateTime due);
}
