using System.Diagnostics;
using LegalAid.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LegalAid.Web.Tests.Jobs;

/// <summary>Whatever Quartz does, a due run is done once, and a job that fails hurts nobody.</summary>
public sealed class JobRunnerTests(JobsApp app) : IClassFixture<JobsApp>
{
    private static readonly DateTime Due = new(2026, 6, 17, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_job_that_fails_is_told_and_comes_again_at_its_times_and_so_do_the_others()
    {
        await UntilAsync(() => Runs("fails") >= 3 && Runs("works") >= 3);

        Assert.True(app.Told.Lines.Count(line => line.Level == LogLevel.Error && line.Text.StartsWith("Job fails due ", StringComparison.Ordinal) && line.Text.EndsWith("failed; its next run does what this one could not.", StringComparison.Ordinal)) >= 2);
        Assert.False(await app.InDbAsync(db => db.JobRuns.AnyAsync(run => run.Job == "fails")));
        Assert.True(await app.InDbAsync(db => db.JobRuns.CountAsync(run => run.Job == "works")) >= 2);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.Anybody().OpenAsync("/healthz")).Status);
    }

    [Fact]
    public async Task One_due_run_given_to_two_nodes_is_done_by_one_of_them()
    {
        await Task.WhenAll(RunAsync("asked", Due), RunAsync("asked", Due));
        await RunAsync("asked", Due.AddTicks(9));       // less than the database tells apart

        Assert.Equal(1, Runs("asked"));
        Assert.Single(Lines("Job asked due 2026-06-17T02:00:00.0000000Z was done here."));
        Assert.Equal(2, Lines("Job asked due 2026-06-17T02:00:00.0000000Z was done by another node.").Count());
        await RunAsync("asked", Due.AddSeconds(1));
        Assert.Equal(2, Runs("asked"));
    }

    [Fact]
    public async Task A_run_that_failed_is_still_to_be_done()
    {
        await RunAsync("fails-once", Due);
        Assert.False(await app.InDbAsync(db => db.JobRuns.AnyAsync(run => run.Job == "fails-once")));

        await RunAsync("fails-once", Due);

        Assert.Equal(1, await app.InDbAsync(db => db.JobRuns.CountAsync(run => run.Job == "fails-once" && run.DueUtc == Due)));
    }

    private IEnumerable<string> Lines(string text) => app.Told.Lines.Select(line => line.Text).Where(line => line == text);

    private int Runs(string job) => app.Runs.GetValueOrDefault(job);

    private Task RunAsync(string job, DateTime due) => ActivatorUtilities.CreateInstance<JobRunner>(app.Services).RunAsync(job, due, default);

    private static async Task UntilAsync(Func<bool> enough)
    {
        var waited = Stopwatch.StartNew();
        while (!enough())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "The jobs do not come.");
            await Task.Delay(50);
        }
    }
}
