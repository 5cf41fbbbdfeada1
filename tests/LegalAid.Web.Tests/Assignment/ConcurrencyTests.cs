using System.Globalization;
using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Many people at one queue at once: every turn goes to one case, every figure can be explained.</summary>
public sealed class ConcurrencyTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Cases = 16;
    private const int People = 8;
    private const int Attempts = 400;
    private static readonly HttpStatusCode[] Overtaken = [HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity];

    [Fact]
    [Clause("BB-11.1", "BB-6.3")]
    public async Task Eight_clerks_eight_directors_and_five_firms_at_once_leave_one_assignment_a_case_and_no_gap()
    {
        foreach (var (name, lawyers) in new[] { ("丙一", 1), ("丙二", 2), ("丙三", 3), ("丙四", 1), ("丙五", 2) })
        {
            await app.LawFirmAsync($"重庆{name}律师事务所", [.. Enumerable.Range(1, lawyers).Select(i => $"{name}律{i}")]);
        }

        var registrar = await app.AsAsync(Roles.Clerk);
        var cases = new List<Guid>();
        for (var i = 1; i <= Cases; i++)
        {
            var registered = await registrar.SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）渝0109刑初{300 + i}号", "2026-6-17 9:00", $"受援{i}"));
            cases.Add(Guid.Parse(registered.Location!["/cases/".Length..]));
        }

        var clerks = await PeopleAsync(Roles.Clerk);
        var directors = await PeopleAsync(Roles.Director);
        await Task.WhenAll(clerks.Select((clerk, i) => Task.Run(() => FinishAsync(
            clerk, cases.Select(id => $"/assignment/cases/{id}/propose"), startAt: i, "input[name='Form.Turn']", _ => []))));
        var proposed = await AssignmentsAsync(cases);
        await Task.WhenAll(directors.Select((director, i) => Task.Run(() => FinishAsync(
            director, proposed.Select(a => $"/assignment/{a.Id}/approval"), startAt: i, "button[name='Form.Agrees']", _ => [("Form.Agrees", "true")]))));
        await NameHandlersAsync(proposed);

        var assignments = await AssignmentsAsync(cases);
        Assert.Equal(cases.Order(), assignments.Select(a => a.CaseId).Order());
        Assert.All(assignments, a => Assert.Equal(AssignmentStatus.HandlerNamed, a.Status));
        Assert.Equal(
            Enumerable.Range(1, Cases).Select(n => string.Create(CultureInfo.InvariantCulture, $"碚援指字〔2026〕第{n}号")).Order(StringComparer.Ordinal),
            assignments.Select(a => a.NoticeNumber!).Order(StringComparer.Ordinal));
        await QueueLedger.IsWholeAsync(app, assignments);
        var decisions = await app.InDbAsync(db => db.Decisions.AsNoTracking().ToListAsync());
        Assert.Equal(Cases, decisions.Count);
        Assert.All(decisions, record => Assert.Equal(record.Result, DecisionKinds.Recompute(record)));
    }

    private async Task<List<Visitor>> PeopleAsync(string role)
    {
        var people = new List<Visitor>();
        for (var i = 0; i < People; i++)
        {
            people.Add(await app.AsAsync(role, app.OfficeId, name: $"{role}-{i}"));
        }

        return people;
    }

    // Opens each page in turn; whoever is told that somebody was faster looks again, until nothing is left to do.
    private static async Task FinishAsync(Visitor visitor, IEnumerable<string> pages, int startAt, string stillToDo, Func<string, (string, string)[]> fields)
    {
        var all = pages.ToList();
        var open = new Queue<string>([.. all[startAt..], .. all[..startAt]]);
        for (var attempt = 0; attempt < Attempts && open.Count > 0; attempt++)
        {
            var url = open.Dequeue();
            var page = await visitor.OpenAsync(url);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            if (page.Document.QuerySelector(stillToDo) is null)
            {
                continue;
            }

            var answer = await visitor.SendAsync(url, page, fields(url));
            if (answer.Status != HttpStatusCode.Found)
            {
                Assert.Contains(answer.Status, Overtaken);
                open.Enqueue(url);
            }
        }

        Assert.Empty(open);
    }

    private async Task NameHandlersAsync(List<CaseAssignment> assignments)
    {
        var administrators = new Dictionary<Guid, (Visitor Visitor, Guid Member)>();
        foreach (var institution in assignments.Select(a => a.InstitutionId).Distinct())
        {
            var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == institution).Select(m => m.Id).FirstAsync());
            administrators[institution] = (await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: institution), member);
        }

        var answers = await Task.WhenAll(assignments.Select(a => Task.Run(() =>
            administrators[a.InstitutionId].Visitor.SubmitAsync($"/assignment/{a.Id}/handler", ("Form.HandlerId", administrators[a.InstitutionId].Member.ToString())))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
    }

    private Task<List<CaseAssignment>> AssignmentsAsync(List<Guid> cases) =>
        app.InDbAsync(db => db.Assignments.AsNoTracking().Where(a => cases.Contains(a.CaseId) && a.Status != AssignmentStatus.Rejected).ToListAsync());
}

/// <summary>A page that was open while the queue moved, and the two persons every assignment needs.</summary>
public sealed class OvertakenPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.1")]
    public async Task A_page_opened_before_the_turn_moved_records_nothing_and_shows_the_new_order()
    {
        await TwoFirmsAsync();
        var (one, other) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Clerk, app.OfficeId, name: "other-clerk"));
        var (late, early) = (await CaseAsync(one, 401), await CaseAsync(one, 402));
        var opened = await one.OpenAsync($"/assignment/cases/{late}/propose");
        var before = opened["main .proposal strong"].TextContent;
        Assert.Equal(HttpStatusCode.Found, (await other.SubmitAsync($"/assignment/cases/{early}/propose")).Status);
        var standing = await StandingAsync();

        var answer = await one.SendAsync($"/assignment/cases/{late}/propose", opened, []);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.NotEqual(before, answer["main .proposal strong"].TextContent);
        Assert.Contains("情况已经变动", answer.Text, StringComparison.Ordinal);
        Assert.Equal(standing, await StandingAsync());
        Assert.False(await app.InDbAsync(db => db.Assignments.AnyAsync(a => a.CaseId == late)));
        Assert.False(await app.InDbAsync(db => db.Decisions.AnyAsync(d => d.SubjectId == late && d.Kind == DecisionKinds.Assignment)));
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task Who_proposed_cannot_approve_and_a_rejection_gives_the_turn_back()
    {
        await TwoFirmsAsync();
        var (proposer, decider) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Director, app.OfficeId, name: "other-director"));
        var id = await CaseAsync(await app.AsAsync(Roles.Clerk), 403);
        var before = await StandingAsync();
        var why = (await proposer.SubmitAsync($"/assignment/cases/{id}/propose")).Location!;

        var own = await proposer.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var silent = await decider.SubmitAsync($"{why}/approval", ("Form.Agrees", "false"));
        var rejected = await decider.SubmitAsync($"{why}/approval", ("Form.Agrees", "false"), ("Form.Note", "承办人近期出差"));
        var again = await proposer.OpenAsync($"/assignment/cases/{id}/propose");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("BB-5.1", own.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Equal(HttpStatusCode.Found, rejected.Status);
        Assert.Equal(before, await StandingAsync());
        Assert.NotNull(again.Document.QuerySelector("input[name='Form.Turn']"));
        Assert.Equal(CaseStatus.AwaitingAssignment, await app.InDbAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    private async Task TwoFirmsAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆丁一律师事务所")))
        {
            await app.LawFirmAsync("重庆丁一律师事务所", "丁甲");
            await app.LawFirmAsync("重庆丁二律师事务所", "丁乙");
        }
    }

    private static async Task<Guid> CaseAsync(Visitor clerk, int number)
    {
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）渝0109刑初{number}号", "2026-6-17 9:00", $"受援{number}"));
        return Guid.Parse(registered.Location!["/cases/".Length..]);
    }

    private Task<List<(Guid, long, long)>> StandingAsync() => app.InDbAsync(async db =>
        (await db.QueuePlaces.AsNoTracking().OrderBy(p => p.Id).ToListAsync()).ConvertAll(p => (p.Id, p.BalanceMillionths, p.WaitingSinceTurn)));
}
