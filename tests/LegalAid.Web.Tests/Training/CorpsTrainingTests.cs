using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Corps;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Training.TrainingDesk;

namespace LegalAid.Web.Tests.Training;

/// <summary>The prefecture trains its corps, whose people stand on county rosters (QDN-4.5a): they come, stay away and make up from there.</summary>
public sealed class CorpsTrainingTests(KailiApp app) : IClassFixture<KailiApp>
{
    private static readonly DateTime Start = new(2026, 6, 18, 9, 0, 0);

    [Fact]
    [Clause("QDN-4.5a")]
    public async Task A_county_member_the_prefecture_invites_sees_it_at_home_and_signs_in_by_the_code()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await CorpsMemberAsync("州赵");
        var other = await CorpsMemberAsync("州钱");
        var url = await PlannedAtPrefectureAsync("州局培训一", InvitedPeople.Named);
        var prefecture = await PrefectureClerkAsync();
        Assert.Contains("州赵", (await prefecture.OpenAsync($"{url}/corps")).Text, StringComparison.Ordinal);
        IsDone(await prefecture.PostedAsync($"{url}/corps", ("Form.Chosen", (await CorpsIdAsync(member)).ToString())));

        var own = await app.AsMemberAsync(member);
        Assert.Contains("州局培训一", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("州局培训一", (await (await app.AsMemberAsync(other)).OpenAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.Set(Start.AddMinutes(7));
        IsRefused(await own.SubmitAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start.AddHours(1)))), "签到码不对");
        IsDone(await own.SubmitAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start.AddMinutes(7)))));

        Assert.Contains("迟到 7 分钟", (await own.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        var kept = await AttendanceAsync(member, url);
        Assert.Equal((OfficeClock.ToUtc(Start.AddMinutes(7)), 1), (kept.SignedInAtUtc, kept.WrongCodes));
        Assert.Contains("服务团成员 1 1 1 0", (await prefecture.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains(Act.TrainingSignedIn, await app.InDbAsync(await PrefectureIdAsync(), db => db.Journal.Where(l => l.SubjectId == kept.CorpsMemberId).Select(l => l.Act).ToListAsync()));
        IsRefused(await own.PostedAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start.AddMinutes(7)))), "已经签到");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsMemberAsync(other)).PostedAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start.AddMinutes(7))))).Status);
    }

    [Fact]
    [Clause("QDN-4.5a", "QDN-4.5b", "QDN-4.7.3")]
    public async Task Who_misses_makes_up_with_proof_and_a_second_absence_not_made_up_proposes_to_cancel()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await CorpsMemberAsync("缺孙");
        var made = await PlannedAtPrefectureAsync("州局培训二", InvitedPeople.Corps);
        var (first, second) = (await PlannedAtPrefectureAsync("州局培训三", InvitedPeople.Corps), await PlannedAtPrefectureAsync("州局培训四", InvitedPeople.Corps));
        var (own, prefecture) = (await app.AsMemberAsync(member), await PrefectureClerkAsync());
        app.Clock.Set(2026, 6, 19);

        Assert.Contains("缺训，补课期限", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        IsDone(await own.SubmitAsync($"{made}/attend?handler=Explain", ("Absence.Reason", "出庭")));
        IsDone(await own.UploadAsync($"{made}/attend", "MakeUp.Proof", "证明.pdf", TrainingDesk.Pdf));
        var proof = $"/training/proofs/{(await AttendanceAsync(member, made)).Id}";
        Assert.StartsWith("%PDF-1.7", (await prefecture.SubmitAsync($"{proof}?handler=Download")).Html, StringComparison.Ordinal);
        IsDone(await prefecture.SubmitAsync(proof, ("Form.Confirms", "true")));
        Assert.Equal(("出庭", true), ((await AttendanceAsync(member, made)).Reason, (await AttendanceAsync(member, made)).MadeUp));

        app.Clock.Set(new DateTime(2026, 7, 20, 23, 59, 0));
        Assert.DoesNotContain("建议取消资格", (await (await app.PrefectureAsync()).OpenAsync("/corps")).Text, StringComparison.Ordinal);
        app.Clock.Set(new DateTime(2026, 7, 21, 0, 0, 0));

        Assert.Contains("缺孙 缺训未补课 2 次", (await (await app.PrefectureAsync()).OpenAsync("/corps")).Text, StringComparison.Ordinal);
        var county = await app.AsAsync(Roles.Clerk);
        Assert.Contains("缺孙 缺训未补课 2 次", (await county.OpenAsync("/corps")).Text, StringComparison.Ordinal);
        Assert.Contains("缺训未补课2 次", (await county.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
        IsRefused(await own.SendAsync($"{first}/attend", await own.OpenAsync($"{first}/attend"), [], ("MakeUp.Proof", "证明.pdf", TrainingDesk.Pdf), $"{first}/attend?handler=MakeUp"), "补课的期限已过");
        Assert.NotNull(second);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("QDN-4.5a")]
    public async Task A_county_reads_its_own_people_alone_and_its_connection_writes_none()
    {
        app.Clock.Set(2026, 6, 17);
        var (here, there) = (await CorpsMemberAsync("本李"), await ElsewhereAsync("邻周"));
        var url = await PlannedAtPrefectureAsync("州局培训五", InvitedPeople.Corps);

        var (seen, changed, events) = await app.InDbAsync(async db => (
            await TrainingsInSight.Attendances(db).Where(a => a.EventId == IdOf(url)).Select(a => a.CorpsMember!.PersonId).ToListAsync(),
            await TrainingsInSight.Attendances(db).Where(a => a.EventId == IdOf(url)).ExecuteUpdateAsync(set => set.SetProperty(a => a.MadeUp, true).SetProperty(a => a.MakeUpSentAtUtc, app.Clock.UtcNow)),
            await db.TrainingEvents.IgnoreQueryFilters([AidDb.OwnOffices]).Where(t => t.Id == IdOf(url)).ExecuteUpdateAsync(set => set.SetProperty(t => t.Reason, "县里改的"))));

        Assert.Contains(here.PersonId, seen);
        Assert.DoesNotContain(there.PersonId, seen);
        Assert.Equal((0, 0), (changed, events));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(url)).Status);
        Assert.DoesNotContain("州局培训五", (await clerk.OpenAsync("/training")).Text, StringComparison.Ordinal);
        Assert.Contains("州局培训五", (await clerk.OpenAsync($"/registry/people/{here.Id}")).Text, StringComparison.Ordinal);
        Assert.False(await ReachesAsync(here, (await AttendanceAsync(there, url)).Id));         // one's own line, another's attendance
        Assert.Contains("州局培训五", (await (await app.AsAsync(Roles.Practitioner, there.OfficeId, membershipId: there.Id)).OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_on_no_roster_below_the_prefecture_is_not_found_and_another_office_invites_nobody()
    {
        app.Clock.Set(2026, 6, 17);
        var stranger = await CorpsMemberAsync("外吴");
        var beibei = await app.OfficeIdAsync("BB");
        await MoveRosterAsync(stranger, beibei);
        var url = await PlannedAtPrefectureAsync("州局培训六", InvitedPeople.Named);
        var prefecture = await PrefectureClerkAsync();

        Assert.DoesNotContain("外吴", (await prefecture.OpenAsync($"{url}/corps")).Text, StringComparison.Ordinal);
        IsRefused(await prefecture.PostedAsync($"{url}/corps", ("Form.Chosen", (await CorpsIdAsync(stranger)).ToString())), "没有可以邀请的成员");
        IsRefused(await prefecture.PostedAsync($"{url}/corps"), "请选择成员");
        Assert.Equal(HttpStatusCode.BadRequest, (await prefecture.PostedAsync($"{url}/corps", ("Form.Chosen", "nobody"))).Status);
        foreach (var wrong in new[] { await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Clerk, beibei) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await wrong.PostedAsync($"{url}/corps", ("Form.All", "true"))).Status);
        }

        IsRefused(await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/training/new", [.. Training("县里的", InvitedPeople.Corps)]), "由州司法局组织");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau, await PrefectureIdAsync())).PostedAsync($"{url}/corps", ("Form.All", "true"))).Status);
    }

    [Fact]
    public async Task Two_sign_ins_at_once_leave_one()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await CorpsMemberAsync("双郑");
        var url = await PlannedAtPrefectureAsync("州局培训七", InvitedPeople.Corps);
        var own = await app.AsMemberAsync(member);
        app.Clock.Set(Start);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => own.PostedAsync($"{url}/attend", ("Form.Code", app.CodeAt(url, Start))))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Equal(1, await app.InDbAsync(await PrefectureIdAsync(), async db => await db.Journal.CountAsync(l => l.Act == Act.TrainingSignedIn && l.SubjectId == db.CorpsMembers.First(c => c.PersonId == member.PersonId).Id)));
    }

    private Task<Guid> PrefectureIdAsync() => app.OfficeIdAsync("QDN");

    private async Task<Visitor> PrefectureClerkAsync() => await app.AsAsync(Roles.Clerk, await PrefectureIdAsync());

    private async Task<Membership> CorpsMemberAsync(string name)
    {
        var member = await app.LocalAsync(name);
        IsDone(await app.JoinsCorpsAsync(member, "2026-6-1"));
        return member;
    }

    private async Task<Membership> ElsewhereAsync(string name)
    {
        await app.GoToAsync("QDN02");
        var member = await CorpsMemberAsync(name);
        await app.GoToAsync("QDN01");
        return member;
    }

    // Their line of the roster goes to another office; the row of the corps stays.
    private Task<int> MoveRosterAsync(Membership member, Guid officeId) => app.InDbAsync(async db =>
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.OwnerConnection);
        await using var command = source.CreateCommand($"update memberships set office_id = '{officeId}' where id = '{member.Id}'");
        return await command.ExecuteNonQueryAsync();
    });

    private async Task<string> PlannedAtPrefectureAsync(string title, InvitedPeople invited)
    {
        var planned = await (await PrefectureClerkAsync()).SubmitAsync("/training/new", [.. Training(title, invited)]);
        Assert.True(planned.Status == HttpStatusCode.Found, planned.Text);
        return planned.Location!;
    }

    private static IEnumerable<(string Field, string Value)> Training(string title, InvitedPeople invited) =>
    [
        ("Form.Title", title), ("Form.Place", "州局会议室"), ("Form.StartsAtUtc", "2026-6-18 9:00"), ("Form.EndsAtUtc", "2026-6-18 12:00"), ("Form.Hours", "3"), ("Form.Invited", invited.ToString()),
    ];

    private async Task<Guid> CorpsIdAsync(Membership member) => await app.InDbAsync(await PrefectureIdAsync(), db => db.CorpsMembers.Where(c => c.PersonId == member.PersonId).Select(c => c.Id).SingleAsync());

    private async Task<TrainingAttendance> AttendanceAsync(Membership member, string url) =>
        await app.InDbAsync(await PrefectureIdAsync(), db => db.TrainingAttendances.AsNoTracking().SingleAsync(a => a.EventId == IdOf(url) && a.CorpsMember!.PersonId == member.PersonId));

    // As that county's connection asks the function.
    private Task<bool> ReachesAsync(Membership member, Guid attendanceId) => app.InDbAsync(member.OfficeId, async db =>
        (await db.Database.SqlQuery<bool>($"""select attend_elsewhere({member.Id}, {attendanceId}, 'AbsenceExplained', null, null, '试', null, {app.Clock.UtcNow}) as "Value" """).ToListAsync()).Single());
}
