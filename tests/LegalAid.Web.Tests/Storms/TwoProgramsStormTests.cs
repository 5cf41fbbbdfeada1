using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>
/// Thirty-two clerks at two processes on one database, two and two after the same cases, and the directors who agree to half of what they propose; one process is killed
/// when half is done, and whoever sat there goes on at the other.
/// </summary>
[Trait("Length", "Long")]
public sealed class TwoProgramsStormTests
{
    private const int Clerks = 32;
    private const int Cases = 5_000;
    private const int Accounts = 8;      // each signed in by four
    private const int LongestPause = 400;      // milliseconds
    private int proposed;
    private int agreed;

    [Fact]
    public async Task Five_thousand_cases_have_one_assignment_each_and_every_job_ran_once()
    {
        await using var two = await TwoPrograms.StartAsync("--Yuanku:Jobs:Seal=0/2 * * * * ?", "--Logging:LogLevel:LegalAid.Web.Jobs=Debug");
        await two.A.OfficeAsync("storm");
        var (clerks, directors) = (await SignedInAsync(two, Roles.Clerk), await SignedInAsync(two, Roles.Director));
        var shares = await Task.WhenAll(clerks.Take(Clerks / 2).Select((clerk, number) => clerk.Visitor.RegisterAsync($"暴{number}", (Cases * 2 / Clerks) + (number < Cases % (Clerks / 2) ? 1 : 0))));

        var work = Task.WhenAll(clerks.Select((clerk, number) => Task.Run(() => WorkAsync(two, clerk, directors[number], shares[number / 2]))));
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

    private static async Task<List<Seat>> SignedInAsync(TwoPrograms two, string role)
    {
        var seats = new List<Seat>();
        for (var account = 0; account < Accounts; account++)
        {
            var password = await two.A.AccountAsync(role, $"storm-{role}-{account}");
            for (var seat = 0; seat < Clerks / Accounts; seat++)
            {
                var cookies = new CookieContainer();
                var visitor = (seats.Count % 2 == 0 ? two.A : two.B).VisitorWith(cookies);
                Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", $"storm-{role}-{account}"), ("Form.Password", password))).Status);
                seats.Add(new(visitor, cookies));
            }
        }

        return seats;
    }

    private async Task WorkAsync(TwoPrograms two, Seat clerk, Seat director, List<Guid> cases)
    {
        foreach (var caseId in cases)
        {
            if (await ProposeAsync(two, clerk, $"/assignment/cases/{caseId}/propose") is { } assignment && Interlocked.Increment(ref proposed) % 2 == 0)
            {
                await AgreeAsync(two, director, assignment + "/approval");
                Interlocked.Increment(ref agreed);
            }
        }
    }

    // Overtaken or cut off, the clerk looks again, each after a while of the own; the page offers nothing more once the case is proposed, by whomever.
    private static async Task<string?> ProposeAsync(TwoPrograms two, Seat clerk, string url)
    {
        while (true)
        {
            var page = await TryAsync(two, clerk, () => clerk.Visitor.OpenAsync(url));
            if (page is not null && page.Document.QuerySelector("input[name='Form.Turn']") is null)
            {
                return null;
            }

            var sent = page is null ? null : await TryAsync(two, clerk, () => clerk.Visitor.SendAsync(url, page, []));
            if (sent?.Status == HttpStatusCode.Found)
            {
                return sent.Location;
            }

            await Task.Delay(Random.Shared.Next(LongestPause));       // not a wait for anything: thirty-two people do not look up at the same moment
        }
    }

    private static async Task AgreeAsync(TwoPrograms two, Seat director, string url)
    {
        WebPage? page = null;
        while (page is null || (page.Status != HttpStatusCode.Found && page.Document.QuerySelector("[name='Form.Agrees']") is not null))
        {
            page = await TryAsync(two, director, () => page is null ? director.Visitor.OpenAsync(url) : director.Visitor.SendAsync(url, page, [("Form.Agrees", "true")]));
            Assert.True(page?.Status is null or HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.Conflict, page?.Text);
        }
    }

    /// <returns>Null when the process was killed under it; the next try goes to the other.</returns>
    private static async Task<WebPage?> TryAsync(TwoPrograms two, Seat seat, Func<Task<WebPage>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            seat.Visitor = two.B.VisitorWith(seat.Cookies);
            return null;
        }
    }

    // A process killed between commit and answer leaves one of each that nobody counted: at most one for each seat of it.
    private Task<bool> EveryCaseHasOneTurnAsync(TwoPrograms two, List<Guid> cases) => two.InDbAsync(async db =>
    {
        var assigned = await db.Assignments.Select(a => new { a.CaseId, a.Status }).ToListAsync();
        Assert.Equal(cases.Order(), assigned.Select(a => a.CaseId).Order());
        Assert.All(assigned, a => Assert.True(a.Status is AssignmentStatus.Proposed or AssignmentStatus.Approved));
        Assert.InRange(proposed, Cases - (Clerks / 2), Cases);
        Assert.Equal(agreed, assigned.Count(a => a.Status == AssignmentStatus.Approved));
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

    private sealed class Seat(Visitor visitor, CookieContainer cookies)
    {
        public Visitor Visitor { get; set; } = visitor;

        public CookieContainer Cookies => cookies;
    }
}
