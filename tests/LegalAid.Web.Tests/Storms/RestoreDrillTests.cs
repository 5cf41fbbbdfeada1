using System.Collections.Concurrent;
using System.Net;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>The drill: a backup made while four people work, restored on another machine, where the program goes on with everything that had been done before the backup began.</summary>
[Trait("Length", "Long")]
public sealed class RestoreDrillTests
{
    private const int Clients = 4;
    private const int CasesBefore = 20;

    [Fact]
    public async Task A_backup_made_under_load_is_restored_elsewhere_and_work_goes_on_there()
    {
        await using var here = new LiveProgram();
        await here.StartAsync();
        var (clerk, director) = await here.OfficeAsync("drill");
        var password = await here.AccountAsync(Roles.Clerk, "drill-other");
        var done = new ConcurrentQueue<Guid>();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(1, Clients).Select(client => WorkAsync(clerk, director, $"甲{client}", done, enough.Token)));
        await ReachAsync(done, CasesBefore, work);

        var before = done.ToList();
        var (code, told) = await here.RunAsync("backup", here.In("office.dump"));
        var during = done.Count - before.Count;
        await ReachAsync(done, done.Count + Clients, work);     // nobody was in anybody's way
        await enough.CancelAsync();
        await work;

        Assert.True(code == ExitCode.Done, told);
        Assert.True(during > 0, "Nobody worked while the backup was made.");
        await using var elsewhere = new LiveProgram();
        elsewhere.TakeKeysOf(here);
        await RestoredAsync(elsewhere, here.In("office.dump"));
        (code, told) = await elsewhere.RunElsewhereAsync("America/St_Johns", "tr_TR.UTF-8", "verify");
        Assert.True(code == ExitCode.Done, told);
        await elsewhere.StartAsync();
        await GoesOnAsync(elsewhere, before, await elsewhere.SignInAsync("drill-other", password));
    }

    private static async Task RestoredAsync(LiveProgram elsewhere, string dump)
    {
        var (code, told) = await elsewhere.RunAsync("restore", dump);
        Assert.True(code == ExitCode.Done, told);
        (code, told) = await elsewhere.RunAsync("restore", dump);
        Assert.True(code == ExitCode.Found && told.Contains("已有数据", StringComparison.Ordinal), told);
    }

    private static async Task GoesOnAsync(LiveProgram elsewhere, List<Guid> before, Visitor clerk)
    {
        foreach (var id in before)
        {
            Assert.Contains("为什么是他", (await clerk.OpenAsync($"/cases/{id}")).Text, StringComparison.Ordinal);
        }

        var fresh = Assert.Single(await clerk.RegisterAsync("乙", 1));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/assignment/cases/{fresh}/propose")).Status);
        await elsewhere.RunAsync("seal");
        var (code, told) = await elsewhere.RunAsync("verify");
        Assert.True(code == ExitCode.Done, told);
        await using var server = await elsewhere.DatabaseAsync();
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner);
        await using var db = AidDatabase.Open(source);
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        var turns = await db.QueueEntries.Where(e => e.PaidMillionths > 0).OrderBy(e => e.Turn).Select(e => e.Turn).ToListAsync();
        Assert.Equal(Enumerable.Range(1, turns.Count).Select(n => (long)n), turns);      // the order goes on where it was, without a gap
    }

    private static async Task WorkAsync(Visitor clerk, Visitor director, string mark, ConcurrentQueue<Guid> done, CancellationToken enough)
    {
        for (var number = 1; !enough.IsCancellationRequested; number++)
        {
            var id = Assert.Single(await clerk.RegisterAsync($"{mark}又{number}", 1));
            WebPage proposed;
            do
            {
                proposed = await clerk.SubmitAsync($"/assignment/cases/{id}/propose");     // 409: somebody else was faster at this turn
            }
            while (proposed.Status == HttpStatusCode.Conflict);

            Assert.Equal(HttpStatusCode.Found, proposed.Status);
            Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{proposed.Location}/approval", ("Form.Agrees", "true"))).Status);
            done.Enqueue(id);
        }
    }

    private static async Task ReachAsync(ConcurrentQueue<Guid> done, int count, Task work)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (done.Count < count && !work.IsCompleted)
        {
            await Task.Delay(20, patience.Token);
        }

        if (work.IsCompleted)
        {
            await work;     // tells what went wrong
        }
    }
}
