using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Enrolment;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using static LegalAid.Web.Tests.Training.TrainingDesk;

namespace LegalAid.Web.Tests.Training;

/// <summary>铜梁 invites the municipal bureau to teach lawyers, basic-level workers and all cadres (TL-4.2a); its cadres sit in the stations (TL-4.1e).</summary>
public sealed class CadreTests(TongliangApp app) : IClassFixture<TongliangApp>
{
    private static readonly DateTime Start = new(2026, 6, 18, 9, 0, 0);

    [Fact]
    [Clause("TL-4.2a")]
    public async Task Lawyers_basic_level_workers_and_cadres_are_trained_by_the_municipal_bureau_and_told_apart()
    {
        app.Clock.Set(2026, 6, 17);
        await app.LawyerAsync("铜赵");
        await app.MemberAsync("铜钱", await app.InstitutionAsync("重庆铜钱法律服务所", InstitutionKind.LegalServiceOffice));
        var (station, account) = (await app.AsAsync(Roles.Station), await StationAccountAsync());
        var url = await app.PlannedAsync(("Form.Lecturer", "孙讲师"), ("Form.LecturerUnit", "重庆市司法局"));
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{url}/cadres", ("Form.Accounts", account.Id.ToString()), ("Form.Cadres", "周所一 巴川司法所\n吴所二"), ("Form.Unit", "铜梁区司法局"))).Status);

        Assert.Contains("刑事法律援助实务", (await station.OpenAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.Set(Start);
        Assert.Equal(HttpStatusCode.Found, (await station.SubmitAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start)))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.AttendeeId", (await AttendanceAsync(url, "周所一")).Id.ToString()), ("Form.SignedInAtUtc", "2026-6-18 9:00"))).Status);
        var page = await clerk.OpenAsync(url);
        Assert.Contains("孙讲师（重庆市司法局）", page.Text, StringComparison.Ordinal);
        Assert.Matches("律师 [1-9] 0 0 0", page.Text);
        Assert.Contains("基层法律服务工作者 1 0 0 0", page.Text, StringComparison.Ordinal);
        Assert.Contains("干部 3 2 0 0", page.Text, StringComparison.Ordinal);
        Assert.Contains("周所一 干部 巴川司法所", (await clerk.OpenAsync($"{url}/people")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.ExportAsync($"{url}/people")).Status);
        Assert.Contains("干部 3", (await clerk.OpenAsync("/training")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("TL-4.2a")]
    public async Task A_cadre_who_stays_away_owes_no_make_up_and_the_journal_names_nobody()
    {
        app.Clock.Set(2026, 6, 17);
        var station = await app.AsAsync(Roles.Station);
        var url = await app.PlannedAsync(("Form.Title", "只请干部"), ("Form.Invited", nameof(InvitedPeople.Named)));
        await InviteAsync(url, ("Form.Accounts", (await StationAccountAsync()).Id.ToString()), ("Form.Cadres", "李所三 旧县司法所"));

        app.Clock.Set(2026, 6, 19);

        Assert.Contains("未参训", (await station.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        Assert.Null((await station.OpenAsync($"{url}/attend")).Document.QuerySelector("#make-up"));
        Assert.Contains("只请干部", (await station.OpenAsync("/training/mine")).Text, StringComparison.Ordinal);
        var lines = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == IdOf(url)).ToListAsync());
        Assert.Contains(lines, line => line.Act == Act.CadresInvited && line.Details == """{"guests":2}""");
        Assert.DoesNotContain(lines, line => line.Details?.Contains("李所三", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Missed_trainings_are_made_up_within_the_books_thirty_days_here_too()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("铜补");
        var url = await app.PlannedAsync(("Form.Title", "补课的培训"));

        var kept = await app.InDbAsync(db => db.TrainingAttendances.Include(a => a.Event).SingleAsync(a => a.EventId == IdOf(url) && a.MembershipId == lawyer.Id));

        Assert.Equal((OfficeClock.ToUtc(new(2026, 7, 21)), OfficeClock.ToUtc(Start.AddMinutes(-30))), (kept.MakeUpDueAtUtc, kept.Event.SignInFromUtc));     // 18 July is a Saturday
    }

    [Fact]
    public async Task What_cannot_be_read_was_invited_before_or_comes_too_late_is_refused()
    {
        app.Clock.Set(2026, 6, 17);
        var url = await app.PlannedAsync(("Form.Title", "重复邀请"), ("Form.Invited", nameof(InvitedPeople.Named)));

        Assert.Contains("第 1 行没有写单位", (await RefusedAsync(url, ("Form.Cadres", "王所四"))).Text, StringComparison.Ordinal);
        Assert.Contains("请写明干部", (await RefusedAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await InviteAsync(url, ("Form.Accounts", "nobody"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await InviteAsync(url, ("Form.Cadres", "王所四 安居司法所"))).Status);
        Assert.Contains("先前都已经邀请", (await RefusedAsync(url, ("Form.Cadres", "王所四 安居司法所"))).Text, StringComparison.Ordinal);
        var elsewhere = await app.OfficerAsync("beibei-station", Roles.Station, await OfficeIdAsync("BB"));
        await RefusedAsync(url, ("Form.Accounts", elsewhere.Id.ToString()));
        app.Clock.Set(Start.AddHours(3));
        Assert.Contains("已经结束", (await RefusedAsync(url, ("Form.Cadres", "陈所五 安居司法所"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clerks_inviting_the_same_cadre_at_once_invite_one()
    {
        app.Clock.Set(2026, 6, 17);
        var url = await app.PlannedAsync(("Form.Title", "同时邀请"), ("Form.Invited", nameof(InvitedPeople.Named)));
        var (one, other) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        await Task.WhenAll(new[] { one, other }.Select(who => Task.Run(() => who.SubmitAsync($"{url}/cadres", ("Form.Cadres", "同所六 安居司法所")))));

        Assert.Equal(1, await app.InDbAsync(db => db.TrainingAttendances.CountAsync(a => a.EventId == IdOf(url))));
    }

    [Fact]
    public async Task Only_the_centre_invites_and_another_office_finds_no_training()
    {
        app.Clock.Set(2026, 6, 17);
        var url = await app.PlannedAsync(("Form.Title", "他处不见"), ("Form.Invited", nameof(InvitedPeople.Named)));
        var stranger = await app.AsAsync(Roles.Clerk, await OfficeIdAsync("BB"));

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync($"{url}/cadres")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{url}/cadres")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, $"{url}/cadres", ("Form.Cadres", "外所七 某所"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{url}/corps")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Station)).OpenAsync($"{url}/attend")).Status);      // was not invited
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/training/new", ("Form.Title", "试"), ("Form.Place", "试"), ("Form.StartsAtUtc", "2026-6-18 9:00"), ("Form.EndsAtUtc", "2026-6-18 12:00"), ("Form.Hours", "3"), ("Form.Invited", nameof(InvitedPeople.Corps)))).Status);
    }

    [Theory]
    [InlineData("membership_id = null")]                                                            // nobody
    [InlineData("guest_name = '又名', guest_unit = '某所'")]                                         // both
    [InlineData("membership_id = null, guest_name = '有名无单位'")]
    [InlineData("officer_id = (select id from officers limit 1)")]                                  // a member has an account of the own
    public async Task An_attendee_is_a_member_or_a_named_person_and_never_both(string change)
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync($"库{change.Length}");
        var url = await app.PlannedAsync(("Form.Title", "约束"));
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var command = source.CreateCommand($"update training_attendances set {change} where event_id = '{IdOf(url)}' and membership_id = '{lawyer.Id}'");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private Task<TrainingAttendance> AttendanceAsync(string url, string name) => app.InDbAsync(db => db.TrainingAttendances.AsNoTracking().SingleAsync(a => a.EventId == IdOf(url) && a.GuestName == name));

    private async Task<Store.Offices.Officer> StationAccountAsync()
    {
        await app.AsAsync(Roles.Station);
        return await app.InDbAsync(db => db.Users.SingleAsync(u => u.OfficeId == app.OfficeId && u.Role == Roles.Station));
    }

    private Task<Guid> OfficeIdAsync(string code) => app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());

    private async Task<WebPage> InviteAsync(string url, params (string Field, string Value)[] fields) => await PostAsync(await app.AsAsync(Roles.Clerk), $"{url}/cadres", fields);

    private async Task<WebPage> RefusedAsync(string url, params (string Field, string Value)[] fields)
    {
        var answer = await InviteAsync(url, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return answer;
    }

    private static async Task<WebPage> PostAsync(Visitor who, string url, params (string Field, string Value)[] fields) => await who.PostAsync(url, [await who.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
