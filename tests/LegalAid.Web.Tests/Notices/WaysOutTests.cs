using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>Who is told by which way: what was chosen, what has legal effect, what the night holds back.</summary>
public sealed class WaysOutTests(SendingApp app) : IClassFixture<SendingApp>
{
    [Fact]
    public async Task Mail_goes_with_its_key_as_message_id_and_a_mailbox_unknown_is_given_up()
    {
        var caseId = await ReadyAsync(mail: "fuze@centre.test");
        await app.DispatchAsync();
        var sent = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((NoticeChannels.Mail, SendingStatus.Sent, $"<{sent.Id}@yuanku>"), (sent.Channel, sent.Status, sent.Proof));
        Assert.Contains(sent.Proof!, Assert.Single(app.Mail.Mails), StringComparison.Ordinal);

        app.Mail.Unknown = "yifei@centre.test";
        var refused = await ReadyAsync(mail: "yifei@centre.test");
        await app.DispatchAsync();
        var given = Assert.Single(await app.SendingsAsync(refused));
        Assert.Equal((SendingStatus.Failed, "邮件服务器没有接收（550）"), (given.Status, given.Fault));
    }

    [Fact]
    public async Task A_mail_server_that_never_says_so_is_left_and_gets_the_same_message_id_again()
    {
        var caseId = await ReadyAsync(mail: "chi@centre.test");
        app.Mail.Hangs = true;
        await app.DispatchAsync();
        Assert.Contains("超时", Assert.Single(await app.SendingsAsync(caseId)).Fault, StringComparison.Ordinal);

        app.Mail.Hangs = false;
        app.Clock.Set(app.Clock.Now.AddMinutes(1));
        await app.DispatchAsync();

        var sending = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Sent, 2), (sending.Status, sending.Attempts));
        Assert.Equal(2, app.Mail.Mails.Count(mail => mail.Contains(sending.Proof!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_robot_mentions_whom_it_is_for_and_one_way_that_hangs_does_not_hold_up_another()
    {
        var caseId = await ReadyAsync(phone: "13900005678", weChatWork: "zhuren");
        app.Sms.Will(Manner.Hangs);
        await app.DispatchAsync();

        var sendings = (await app.SendingsAsync(caseId)).ToDictionary(sending => sending.Channel, sending => sending.Status);
        Assert.Equal((SendingStatus.Pending, SendingStatus.Sent), (sendings[NoticeChannels.Sms], sendings[NoticeChannels.WeChatWork]));
        Assert.Equal("zhuren", app.Robot.Requests.Last().To);
    }

    [Fact]
    public async Task At_night_a_notice_waits_for_the_morning_and_an_office_may_set_other_hours()
    {
        var caseId = await ReadyAsync(phone: "13900005678", hour: 22);
        await app.DispatchAsync();
        var waiting = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Pending, 0, new DateTime(2026, 6, 17, 23, 0, 0, DateTimeKind.Utc)), (waiting.Status, waiting.Attempts, waiting.NextAtUtc));      // 7:00 in China

        var administrator = await app.AsAsync(Roles.Administrator);
        await administrator.SubmitAsync("/notices/quiet", ("Form.From", "1"), ("Form.Until", "6"));
        var other = await app.ProposedAsync();
        await app.DispatchAsync();
        Assert.Equal(SendingStatus.Sent, Assert.Single(await app.SendingsAsync(other)).Status);
        await administrator.SubmitAsync("/notices/quiet", ("Form.From", "22"), ("Form.Until", "7"));
    }

    [Fact]
    public async Task An_assignment_is_served_by_night_while_less_than_a_day_is_left_and_to_every_address_known()
    {
        var caseId = await ReadyAsync(hour: 9);
        var firm = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.InstitutionId).SingleAsync());
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm);
        await administrator.SubmitAsync("/inbox/channels", ("Form.Phone", "13900007777"), ("Form.Mail", "suo@firm.test"));      // nothing chosen
        var why = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.Id).SingleAsync());
        await app.DecideAsync($"/assignment/{why}");
        var due = (await app.NoticesAsync(caseId)).Single(notice => notice.Kind == NoticeKind.Assigned).DueAtUtc!.Value;
        app.Clock.Set(LegalAid.Store.OfficeClock.ToLocal(due).Date.AddHours(-1));       // 23:00, the last hour of the day before

        await app.DispatchAsync();

        var sendings = (await app.SendingsAsync(caseId)).Where(sending => sending.OfficerId is not null).ToList();
        Assert.Equal(2, sendings.Count(sending => sending.Status == SendingStatus.Sent));
        Assert.Equal("13900007777", app.Sms.Requests.Last().To);
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{caseId}");
        Assert.Contains("短信 已发送", page.Text, StringComparison.Ordinal);
        Assert.Contains("回执 MT", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_without_an_account_is_served_by_the_rosters_number()
    {
        var caseId = await ReadyAsync();
        var why = $"/assignment/{await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.Id).SingleAsync())}";
        await app.DecideAsync(why);
        await app.NameAsync(why);
        await app.DispatchAsync();

        var notice = (await app.NoticesAsync(caseId)).Single(one => one.Kind == NoticeKind.HandlerNamed);
        var sending = (await app.SendingsAsync(caseId)).Single(one => one.NoticeId == notice.Id);
        Assert.Equal((NoticeChannels.Sms, SendingStatus.Sent, (Guid?)null), (sending.Channel, sending.Status, sending.OfficerId));
        Assert.Equal("13900000000", app.Sms.Requests.Single(request => request.Key == sending.Id.ToString()).To);
    }

    [Fact]
    public async Task A_recipient_is_told_that_there_is_a_decision_and_nothing_of_the_case()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.ForgetAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-17 9:00", "告某甲"), ("Form.RecipientPhone", "13900008888")]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        await app.DispatchAsync();

        var caseId = NoticePath.IdOf(taken.Location!);
        var sending = Assert.Single(await app.SendingsAsync(caseId));
        var arrived = app.Sms.Requests.Single(request => request.Key == sending.Id.ToString());
        Assert.Equal(("13900008888", "【重庆市北碚区法律援助中心】您的法律援助申请已有决定，请本人持身份证件到中心领取决定书，或者来电查询。"), (arrived.To, arrived.Text));
    }

    [Fact]
    public async Task A_notice_says_where_the_office_is_found_once_it_is_entered()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.ForgetAsync();
        await app.InDbAsync(db => db.Offices.Where(o => o.Id == app.OfficeId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address, "试验路1号").SetProperty(o => o.Phone, "023-00000000")));
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-17 9:00", "告某乙"), ("Form.RecipientPhone", "13900008889")]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        await app.DispatchAsync();

        var sending = Assert.Single(await app.SendingsAsync(NoticePath.IdOf(taken.Location!)));
        Assert.EndsWith("或者来电查询。联系地址：试验路1号　电话：023-00000000。", app.Sms.Requests.Single(request => request.Key == sending.Id.ToString()).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Offices.Where(o => o.Id == app.OfficeId).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address, (string?)null).SetProperty(o => o.Phone, (string?)null)));
    }

    [Fact]
    public async Task What_was_written_before_a_way_out_was_there_is_not_sent_after()
    {
        var caseId = await ReadyAsync(phone: "13900005678");
        app.Clock.Set(app.Clock.Now.AddDays(1).AddSeconds(1));
        await app.DispatchAsync();

        Assert.Empty(await app.SendingsAsync(caseId));
        Assert.All(await app.NoticesAsync(caseId), notice => Assert.Equal(app.Clock.UtcNow, notice.RoutedAtUtc));
    }

    [Fact]
    public async Task Addresses_lie_sealed_and_an_address_that_is_none_is_refused()
    {
        await app.ChooseAsync(Roles.Bureau, phone: "13900009999", mail: "ke@bureau.test");
        var bytes = await app.InDbAsync(db => db.ContactChoices.Where(c => c.Mail != null).Select(c => c.Mail!).ToListAsync());
        Assert.All(bytes, sealed_ => Assert.DoesNotContain(".test", System.Text.Encoding.Latin1.GetString(sealed_.Bytes), StringComparison.Ordinal));

        var bureau = await app.AsAsync(Roles.Bureau);
        Assert.Equal("13900009999", (await bureau.OpenAsync("/inbox/channels"))["#Form_Phone"].GetAttribute("value"));
        Assert.Contains("手机号应为11位", (await bureau.SubmitAsync("/inbox/channels", ("Form.Phone", "139"))).Text, StringComparison.Ordinal);
        Assert.Contains("邮箱地址有误", (await bureau.SubmitAsync("/inbox/channels", ("Form.Mail", "ke"))).Text, StringComparison.Ordinal);
        Assert.Contains("请填写手机号", (await bureau.SubmitAsync("/inbox/channels", ("Form.Channels", "Sms"), ("Form.Phone", ""))).Text, StringComparison.Ordinal);
    }

    // One proposal waits for a director reached like this and no other way; nothing of earlier tests is left.
    private async Task<Guid> ReadyAsync(string? phone = null, string? mail = null, string? weChatWork = null, int hour = 10)
    {
        app.Clock.Set(2026, 6, 17, hour);
        await app.ForgetAsync();
        await app.ChooseAsync(Roles.Director, phone, mail, weChatWork);
        return await app.ProposedAsync();
    }
}
