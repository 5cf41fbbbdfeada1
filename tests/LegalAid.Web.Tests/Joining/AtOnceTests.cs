using System.Diagnostics;
using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>Two at once: the round's row settles who was in time, the application's version who was first.</summary>
public sealed class AtOnceTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    private static readonly DateTime Closes = new(2026, 6, 20, 17, 0, 0);

    [Theory]
    [Clause("QJ-6.3")]
    [InlineData(false, HttpStatusCode.UnprocessableEntity)]     // the row comes free after the end: late
    [InlineData(true, HttpStatusCode.Found)]                    // the end was moved meanwhile: in time
    public async Task Whoever_waits_for_the_rounds_row_is_judged_by_row_and_clock_after_it(bool extended, HttpStatusCode answer)
    {
        var (url, administrator, round) = await EndorsedAsync($"等待{extended}");
        app.Clock.Set(Closes.AddSeconds(-1));
        var page = await administrator.OpenAsync("/joining/firm");
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(connection, $"select 1 from recruitment_rounds where id = '{round}' for update");

        var submitting = administrator.SendAsync("/joining/firm?handler=Submit", page, [("Form.Ids", RecruitmentDesk.IdOf(url).ToString())]);
        await WaitingAsync(source);
        app.Clock.Set(Closes);
        if (extended)
        {
            await RunAsync(connection, $"update recruitment_rounds set closes_at_utc = closes_at_utc + interval '1 day' where id = '{round}'");
        }

        await transaction.CommitAsync();

        Assert.Equal(answer, (await submitting).Status);
        Assert.Equal(extended ? ApplicationStatus.Submitted : ApplicationStatus.WithInstitution, (await app.ApplicationAsync(url)).Status);
    }

    [Fact]
    public async Task An_opinion_and_a_withdrawal_at_once_leave_one_that_came_first()
    {
        for (var time = 0; time < 4; time++)
        {
            var (round, firm, administrator) = await OpenAsync($"同时{time}");
            var applicant = await app.ApplicantAsync("时某", "QJ");
            var url = await applicant.FilledAsync(round, "时某", ("Form.InstitutionId", firm.ToString()));
            await applicant.HandInAsync(url);

            var opened = await administrator.OpenAsync("/joining/firm");

            var answers = await Task.WhenAll(administrator.EndorseAsync(opened, "同意推荐", url), applicant.SubmitAsync($"{url}/withdraw"));

            var application = await app.ApplicationAsync(url);
            var (endorsed, withdrawn) = (answers[0].Status == HttpStatusCode.Found, answers[1].Status == HttpStatusCode.Found);
            Assert.True(endorsed || withdrawn);
            Assert.Equal((endorsed, withdrawn ? ApplicationStatus.Withdrawn : ApplicationStatus.WithInstitution), (application.EndorsedAtUtc is not null, application.Status));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    // Until somebody waits for a row of this database.
    private static async Task WaitingAsync(NpgsqlDataSource source)
    {
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(60))
        {
            await using var command = source.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                return;
            }

            await Task.Yield();
        }

        Assert.Fail("Nobody waits for the round's row.");
    }

    private async Task<(string Url, Visitor Administrator, Guid Round)> EndorsedAsync(string word)
    {
        var (round, firm, administrator) = await OpenAsync(word);
        var applicant = await app.ApplicantAsync("等某", "QJ");
        var url = await applicant.FilledAsync(round, "等某", ("Form.InstitutionId", firm.ToString()));
        await applicant.HandInAsync(url);
        await administrator.EndorseAsync("同意推荐", url);
        return (url, administrator, round);
    }

    private async Task<(Guid Round, Guid Firm, Visitor Administrator)> OpenAsync(string word)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync($"重庆同时{word}律师事务所", InstitutionKind.LawFirm);
        return (await app.RoundAsync($"招募{word}", "2026-6-20 17:00"), firm.Id, await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id));
    }
}
