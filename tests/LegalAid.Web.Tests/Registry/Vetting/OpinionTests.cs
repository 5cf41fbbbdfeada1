using System.Diagnostics;
using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Tests;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>温州: opinions come back with a code that works once; silence stops nobody; a removal here bars whatever the name, one elsewhere does not.</summary>
public sealed class OpinionTests(WenzhouPoolApp app) : IClassFixture<WenzhouPoolApp>
{
    [Fact]
    [Clause("WZ-7.3a", "WZ-7.3b", "WZ-7.3c")]
    public async Task Reference_and_code_open_the_request_and_answer_it_once()
    {
        var (clerk, application) = await AppliedAsync("征某甲");
        var page = $"/registry/applications/{application.Id}/vetting";
        Assert.Contains("还没有征求意见", (await clerk.OpenAsync(page)).Text, StringComparison.Ordinal);
        var (reference, code) = await AskAsync(clerk, application, "Bureau");
        Assert.DoesNotContain(code, (await clerk.OpenAsync($"{page}/opinion")).Html, StringComparison.Ordinal);

        var bureau = app.Anybody();
        var opened = await bureau.SubmitAsync("/opinion", ("Form.Reference", reference), ("Form.Code", code.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.All(new[] { "征某甲", application.LicenceNumber!, "温州甲征律师事务所" }, text => Assert.Contains(text, opened.Text, StringComparison.Ordinal));
        (string, string)[] answer = [("Form.Reply", "Objects"), ("Form.Opinion", "去年有投诉"), ("Form.RepliedBy", "律管科 科长")];
        var answered = await bureau.SendAsync("/opinion", opened, answer, action: "/opinion?handler=Answer");
        Assert.Contains("已收到贵单位的意见", answered.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bureau.SendAsync("/opinion", opened, answer, action: "/opinion?handler=Answer")).Status);
        Assert.Contains("去年有投诉", (await clerk.OpenAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(32, (await app.InDbAsync(db => db.OpinionRequests.SingleAsync(r => r.Reference == reference))).CodeHash.Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"{page}/opinion", ("Form.Body", "Bureau"), ("Form.Unit", "某司法局"))).Status);
    }

    [Theory]
    [InlineData(OpinionRequest.MostFailures - 1, HttpStatusCode.OK)]
    [InlineData(OpinionRequest.MostFailures, HttpStatusCode.UnprocessableEntity)]
    public async Task After_five_wrong_codes_it_is_worthless(int wrong, HttpStatusCode status)
    {
        var (clerk, application) = await AppliedAsync($"征某错{wrong}");
        var (reference, code) = await AskAsync(clerk, application, "Association");
        for (var time = 0; time < wrong; time++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Anybody().SubmitAsync("/opinion", ("Form.Reference", reference), ("Form.Code", "aaaaaaaaaa"))).Status);
        }

        Assert.Equal(status, (await app.Anybody().SubmitAsync("/opinion", ("Form.Reference", reference), ("Form.Code", code))).Status);
    }

    [Fact]
    [Clause("WZ-7.3b")]
    public async Task Silence_past_the_clock_stops_nobody()
    {
        var (clerk, application) = await AppliedAsync("征某默");
        await AskAsync(clerk, application, "Bureau");
        await AskAsync(clerk, application, "Association");
        var due = await app.InDbAsync(db => db.OpinionRequests.Where(r => r.ApplicationId == application.Id).Select(r => r.DueAtUtc).MaxAsync());
        var url = $"/registry/applications/{application.Id}/vetting";
        var before = app.Clock.Now;

        app.Clock.Set(LegalAid.Store.OfficeClock.ToLocal(due).AddSeconds(-1));
        Assert.Contains("答复期限7日未到", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        app.Clock.Set(LegalAid.Store.OfficeClock.ToLocal(due));
        var overdue = (await clerk.OpenAsync(url)).Text;
        await ConfirmedAsync(clerk, url);
        var chosen = await clerk.SubmitAsync($"/registry/rounds/{application.RoundId}/comparison", VettingDesk.Choice(true, "较优", application));
        app.Clock.Set(before);

        Assert.Contains("逾期没有答复", overdue, StringComparison.Ordinal);
        Assert.True(chosen.Status == HttpStatusCode.Found, chosen.Text);
    }

    [Fact]
    [Clause("WZ-7.3b", "WZ-7.3c")]
    public async Task Who_asked_is_reminded_once_when_the_time_is_over_and_the_file_goes_on()
    {
        var (clerk, application) = await AppliedAsync("征某催");
        var (reference, code) = await AskAsync(clerk, application, "Bureau");
        await AskAsync(clerk, application, "Association");
        var due = LegalAid.Store.OfficeClock.ToLocal(await app.InDbAsync(db => db.OpinionRequests.Where(r => r.ApplicationId == application.Id).Select(r => r.DueAtUtc).MaxAsync()));
        var before = app.Clock.Now;

        app.Clock.Set(due.AddSeconds(-1));
        Assert.Equal(0, await RemindedAsync(application));
        app.Clock.Set(due);
        Assert.Equal(2, await RemindedAsync(application));      // one for each body
        Assert.Equal(2, await RemindedAsync(application));
        Assert.Contains("逾期没有答复，可以继续审核", (await clerk.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
        Assert.Contains("已提醒", (await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting"))["#opinions"].TextContent, StringComparison.Ordinal);

        var opened = await app.Anybody().SubmitAsync("/opinion", ("Form.Reference", reference), ("Form.Code", code));      // late, and taken all the same
        app.Clock.Set(before);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
    }

    [Fact]
    [Clause("WZ-6.4d", "WZ-28.6")]
    public async Task A_removal_is_found_by_the_number_under_another_name_and_never_another_offices()
    {
        var (clerk, barred) = await AppliedAsync("改名某");
        var (_, free) = await AppliedAsync("清白某");
        var firm = await app.InstitutionAsync("温州旧名律师事务所", InstitutionKind.LawFirm);
        var member = await app.MemberAsync("原名某", firm, m => m.LeftOn = new(2024, 1, 1), identity: "old");
        await RemovedAsync(app.OfficeId, member.Id, barred.IdentityIndex!);
        await app.GoToAsync("BB");
        var elsewhere = await app.MemberAsync("他处某", await app.InstitutionAsync("重庆他处律师事务所", InstitutionKind.LawFirm));
        await RemovedAsync(app.OfficeId, elsewhere.Id, free.IdentityIndex!);
        await app.GoToAsync("WZ");

        Assert.Contains("被本机构清退", (await clerk.OpenAsync($"/registry/applications/{barred.Id}/vetting")).Text, StringComparison.Ordinal);
        Assert.Contains("没有被本机构清退的记录", (await clerk.OpenAsync($"/registry/applications/{free.Id}/vetting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-4.1", "WZ-5.2", "WZ-6.5", "WZ-7.3d")]
    public async Task A_young_lawyer_comes_into_the_duty_pool_alone_by_a_round_for_both()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var (round, firm) = (await app.RoundAsync(), await FirmAsync());
        var application = await app.ApplicationAsync(round, firm, "青年某", a => a.FirstLicensedOn = new(2026, 1, 5));
        await app.VettedAsync(application);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "鼓励青年律师", application))).Status);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Status);

        var member = await app.InDbAsync(db => db.Memberships.WithStandings().SingleAsync(m => m.Person.Name == "青年某"));

        Assert.Equal((false, true), (PoolStandings.Holds(member, Pools.Cases, app.Clock.Today), PoolStandings.Holds(member, Pools.Duty, app.Clock.Today)));
        Assert.False(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == member.Id)));
    }

    [Theory]
    [Clause("WZ-5.4", "WZ-6.6")]
    [InlineData(2024, HttpStatusCode.Found)]                        // two years, in the case pool
    [InlineData(2026, HttpStatusCode.UnprocessableEntity)]          // too young for it, and the channel has no other
    public async Task A_channel_of_the_case_pool_leads_into_no_other(int licensed, HttpStatusCode answer)
    {
        var (clerk, application) = await AppliedAsync($"通道某{licensed}", a => a.FirstLicensedOn = new(licensed, 1, 5));
        await app.VettedAsync(application);

        var chosen = await clerk.SubmitAsync($"/registry/rounds/{application.RoundId}/comparison", VettingDesk.Choice(true, "较优", application));

        Assert.Equal(answer, chosen.Status);
        if (answer == HttpStatusCode.Found)
        {
            await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{application.RoundId}/results/admit");
            var member = await app.InDbAsync(db => db.Memberships.WithStandings().SingleAsync(m => m.Person.Name == application.Name));
            Assert.Equal([Pools.Cases], member.Standings.Select(standing => standing.Pool));
        }
    }

    [Fact]
    [Clause("WZ-7.3b")]
    public async Task An_answer_that_comes_while_another_letter_is_made_stands()
    {
        var (clerk, application) = await AppliedAsync("征某同时");
        await AskAsync(clerk, application, "Bureau");
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var answer = new NpgsqlCommand($"update opinion_requests set replied_at_utc = now(), reply = 'NoObjection', replied_by = '科长' where application_id = '{application.Id}'", connection))
        {
            Assert.Equal(1, await answer.ExecuteNonQueryAsync());
        }

        var asking = clerk.SubmitAsync($"/registry/applications/{application.Id}/vetting/opinion", ("Form.Body", "Bureau"), ("Form.Unit", "温州市某区司法局"));
        await WaitingAsync(source);
        await transaction.CommitAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asking).Status);
        var request = await app.InDbAsync(db => db.OpinionRequests.AsNoTracking().SingleAsync(r => r.ApplicationId == application.Id));
        Assert.Equal((OpinionReply.NoObjection, null), (request.Reply, request.ReplacedAtUtc));
    }

    // Until somebody waits for a row of this database.
    private static async Task WaitingAsync(NpgsqlDataSource source)
    {
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < TimeSpan.FromSeconds(60); await Task.Yield())
        {
            await using var command = source.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                return;
            }
        }

        Assert.Fail("Nobody waits for the request's row.");
    }

    private static async Task ConfirmedAsync(Visitor clerk, string page)
    {
        foreach (var criterion in new[] { "Character", "Dedication", "Fitness" })
        {
            Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(page, ("Form.Criterion", criterion), ("Form.Met", "true"), ("Form.Reason", "看过承诺书"))).Status);
        }
    }

    private async Task<(Visitor Clerk, PoolApplication Application)> AppliedAsync(string name, Action<PoolApplication>? but = null)
    {
        var round = await app.ChannelAsync();
        return (await app.AsAsync(Roles.Clerk), await app.ApplicationAsync(round, await FirmAsync(), name, but));
    }

    private async Task<Institution> FirmAsync() =>
        await app.InDbAsync(db => db.Institutions.SingleOrDefaultAsync(i => i.Name == "温州甲征律师事务所")) ?? await app.InstitutionAsync("温州甲征律师事务所", InstitutionKind.LawFirm);

    private static async Task<(string Reference, string Code)> AskAsync(Visitor clerk, PoolApplication application, string body)
    {
        var made = await clerk.SubmitAsync($"/registry/applications/{application.Id}/vetting/opinion", ("Form.Body", body), ("Form.Unit", "温州市某区司法局"));
        return (made["#opinion-reference"].TextContent, made["#opinion-code"].TextContent);
    }

    private async Task<int> RemindedAsync(PoolApplication application)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellOfOpinions>().RunAsync(default);
        return await app.InDbAsync(db => db.Notices.CountAsync(n => n.ApplicationId == application.Id && n.Kind == NoticeKind.OpinionOverdue));
    }

    private Task<int> RemovedAsync(Guid officeId, Guid membershipId, byte[] index) => app.InDbAsync(db =>
    {
        db.Add(new PoolRemoval
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            MembershipId = membershipId,
            IdentityIndex = index,
            Ground = RemovalGround.GraveBreach,
            Reason = "违规",
            DecidedOn = new(2025, 1, 1),
            ProposedById = Guid.CreateVersion7(),
            DecidedById = Guid.CreateVersion7(),
            DecidedAtUtc = app.Clock.UtcNow,
        });
        return db.SaveChangesAsync();
    });
}
