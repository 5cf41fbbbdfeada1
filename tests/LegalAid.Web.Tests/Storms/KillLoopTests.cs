using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Storms;

/// <summary>SIGKILL in the middle of assignments, of the program and of the database: nothing half done, no turn lost or paid twice, a retried request has one effect.</summary>
[Trait("Length", "Long")]
public sealed class KillLoopTests
{
    private const int Rounds = 20;
    private const int CasesPerRound = 10;
    private const int Clients = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Twenty_kills_in_the_middle_of_two_hundred_assignments_leave_every_case_whole()
    {
        await using var program = new LiveProgram();
        await program.StartAsync();
        var (clerk, director) = await program.OfficeAsync("kill");
        var random = new Random(20260617);
        var cases = new List<Guid>();

        for (var round = 1; round <= Rounds; round++)
        {
            var fresh = await clerk.RegisterAsync($"{round}", CasesPerRound);
            cases.AddRange(fresh);
            var work = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
            {
                foreach (var id in fresh.Where((_, index) => index % Clients == client))
                {
                    await AssignSurelyAsync(program, clerk, director, id);
                }
            })));
            await Task.Delay(random.Next(20, 600));
            await (round % 2 == 0 ? program.KillWithDatabaseAsync() : program.KillAsync());
            await program.StartAsync();
            await work;
        }

        var (code, told) = await program.RunAsync("verify");
        Assert.True(code == ExitCode.Done, told);
        await EveryCaseIsWholeAsync(program, cases);
    }

    private static async Task AssignSurelyAsync(LiveProgram program, Visitor clerk, Visitor director, Guid caseId)
    {
        var proposal = $"/assignment/cases/{caseId}/propose";
        var answer = await SendSurelyAsync(program, clerk, proposal, []);
        var why = answer == proposal ? await WhyAsync(program, clerk, caseId) : answer;       // killed after the effect, before the answer was noted
        await SendSurelyAsync(program, director, $"{why}/approval", [("Form.Agrees", "true")]);
    }

    private static async Task<string> WhyAsync(LiveProgram program, Visitor clerk, Guid caseId)
    {
        while (true)
        {
            try
            {
                return (await clerk.OpenAsync($"/cases/{caseId}"))["main a[href^='/assignment/']:contains('为什么是他')"].GetAttribute("href")!;
            }
            catch (HttpRequestException)
            {
                await program.AnswersAsync();
            }
        }
    }

    // The same filled-in page is sent again, with the key it was given, until the program has answered; overtaken by another, the page is opened anew.
    private static async Task<string> SendSurelyAsync(LiveProgram program, Visitor visitor, string url, (string Field, string Value)[] fields)
    {
        using var patience = new CancellationTokenSource(Patience);
        WebPage? opened = null;
        while (!patience.IsCancellationRequested)
        {
            try
            {
                opened ??= await visitor.OpenAsync(url) is { Status: HttpStatusCode.OK } page ? page : null;
                var answer = opened is null ? null : await visitor.SendAsync(url, opened, fields);
                if (answer is { Status: HttpStatusCode.Found, Location: { } location } && !location.StartsWith("/signin", StringComparison.Ordinal))
                {
                    return location;
                }

                opened = answer is { Status: HttpStatusCode.InternalServerError } ? opened : null;
            }
            catch (HttpRequestException)
            {
            }
            catch (IOException)
            {
            }

            await program.AnswersAsync();
        }

        throw new TimeoutException($"{url} was not answered.");
    }

    private static async Task EveryCaseIsWholeAsync(LiveProgram program, List<Guid> cases)
    {
        await using var server = await program.DatabaseAsync();
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner);
        await using var db = AidDatabase.Open(source);
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(), default);
        var assignments = await db.Assignments.AsNoTracking().ToListAsync();

        Assert.Equal(cases.Order(), assignments.Select(a => a.CaseId).Order());      // one each: nothing lost, nothing doubled
        Assert.All(assignments, a => Assert.Equal(AssignmentStatus.Approved, a.Status));
        Assert.Equal(cases.Count, await db.Cases.CountAsync(c => c.Status == CaseStatus.Assigned));
        var turns = await db.QueueEntries.Where(e => e.PaidMillionths > 0).OrderBy(e => e.Turn).Select(e => e.Turn).ToListAsync();
        Assert.Equal(Enumerable.Range(1, cases.Count).Select(n => (long)n), turns);     // each turn paid once
        Assert.Equal(assignments.Count, await db.Decisions.CountAsync());
        Assert.Equal(assignments.Count, await db.Journal.CountAsync(line => line.Act == LegalAid.Store.Journal.Act.AssignmentProposed));
    }
}
