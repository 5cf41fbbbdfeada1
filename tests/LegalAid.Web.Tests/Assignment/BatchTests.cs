using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Batch;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Several cases proposed together: each on the state after the one before, all or none.</summary>
public sealed class BatchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.1", "BB-5.1", "CF-09")]
    public async Task Four_accused_of_one_letter_fall_to_the_firms_in_turn_as_the_preview_showed()
    {
        await FirmsAsync();
        var (clerk, letter) = (await app.AsAsync(Roles.Clerk), await LetterAsync("四人", 4));
        Assert.Contains($"/assignment/batch?letter={letter}", (await clerk.OpenAsync($"/intake/letters/{letter}")).Html, StringComparison.Ordinal);
        var (turn, shown) = (await TurnAsync(), await clerk.OpenAsync($"/assignment/batch?letter={letter}"));
        Assert.Equal(turn, await TurnAsync());       // looking leaves nothing behind
        Assert.Empty(await AssignmentsAsync(letter));

        var sent = await clerk.SendAsync($"/assignment/batch?letter={letter}", shown, [("Form.Note", "同案一并")]);

        Assert.Equal($"/intake/letters/{letter}", sent.Location);
        var made = await AssignmentsAsync(letter);
        Assert.Equal(4, made.Count);
        Assert.Equal(turn + 4, await TurnAsync());
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.Where(p => db.RotationQueues.Any(q => q.Id == p.QueueId && q.Kind == QueueKind.Criminal)).SumAsync(p => p.BalanceMillionths)));
        Assert.Equal(2, made.Select(a => a.InstitutionId).Distinct().Count());      // two firms of the same size: each its two
        Assert.All(made.GroupBy(a => a.InstitutionId), firm => Assert.Equal(2, firm.Count()));
        var names = await app.InDbAsync(db => db.Institutions.ToDictionaryAsync(i => i.Id, i => i.Name));
        var rows = shown.Document.QuerySelectorAll("main tbody tr td[data-label='建议'] strong").Select(cell => cell.TextContent).ToList();
        Assert.Equal(made.Select(a => names[a.InstitutionId]), rows);
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task The_director_sees_the_letters_proposals_together_and_decides_each()
    {
        await FirmsAsync();
        var letter = await LetterAsync("同览", 2);
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/batch?letter={letter}");
        var (made, director) = (await AssignmentsAsync(letter), await app.AsAsync(Roles.Director));

        var page = await director.OpenAsync($"/assignment/{made[0].Id}/approval");
        await app.DecideAsync($"/assignment/{made[0].Id}");

        Assert.Contains($"/assignment/{made[1].Id}/approval", page["#same-letter"].InnerHtml, StringComparison.Ordinal);
        Assert.Equal([AssignmentStatus.Approved, AssignmentStatus.Proposed], (await AssignmentsAsync(letter)).Select(a => a.Status));
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task A_preview_that_went_stale_is_refused_whole_and_drawn_anew()
    {
        await FirmsAsync();
        var (clerk, letter) = (await app.AsAsync(Roles.Clerk), await LetterAsync("过时", 2));
        var shown = await clerk.OpenAsync($"/assignment/batch?letter={letter}");
        await app.ProposedAsync(await app.RegisteredAsync("过时另案", "2026-6-17 9:10"));      // takes the turn shown to the first

        var stale = await clerk.SendAsync($"/assignment/batch?letter={letter}", shown, [("Form.Note", "")]);

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("一件也没有提交", stale.Text, StringComparison.Ordinal);
        Assert.Empty(await AssignmentsAsync(letter));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/assignment/batch?letter={letter}")).Status);
        Assert.Equal(2, (await AssignmentsAsync(letter)).Count);
    }

    [Fact]
    [Clause("BB-5.1", "LAW-43")]
    public async Task One_that_cannot_be_proposed_is_named_and_nothing_is_done()
    {
        await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var waiting = await app.RegisteredAsync("可派", "2026-6-17 9:00");
        var examined = NoticePath.IdOf((await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-17 9:00", "未决某"))).Location!);
        var url = $"/assignment/batch?case={waiting}&case={examined}";

        var shown = await clerk.OpenAsync(url);
        var firm = await app.InDbAsync(db => db.Institutions.Select(i => i.Id).FirstAsync());
        var sent = await clerk.PostAsync(url, [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. Seen(0, waiting, firm), .. Seen(1, examined, firm)]);

        Assert.Contains("不能提出", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"/assignment/batch?case={waiting}\"", shown.Html, StringComparison.Ordinal);     // the others alone
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("2026-", sent["main .refusals, main [role=alert]"].TextContent, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Assignments.AnyAsync(a => a.CaseId == waiting)));
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task Cases_of_both_queues_are_chosen_from_the_list_and_a_second_click_does_nothing()
    {
        await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var criminal = await app.RegisteredAsync("两队", "2026-6-17 9:00");
        var taken = (await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-17 9:00", "两队某"))).Location!;
        await clerk.SubmitAsync($"{taken}/decision", ("Form.Grants", "true"));
        var civil = NoticePath.IdOf(taken);
        Assert.NotNull((await clerk.OpenAsync("/assignment")).Document.QuerySelector($"input[name=case][value='{civil}']"));
        var url = $"/assignment/batch?case={criminal}&case={civil}";
        var shown = await clerk.OpenAsync(url);

        var clicks = await Task.WhenAll(clerk.SendAsync(url, shown, []), clerk.SendAsync(url, shown, []));

        Assert.All(clicks, click => Assert.Equal((HttpStatusCode.Found, "/assignment"), (click.Status, click.Location)));
        Assert.Equal(2, await app.InDbAsync(db => db.Assignments.CountAsync(a => a.CaseId == criminal || a.CaseId == civil)));
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task A_preview_waits_for_nobody_who_gives_a_turn()
    {
        await FirmsAsync();
        var (clerk, letter) = (await app.AsAsync(Roles.Clerk), await LetterAsync("不等", 2));

        var shown = await app.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await TurnLedger.LockAsync(db, QueueKind.Criminal, default);        // somebody is at it
            return await clerk.OpenAsync($"/assignment/batch?letter={letter}").WaitAsync(TimeSpan.FromSeconds(60));
        });

        Assert.Equal(2, shown.Document.QuerySelectorAll("main tbody tr td[data-label='建议'] strong").Length);
        Assert.Empty(await AssignmentsAsync(letter));
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task A_proposal_waits_for_no_preview_that_is_under_way_and_the_preview_writes_nothing()
    {
        await FirmsAsync();
        var letter = await LetterAsync("看着", 2);
        var cases = await app.InDbAsync(db => db.Cases.Where(c => c.LetterId == letter).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync());
        var officer = await app.OfficerAsync("looking", Roles.Clerk, app.OfficeId);

        var sketched = await app.RunAsync<IServiceProvider, IReadOnlyList<BatchStep>>(officer, async services =>
        {
            var db = services.GetRequiredService<AidDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var steps = await services.GetRequiredService<BatchSteps>().SketchAsync(cases, default);
            Assert.False(db.ChangeTracker.HasChanges());
            await app.ProposedAsync(cases[0]).WaitAsync(TimeSpan.FromSeconds(60));        // while the look is not over
            return steps;
        });

        Assert.All(sketched, step => Assert.NotNull(step.Decision?.Proposal));
        Assert.Equal(2, sketched.Select(step => step.Decision!.Proposal!.InstitutionId).Distinct().Count());      // the second counts the first
        Assert.Equal(cases[0], Assert.Single(await AssignmentsAsync(letter)).CaseId);
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public async Task Fifty_at_once_are_the_most(int count, bool tooMany)
    {
        var firm = await app.InDbAsync(db => db.Institutions.Select(i => i.Id).FirstOrDefaultAsync());
        var clerk = await app.AsAsync(Roles.Clerk);

        var sent = await clerk.PostAsync("/assignment/batch", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. Enumerable.Range(0, count).SelectMany(i => Seen(i, Guid.CreateVersion7(), firm))]);

        Assert.Equal(tooMany ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound, sent.Status);
    }

    private static (string, string)[] Seen(int i, Guid caseId, Guid firm) => [($"Form.Seen[{i}].CaseId", caseId.ToString()), ($"Form.Seen[{i}].InstitutionId", firm.ToString())];

    private async Task FirmsAsync()
    {
        app.Clock.Set(2026, 6, 17, 10);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆并甲律师事务所", "并甲一", "并甲二");
            await app.LawFirmAsync("重庆并乙律师事务所", "并乙一", "并乙二");
        }
    }

    private async Task<Guid> LetterAsync(string name, int accused)
    {
        var fields = TestData.Letter($"（2026）{name}号", "2026-6-17 9:00", name + "甲").Where(field => field.Field != "Form.Headcount");
        var more = string.Join('\n', "乙丙丁"[..(accused - 1)].Select(letter => name + letter));
        var registered = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", [.. fields, ("Form.MoreRecipients", more), ("Form.Headcount", $"{accused}")]);
        return NoticePath.IdOf(registered.Location!);
    }

    private Task<long> TurnAsync() => app.InDbAsync(db => db.RotationQueues.Where(q => q.Kind == QueueKind.Criminal).Select(q => q.Turn).SingleAsync());

    private Task<List<CaseAssignment>> AssignmentsAsync(Guid letter) => app.InDbAsync(db => (
        from a in db.Assignments.AsNoTracking()
        join c in db.Cases on a.CaseId equals c.Id
        where c.LetterId == letter && !AssignmentStatuses.Undone.Contains(a.Status)
        orderby c.Number
        select a).ToListAsync());
}
