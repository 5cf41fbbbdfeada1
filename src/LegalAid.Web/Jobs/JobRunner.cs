using LegalAid.Store;
using LegalAid.Store.Jobs;
using Quartz;

namespace LegalAid.Web.Jobs;

/// <summary>Runs whichever job fell due. Quartz names the node that does it; that it is done once, even where Quartz should name two, the row of the run sees to.</summary>
[DisallowConcurrentExecution]
internal sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> jobs, OfficeClock clock, ILogger<JobRunner> log) : IJob
{
    private static readonly string Node = $"{Environment.MachineName} {Environment.ProcessId}";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(context.JobDetail.Key.Name, (context.ScheduledFireTimeUtc ?? context.FireTimeUtc).UtcDateTime, cancellationToken);

    internal async Task RunAsync(string name, DateTime scheduled, CancellationToken ct)
    {
        var due = scheduled.AddTicks(-(scheduled.Ticks % TimeSpan.TicksPerMicrosecond));       // as the database keeps it
        try
        {
            var job = jobs.Single(known => known.Name == name);
            await using var scope = scopes.CreateAsyncScope();
            var run = new JobRun { Job = name, DueUtc = due, RanAtUtc = clock.UtcNow, Node = Node };
            if (await scope.ServiceProvider.GetRequiredService<AidDb>().RunOnceAsync(run, () => job.Run(scope.ServiceProvider, ct), ct))
            {
                Done(name, due);
            }
            else
            {
                LeftToAnother(name, due);
            }
        }
        catch (Exception error) when (!ct.IsCancellationRequested)      // told to stop, the run is handed on to another node
        {
            Failed(error, name, due);       // whatever it was must not end the program nor its schedule; the next run does what this one could not
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} due {Due:O} was done here.")]
    private partial void Done(string job, DateTime due);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} due {Due:O} was done by another node.")]
    private partial void LeftToAnother(string job, DateTime due);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} due {Due:O} failed; its next run does what this one could not.")]
    private partial void Failed(Exception error, string job, DateTime due);
}
