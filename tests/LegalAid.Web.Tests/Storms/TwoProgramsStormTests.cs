using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>Thirty-two clerks at two processes on one database; one process is killed when half is done, and its clerks go on at the other.</summary>
[Trait("Length", "Long")]
public sealed class TwoProgramsStormTests
{
    private const int Clerks = 32;
    private const int Cases = 5_000;
    private const int Accounts = 8;      // each signed in by four
    private int proposed;

    [Fact]
    public async Task Five_thousand_cases_have_one_assignment_each_and_every_job_ran_once()
    {
        await using var two = await TwoPrograms.StartAsync("--Yuanku:Jobs:SealEvery=00:00:02", "--Logging:LogLevel:LegalAid.Web.Jobs=Debug");
        await two.A.OfficeAsync("storm");
        var clerks = await SignedInAsync(two);
        var shares = await Task.WhenAll(clerks.Select((clerk, number) => clerk.Visitor.RegisterAsync($"暴{number}", (Cases / Clerks) + (number < Cases % Clerks ? 1 : 0))));

        var work = Task.WhenAll(clerks.Select((clerk, number) => Task.Run(() => ProposeAsync(two, clerk, shares[number]))));
        while (Volatile.Read(ref proposed) < Cases / 2 && !work.IsCompleted)
        {
            await Task.Delay(20);
        }

        await two.A.KillAsync();
        await work;

        await EveryCaseHasOneTurnAsync(two, [.. shares.SelectMany(share => share)]);
        await EveryJobRanOnceAsync(two);
        var (code, told) = await two.B.RunAsync("verify");
        Assert.True(code == ExitCode.Done, told);
    }

    private static async Task<List<Clerk>> SignedInAsync(TwoPrograms two)
    {
        var clerks = new List<Clerk>();
        for (var account = 0; account < Accounts; account++)
        {
            var password = await two.A.AccountAsync(Roles.Clerk, $"storm-{account}");
            for (var seat = 0; seat < Clerks / Accounts; seat++)
            {
                var cookies = new CookieContainer();
                var visitor = (clerks.Count % 2 == 0 ? two.A : two.B).VisitorWith(cookies);
                Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", $"storm-{account}"), ("Form.Password", password))).Status);
                clerks.Add(new(visitor, cookies));
            }
        }

        return clerks;
    }

    // Overtaken, the clerk sends the page that was shown for it, which has the new turn; cut off, it is opened anew. It offers nothing more once the case is proposed.
    private async Task ProposeAsync(TwoPrograms two, Clerk clerk, List<Guid> cases)
    {
        foreach (var url in cases.Select(id => $"/assignment/cases/{id}/propose"))
        {
            WebPage? page = null;
            do
            {
                try
                {
                    page = page is null ? await clerk.Visitor.OpenAsync(url) : await clerk.Visitor.SendAsync(url, page, []);
                }
                catch (Exception cut) when (cut is HttpRequestException or IOException)
                {
                    (clerk.Visitor, page) = (two.B.VisitorWith(clerk.Cookies), null);
                }
            }
            while (page is null || (page.Status != HttpStatusCode.Found && page.Document.QuerySelector("input[name='Form.Turn']") is not null));

            Interlocked.Increment(ref proposed);
        }
    }

    private static Task<bool> EveryCaseHasOneTurnAsync(TwoPrograms two, List<Guid> cases) => two.InDbAsync(async db =>
    {
        var assigned = await db.Assignments.Select(a => new { a.CaseId, a.Status }).ToListAsync();
        Assert.Equal(cases.Order(), assigned.Select(a => a.CaseId).Order());
        Assert.All(assigned, a => Assert.Equal(AssignmentStatus.Proposed, a.Status));
        var turns = await db.QueueEntries.Where(e => e.PaidMillionths > 0).OrderBy(e => e.Turn).Select(e => e.Turn).ToListAsync();
        Assert.Equal(Enumerable.Range(1, cases.Count).Select(turn => (long)turn), turns);
        Assert.Equal(0, await db.QueuePlaces.SumAsync(p => p.BalanceMillionths));
        return true;
    });

    private static async Task EveryJobRanOnceAsync(TwoPrograms two)
    {
        var done = TwoProgramsTests.Runs(two.A.Told).Concat(TwoProgramsTests.Runs(two.B.Told)).Where(run => run.Here).Select(run => run.Due).ToList();
        Assert.NotEmpty(done);
        Assert.Equal(done.Count, done.Distinct().Count());
        Assert.Empty(await two.InDbAsync(db => SealCheck.FaultsAsync(db, default)));
    }

    private sealed class Clerk(Visitor visitor, CookieContainer cookies)
    {
        public Visitor Visitor { get; set; } = visitor;

        public CookieContainer Cookies => cookies;
    }
}
