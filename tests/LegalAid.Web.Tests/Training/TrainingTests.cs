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
using static LegalAid.Web.Tests.Training.TrainingDesk;

namespace LegalAid.Web.Tests.Training;

/// <summary>A training from plan to hours at a county of 黔东南, whose book gives thirty days for making up.</summary>
public sealed class TrainingTests(KailiApp app) : IClassFixture<KailiApp>
{
    private static readonly DateTime Start = new(2026, 6, 18, 9, 0, 0);

    [Fact]
    [Clause("QDN-4.5a", "QJ-5.3", "LAW-54")]
    public async Task Whoever_is_invited_sees_the_training_and_signs_in_by_the_code_on_the_screen()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("培赵");
        var url = await app.PlannedAsync();
        var own = await app.AsMemberAsync(lawyer);
        Assert.Contains("刑事法律援助实务", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("请您参加一次培训", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);

        app.Clock.Set(Start.AddMinutes(12));
        Assert.Contains(app.CodeAt(url, Start.AddMinutes(12)), (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{url}/screen")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(own, url, app.CodeAt(url, Start.AddMinutes(20)))).Status);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(own, url, app.CodeAt(url, Start.AddMinutes(12)))).Status);

        Assert.Contains("迟到 12 分钟", (await own.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        Assert.Contains("本年学时3", (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains(await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == lawyer.Id).Select(l => l.Act).ToListAsync()), act => act == Act.TrainingSignedIn);
    }

    [Fact]
    [Clause("QJ-5.4a")]
    public async Task The_ledger_tells_of_a_training_missed_and_of_nobody_invited_to_one_ahead()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("账赵");
        await app.PlannedAsync();
        var ledger = $"/registry/people/{lawyer.Id}/ledger";
        Assert.DoesNotContain("刑事法律援助实务", (await (await app.AsAsync(Roles.Clerk)).OpenAsync(ledger)).Text, StringComparison.Ordinal);

        app.Clock.Set(2026, 8, 3);

        Assert.Contains("刑事法律援助实务：缺训，未补课", (await (await app.AsAsync(Roles.Clerk)).OpenAsync(ledger)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Theory]
    [InlineData("9:05", 240, true)]         // seen at 9:05 without a network, sent four hours later
    [InlineData("9:05", 241, false)]
    [InlineData("9:08", 60, false)]         // the code of 9:05 told as of 9:08
    public async Task A_code_sent_later_counts_from_when_it_was_typed_once_the_centre_confirms(string told, int minutesLater, bool taken)
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync($"断{minutesLater}{taken}");
        var url = await app.PlannedAsync();
        var own = await app.AsMemberAsync(lawyer);
        app.Clock.Set(Start.AddMinutes(5 + minutesLater));

        var answer = await SignInAsync(own, url, app.CodeAt(url, Start.AddMinutes(5)), ("Form.TypedAtUtc", $"2026-6-18 {told}"));

        Assert.Equal(taken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, answer.Status);
        var kept = await AttendanceAsync(lawyer, url);
        Assert.Equal((null, taken ? (DateTime?)OfficeClock.ToUtc(Start.AddMinutes(5)) : null, taken ? (DateTime?)app.Clock.UtcNow : null), (kept.SignedInAtUtc, kept.SignInToldAtUtc, kept.SignInArrivedAtUtc));
        if (taken)
        {
            var clerk = await app.AsAsync(Roles.Clerk);
            Assert.Contains("签到待核实", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Verifying.AttendanceId", kept.Id.ToString()), ("Verifying.WasThere", "true"))).Status);
            Assert.Equal(OfficeClock.ToUtc(Start.AddMinutes(5)), (await AttendanceAsync(lawyer, url)).SignedInAtUtc);
        }
    }

    [Theory]
    [InlineData("2026-6-18 9:07", 120, false)]          // two minutes: the phone's clock is off, the code stands there now
    [InlineData("2026-6-18 8:50", 0, false)]            // whatever it told
    [InlineData("2026-6-18 9:05", 121, false)]
    [InlineData("2026-6-18 9:05", 240, true)]           // gone from the screen: passed on, or the network was down
    public async Task What_stands_on_the_screen_now_counts_at_once_whatever_the_phone_tells(string told, int secondsLater, bool waits)
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync($"时{secondsLater}{told[^1]}");
        var url = await app.PlannedAsync();
        var own = await app.AsMemberAsync(lawyer);
        app.Clock.Set(Start.AddMinutes(5).AddSeconds(secondsLater));
        var code = app.CodeAt(url, waits ? Start.AddMinutes(5) : Start.AddMinutes(5).AddSeconds(secondsLater));

        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(own, url, code, ("Form.TypedAtUtc", told))).Status);

        var kept = await AttendanceAsync(lawyer, url);
        Assert.Equal(waits ? (null, OfficeClock.ToUtc(Start.AddMinutes(5))) : ((DateTime?)app.Clock.UtcNow, (DateTime?)null), (kept.SignedInAtUtc, kept.SignInToldAtUtc));
    }

    [Fact]
    public async Task What_the_centre_does_not_accept_counts_for_nothing_and_may_be_made_up()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("替郑");
        var url = await app.PlannedAsync();
        var (own, clerk) = (await app.AsMemberAsync(lawyer), await app.AsAsync(Roles.Clerk));
        app.Clock.Set(Start.AddHours(1));
        await SignInAsync(own, url, app.CodeAt(url, Start), ("Form.TypedAtUtc", "2026-6-18 9:00"));
        (string, string)[] refused = [("Verifying.AttendanceId", (await AttendanceAsync(lawyer, url)).Id.ToString()), ("Verifying.WasThere", "false")];
        Assert.DoesNotContain("本年学时3", (await clerk.OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, refused)).Status);

        app.Clock.Set(2026, 6, 19);
        Assert.Contains("缺训，待补课", (await own.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        Assert.Contains("没有待核实", (await clerk.PostAsync($"{url}?handler=Verify", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. refused])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_wrong_codes_close_the_sign_in_by_code_and_the_centre_signs_in_by_hand()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("猜孙");
        var url = await app.PlannedAsync();
        var own = await app.AsMemberAsync(lawyer);
        app.Clock.Set(Start);
        var wrong = app.CodeAt(url, Start.AddHours(2));
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Contains("签到码不对", (await SignInAsync(own, url, wrong)).Text, StringComparison.Ordinal);
        }

        var clerk = await app.AsAsync(Roles.Clerk);
        var stillOpen = await own.PostAsync($"{url}/attend", [await own.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Code", app.CodeAt(url, Start))]);
        Assert.Contains("输错次数过多", stillOpen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.AttendeeId", lawyer.Id.ToString()), ("Form.SignedInAtUtc", "2026-6-18 9:00"))).Status);
        Assert.Contains("中心登记", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QDN-4.5b")]
    public async Task A_missed_training_is_made_up_with_proof_that_the_centre_confirms()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("补李");
        var url = await app.PlannedAsync();
        var (own, clerk) = (await app.AsMemberAsync(lawyer), await app.AsAsync(Roles.Clerk));
        app.Clock.Set(2026, 6, 19);
        Assert.Contains("缺训，待补课", (await own.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync($"{url}/attend?handler=Explain", ("Absence.Reason", "出庭"))).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(own, url, "<html>"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(own, url, Pdf)).Status);
        var proof = $"/training/proofs/{await app.InDbAsync(db => db.TrainingAttendances.Where(a => a.MembershipId == lawyer.Id && a.EventId == IdOf(url)).Select(a => a.Id).SingleAsync())}";
        Assert.Contains("补李", (await clerk.OpenAsync("/training")).Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-1.7", (await clerk.SubmitAsync($"{proof}?handler=Download")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(proof, ("Form.Confirms", "false"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(proof, ("Form.Confirms", "false"), ("Form.Reason", "看不清"))).Status);
        Assert.Contains("看不清", (await own.OpenAsync($"{url}/attend")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(own, url, Pdf)).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(proof, ("Form.Confirms", "true"))).Status);

        Assert.Contains("缺训未补课0 次", (await clerk.OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("已补课", (await own.OpenAsync("/training/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QDN-4.5b", "QDN-4.7.3")]
    public async Task After_thirty_days_it_is_missed_for_good_and_the_second_is_shown_as_reaching_the_number()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("缺周");
        var (first, second) = (await app.PlannedAsync(), await app.PlannedAsync(("Form.Title", "补训二")));
        var (own, clerk) = (await app.AsMemberAsync(lawyer), await app.AsAsync(Roles.Clerk));
        var due = await app.InDbAsync(db => db.TrainingAttendances.Where(a => a.EventId == IdOf(first)).Select(a => a.MakeUpDueAtUtc).FirstAsync());
        Assert.Equal(OfficeClock.ToUtc(new(2026, 7, 21)), due);       // thirty days end on Saturday 18 July and roll to Monday

        app.Clock.Set(new DateTime(2026, 7, 20, 23, 59, 0));
        Assert.Contains("缺训未补课0 次", (await clerk.OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);
        app.Clock.Set(new DateTime(2026, 7, 21, 0, 0, 0));

        Assert.Contains("缺训未补课2 次，自 2026年1月1日 已达 2 次", (await clerk.OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);
        var prefecture = await app.PrefectureAsync();
        Assert.DoesNotContain("建议取消资格", (await prefecture.OpenAsync("/corps")).Text, StringComparison.Ordinal);        // not of the corps
        Assignment.DeclineDesk.IsDone(await prefecture.SubmitAsync($"/corps/people/{lawyer.Id}", ("Form.On", "2026-6-1"), ("Form.Evidence", "州局名单")));
        Assert.Contains("缺训未补课 2 次", (await prefecture.OpenAsync("/corps")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostFileAsync(own, second)).Status);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    public async Task A_cancelled_training_is_missed_by_nobody_and_another_role_cannot_write()
    {
        app.Clock.Set(2026, 6, 17);
        var lawyer = await app.LawyerAsync("消吴");
        var url = await app.PlannedAsync(("Form.Title", "取消的培训"));
        var (own, clerk, bureau) = (await app.AsMemberAsync(lawyer), await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Bureau));

        Assert.Equal(HttpStatusCode.Forbidden, (await bureau.PostAsync($"{url}?handler=Cancel", [await bureau.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Cancelling.Reason", "试")])).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{url}?handler=Cancel", ("Cancelling.Reason", "授课人有事"))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await own.OpenAsync($"{url}/attend")).Status);
        Assert.DoesNotContain("取消的培训", (await own.OpenAsync("/training/mine")).Text, StringComparison.Ordinal);
        Assert.Contains("一次请您参加的培训已经取消", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.EndsAtUtc", "2026-6-18 9:00", "结束须晚于开始")]
    [InlineData("Form.StartsAtUtc", "2026-6-16 9:00", "开始时间须在现在以后")]
    [InlineData("Form.Hours", "3.1", "学时不能多于")]
    public async Task A_training_lies_ahead_and_counts_no_more_than_it_lasts(string field, string value, string said)
    {
        app.Clock.Set(2026, 6, 17);
        await app.LawyerAsync($"排{said[..2]}");
        (string Field, string Value)[] fields = [("Form.Title", "试"), ("Form.Place", "试"), ("Form.StartsAtUtc", "2026-6-18 9:00"), ("Form.EndsAtUtc", "2026-6-18 12:00"), ("Form.Hours", "3"), ("Form.Invited", "Everybody")];

        var answer = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/training/new", [.. fields.Where(f => f.Field != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_years_hours_are_a_list_and_a_workbook()
    {
        app.Clock.Set(2026, 6, 17);
        await app.LawyerAsync("时王");
        var bureau = await app.AsAsync(Roles.Bureau);

        Assert.Contains("时王", (await bureau.OpenAsync("/training/hours")).Text, StringComparison.Ordinal);
        Assert.Contains("2025 年学时", (await bureau.OpenAsync("/training/hours?year=2025")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bureau.ExportAsync("/training/hours")).Status);
    }

    private Task<TrainingAttendance> AttendanceAsync(Membership lawyer, string url) =>
        app.InDbAsync(db => db.TrainingAttendances.AsNoTracking().SingleAsync(a => a.MembershipId == lawyer.Id && a.EventId == IdOf(url)));

    private static Task<WebPage> SignInAsync(Visitor own, string url, string code, params (string Field, string Value)[] more) => own.SubmitAsync($"{url}/attend", [("Form.Code", code), .. more]);

    private static Task<WebPage> SendAsync(Visitor own, string url, byte[] file) => own.UploadAsync($"{url}/attend", "MakeUp.Proof", "证明.pdf", file);

    // The page shows no form any more; somebody sends one all the same.
    private static async Task<WebPage> PostFileAsync(Visitor own, string url) =>
        await own.SendAsync($"{url}/attend", await own.OpenAsync($"{url}/attend"), [], ("MakeUp.Proof", "证明.pdf", Pdf), $"{url}/attend?handler=MakeUp");
}
