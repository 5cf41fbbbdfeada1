using System.Globalization;
using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Everybody at work at once, as in an office: while some propose, others approve, refuse and name, and what was refused is proposed again.</summary>
public sealed class OverlapTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Cases = 16, People = 8;
    private static readonly HttpStatusCode[] Overtaken = [HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity];
    private int proposing, deciding, overlaps;

    [Fact]
    [Clause("BB-5.1", "BB-6.3", "BB-11.1")]
    public async Task Clerks_propose_while_directors_approve_and_refuse_and_firms_name_and_every_turn_is_one_cases()
    {
        var firms = new List<Guid>();
        foreach (var (name, lawyers) in new[] { ("戊一", 1), ("戊二", 2), ("戊三", 3), ("戊四", 1), ("戊五", 2) })
        {
            firms.Add((await app.LawFirmAsync($"重庆{name}律师事务所", [.. Enumerable.Range(1, lawyers).Select(i => $"{name}律{i}")])).Id);
        }

        var cases = new List<Guid>();
        for (var i = 1; i <= Cases; i++)
        {
            cases.Add(await app.RegisteredAsync($"{500 + i}", "2026-6-17 9:00"));
        }

        await EverybodyAsync(cases, firms);

        var all = await app.InDbAsync(db => db.Assignments.AsNoTracking().Where(a => cases.Contains(a.CaseId)).ToListAsync());
        var (refused, live) = (all.FindAll(a => a.Status == AssignmentStatus.Rejected), all.FindAll(a => a.Status != AssignmentStatus.Rejected));
        Assert.True(overlaps > 0 && refused.Count >= Cases / 2, "nobody proposed while somebody else decided, or too little was refused");
        Assert.Equal(cases.Order(), live.Select(a => a.CaseId).Order());
        Assert.All(live, a => Assert.Equal(AssignmentStatus.HandlerNamed, a.Status));
        Assert.Equal(
            Enumerable.Range(1, Cases).Select(n => string.Create(CultureInfo.InvariantCulture, $"碚援指字〔2026〕第{n}号")).Order(StringComparer.Ordinal),
            live.Select(a => a.NoticeNumber!).Order(StringComparer.Ordinal));
        await QueueLedger.IsWholeAsync(app, all);
        await RecordsAgreeAsync(all, refused.Count);
    }

    private async Task EverybodyAsync(List<Guid> cases, List<Guid> firms)
    {
        var workers = new List<(Visitor Visitor, Func<Standing, Deed?> Next)>();
        foreach (var seat in Enumerable.Range(0, People))
        {
            workers.Add((await app.AsAsync(Roles.Clerk, app.OfficeId, name: $"clerk-{seat}"), Propose));
            workers.Add((await app.AsAsync(Roles.Director, app.OfficeId, name: $"director-{seat}"), standing => Decide(standing, seat)));
        }

        foreach (var firm in firms)
        {
            var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm).Select(m => m.Id).FirstAsync());
            workers.Add((await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm), standing => Name(standing, firm, member)));
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await Task.WhenAll(workers.Select((worker, seat) => Task.Run(() => WorkAsync(worker.Visitor, worker.Next, cases, seat, patience.Token))));
    }

    private static Deed? Propose(Standing standing) =>
        standing.Assignment is null ? new($"/assignment/cases/{standing.CaseId}/propose", "input[name='Form.Turn']", [], IsProposal: true) : null;

    // Every second case is refused by whoever comes first; every third is refused by some and approved by others, who meet at the same proposal.
    private static Deed? Decide(Standing standing, int seat)
    {
        if (standing is not { Assignment: { } assignment, Status: AssignmentStatus.Proposed })
        {
            return null;
        }

        var refuses = (standing.Number % 2 == 0 && standing.Refusals == 0) || (standing.Number % 3 == 0 && standing.Refusals < 2 && seat % 2 == 0);
        return new($"/assignment/{assignment}/approval", "button[name='Form.Agrees']", [("Form.Agrees", refuses ? "false" : "true"), ("Form.Note", "意见")], IsProposal: false);
    }

    private static Deed? Name(Standing standing, Guid firm, Guid member) =>
        standing is { Assignment: { } assignment, Status: AssignmentStatus.Approved } && standing.Institution == firm
            ? new($"/assignment/{assignment}/handler", "[name='Form.HandlerId']", [("Form.HandlerId", member.ToString())], IsProposal: false)
            : null;

    // Looks what there is to do, does one thing of it, and looks again, until every case has its handler.
    private async Task WorkAsync(Visitor visitor, Func<Standing, Deed?> next, List<Guid> cases, int seat, CancellationToken patience)
    {
        for (var look = seat; ; look++)
        {
            patience.ThrowIfCancellationRequested();
            var standings = await StandingsAsync(cases);
            if (standings.TrueForAll(standing => standing.Status == AssignmentStatus.HandlerNamed))
            {
                return;
            }

            var open = standings.Select(next).OfType<Deed>().ToList();
            if (open.Count > 0)
            {
                await DoAsync(visitor, open[look % open.Count]);
            }
        }
    }

    private async Task DoAsync(Visitor visitor, Deed deed)
    {
        var page = await visitor.OpenAsync(deed.Url);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        if (page.Document.QuerySelector(deed.StillToDo) is null)
        {
            return;
        }

        Interlocked.Increment(ref deed.IsProposal ? ref proposing : ref deciding);
        Interlocked.Add(ref overlaps, Volatile.Read(ref deed.IsProposal ? ref deciding : ref proposing));
        var answer = await visitor.SendAsync(deed.Url, page, deed.Fields);
        Interlocked.Decrement(ref deed.IsProposal ? ref proposing : ref deciding);
        Assert.Contains(answer.Status, Overtaken.Append(HttpStatusCode.Found));
    }

    private Task<List<Standing>> StandingsAsync(List<Guid> cases) => app.InDbAsync(async db =>
    {
        var assignments = (await db.Assignments.AsNoTracking().Where(a => cases.Contains(a.CaseId)).ToListAsync()).ToLookup(a => a.CaseId);
        return cases.Select((id, number) =>
        {
            var live = assignments[id].SingleOrDefault(a => a.Status != AssignmentStatus.Rejected);
            return new Standing(id, number, live?.Id, live?.Status, live?.InstitutionId, assignments[id].Count(a => a.Status == AssignmentStatus.Rejected));
        }).ToList();
    });

    private async Task RecordsAgreeAsync(List<CaseAssignment> all, int refused)
    {
        var decisions = await app.InDbAsync(db => db.Decisions.AsNoTracking().ToListAsync());
        Assert.Equal(all.Select(a => a.DecisionId).Order(), decisions.Select(d => d.Id).Order());
        Assert.All(decisions, record => Assert.Equal(record.Result, DecisionKinds.Recompute(record)));
        var acts = await app.InDbAsync(db => db.Journal.AsNoTracking().GroupBy(line => line.Act).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count));
        Assert.Equal((all.Count, refused, Cases, Cases), (acts[Act.AssignmentProposed], acts[Act.AssignmentRejected], acts[Act.AssignmentApproved], acts[Act.HandlerNamed]));
    }

    /// <summary>Where a case stands: its live assignment and how often a proposal was refused.</summary>
    private sealed record Standing(Guid CaseId, int Number, Guid? Assignment, AssignmentStatus? Status, Guid? Institution, int Refusals);

    /// <summary>One thing to do: the page, what it shows while it is still to do, and what is filled in.</summary>
    private sealed record Deed(string Url, string StillToDo, (string, string)[] Fields, bool IsProposal);
}
