using System.Diagnostics;
using Xunit;

namespace LegalAid.Web.Tests.Jobs;

/// <summary>The schedules in the database are those of the settings, and what fell due while no node was up is made up for.</summary>
public sealed class SchedulesTests
{
    private const string Triggers = "select trigger_name, cron_expression, time_zone_id from jobs.qrtz_cron_triggers order by 1";

    [Fact]
    public async Task A_start_changes_the_schedules_whose_times_changed_and_takes_away_the_jobs_that_are_gone()
    {
        await using var node = await JobNode.NewAsync();
        await node.StartAsync("--Yuanku:Notices:Sms:Url=http://127.0.0.1:9/", "--Yuanku:Notices:Sms:Secret=测试", JobNode.Setting("Notices", JobsApp.Never), JobNode.Setting("Lapse", "0 0 3 * * ?"));
        var before = await node.AskAsync(Triggers);
        var rows = await node.AskAsync("select trigger_name, xmin, next_fire_time from jobs.qrtz_triggers where trigger_name <> 'seal' and trigger_name <> 'notices' order by 1");
        await node.StopAsync();

        await node.StartAsync(JobNode.Setting("Seal", "0 30 2 * * ?"), JobNode.Setting("Lapse", "0 0 3 * * ?"));

        Assert.Equal(9, before.Count);
        Assert.Contains($"notices {JobsApp.Never} Asia/Shanghai", before);
        Assert.Contains("lapse 0 0 3 * * ? Asia/Shanghai", before);
        Assert.Equal(before.Where(line => !line.StartsWith("notices", StringComparison.Ordinal)).Select(line => line.Replace($"seal {JobsApp.Never}", "seal 0 30 2 * * ?", StringComparison.Ordinal)), await node.AskAsync(Triggers));
        Assert.Equal(rows, await node.AskAsync("select trigger_name, xmin, next_fire_time from jobs.qrtz_triggers where trigger_name <> 'seal' order by 1"));
        Assert.Equal(["8"], await node.AskAsync("select count(*) from jobs.qrtz_job_details"));
        Assert.Equal(["0"], await node.AskAsync("select count(*) from jobs.qrtz_triggers where trigger_type <> 'CRON'"));
        Assert.Equal(["0"], await node.AskAsync("select count(*) from job_runs"));
    }

    [Fact]
    public async Task What_fell_due_while_no_node_was_up_is_done_once_and_then_at_its_times()
    {
        await using var node = await JobNode.NewAsync();
        await node.StartAsync(JobNode.Setting("Lapse", "0 0 0 1 1 ?"));
        await node.StopAsync();
        var next = await node.AskAsync("select next_fire_time from jobs.qrtz_triggers where trigger_name = 'lapse'");
        await node.AskAsync($"update jobs.qrtz_triggers set next_fire_time = next_fire_time - {TimeSpan.FromDays(3 * 366).Ticks} where trigger_name = 'lapse'");       // three new years have passed

        await node.StartAsync(JobNode.Setting("Lapse", "0 0 0 1 1 ?"));

        var waited = Stopwatch.StartNew();
        while ((await node.AskAsync("select count(*) from job_runs where job = 'lapse'"))[0] == "0")
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The job was not made up for.");
            await Task.Delay(50);
        }

        await node.StopAsync();
        Assert.Equal(["lapse"], await node.AskAsync("select job from job_runs"));
        Assert.Equal(next, await node.AskAsync("select next_fire_time from jobs.qrtz_triggers where trigger_name = 'lapse'"));
    }

    [Theory]
    [InlineData("every five minutes")]
    [InlineData("00:05:00")]
    [InlineData("0/5 * * *")]
    [InlineData("0 0 0 1 1 ? 2020")]        // never again
    public async Task Times_that_are_none_stop_the_start_and_the_setting_is_named(string times)
    {
        await using var node = await JobNode.NewAsync();

        var told = await Assert.ThrowsAsync<StartUpException>(() => node.OpenAsync(JobNode.Setting("Renewals", times)));

        Assert.StartsWith($"Yuanku:Jobs:Renewals 的值“{times}”不是有效的时间表", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_and_a_node_that_runs_no_jobs_start_no_scheduler()
    {
        await using var node = await JobNode.NewAsync();
        await node.OpenAsync();
        await node.StopAsync();
        await node.StartAsync("--Yuanku:Jobs:Run=false");

        Assert.Equal(["0 0"], await node.AskAsync("select (select count(*) from jobs.qrtz_scheduler_state), (select count(*) from jobs.qrtz_job_details)"));
    }
}
