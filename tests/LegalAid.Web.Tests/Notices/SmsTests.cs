using LegalAid.Rules.Notices;
using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>Short messages by a gateway that is there, fails, hangs, loses its answer or refuses: each notice has its one effect, or the administrator is told.</summary>
public sealed class SmsTests(SendingApp app) : IClassFixture<SendingApp>
{
    private const string Phone = "13900001234";

    [Fact]
    public async Task A_proposal_reaches_the_directors_phone_signed_and_names_nobody()
    {
        var caseId = await ReadyAsync();

        await app.DispatchAsync();

        var notice = Assert.Single(await app.NoticesAsync(caseId));
        var sending = Assert.Single(await app.SendingsAsync(caseId));
        var arrived = Assert.Single(app.Sms.Requests);
        Assert.Equal((SendingStatus.Sent, 1, (string?)null), (sending.Status, sending.Attempts, sending.Fault));
        Assert.StartsWith("MT", sending.Proof, StringComparison.Ordinal);
        Assert.Equal((sending.Id.ToString(), Phone), (arrived.Key, arrived.To));
        Assert.Equal(SmsChannel.Sign(SendingApp.Secret, arrived.Timestamp, arrived.Body), arrived.Signature);
        Assert.Equal($"{app.Clock.GetUtcNow().ToUnixTimeSeconds()}", arrived.Timestamp);
        Assert.Equal($"【重庆市北碚区法律援助中心】{notice.Text}", arrived.Text);
        Assert.DoesNotContain("盗窃", arrived.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("陈某", arrived.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)Manner.Fails, "500")]
    [InlineData((int)Manner.Hangs, "超时")]
    [InlineData((int)Manner.LosesAnswer, "中断")]
    [InlineData((int)Manner.Babbles, "无法识别")]
    [InlineData((int)Manner.AnswersInUnknownLetters, "无法识别")]
    public async Task What_was_not_taken_is_sent_again_a_minute_later_under_the_same_key_and_arrives_once(int manner, string fault)
    {
        var caseId = await ReadyAsync();
        app.Sms.Will((Manner)manner);
        var effects = app.Sms.Effects;

        await app.DispatchAsync();
        var waiting = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Pending, 1), (waiting.Status, waiting.Attempts));
        Assert.Contains(fault, waiting.Fault, StringComparison.Ordinal);
        Assert.Equal(app.Clock.UtcNow.AddMinutes(1), waiting.NextAtUtc);

        await PassAsync(TimeSpan.FromSeconds(59));
        Assert.Single(app.Sms.Requests);
        await PassAsync(TimeSpan.FromSeconds(1));
        await app.DispatchAsync();      // and nothing is left

        Assert.Equal(2, app.Sms.Requests.Count);
        Assert.Single(app.Sms.Requests.Select(request => request.Key).Distinct());
        Assert.Equal(effects + 1, app.Sms.Effects);
        Assert.Equal(SendingStatus.Sent, Assert.Single(await app.SendingsAsync(caseId)).Status);
    }

    [Fact]
    public async Task An_answer_in_GBK_is_understood()
    {
        var caseId = await ReadyAsync();
        app.Sms.Will(Manner.TakesInGbk);

        await app.DispatchAsync();

        var sending = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Sent, (string?)null), (sending.Status, sending.Fault));
        Assert.StartsWith("MT", sending.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_dies_between_sending_and_marking_leaves_it_to_another_and_the_phone_rings_once()
    {
        var caseId = await ReadyAsync();
        app.Sms.Will(Manner.TakesAndHangs);
        var effects = app.Sms.Effects;
        using var dies = new CancellationTokenSource();

        var node = app.DispatchAsync(dies.Token);
        await app.Sms.Held;
        await dies.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node);
        await app.DispatchAsync();

        var sending = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Sent, (string?)null), (sending.Status, sending.Fault));
        Assert.Equal(2, app.Sms.Requests.Count);
        Assert.Equal(effects + 1, app.Sms.Effects);
    }

    [Fact]
    public async Task Dispatchers_at_once_send_each_notice_once()
    {
        var cases = new List<Guid> { await ReadyAsync() };
        while (cases.Count < 8)
        {
            cases.Add(await app.ProposedAsync());
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.DispatchAsync()));

        Assert.Equal(cases.Count, app.Sms.Requests.Count);
        Assert.Equal(cases.Count, app.Sms.Requests.Select(request => request.Key).Distinct().Count());
        foreach (var caseId in cases)
        {
            Assert.Equal(SendingStatus.Sent, Assert.Single(await app.SendingsAsync(caseId)).Status);
        }
    }

    [Fact]
    public async Task What_the_gateway_refuses_is_given_up_at_once_shown_to_the_administrator_and_sent_again_by_hand_under_its_key()
    {
        var caseId = await ReadyAsync();
        app.Sms.Will(Manner.Refuses);
        await app.DispatchAsync();
        var given = Assert.Single(await app.SendingsAsync(caseId));
        Assert.Equal((SendingStatus.Failed, 1), (given.Status, given.Attempts));

        var administrator = await app.AsAsync(Roles.Administrator);
        var shown = await administrator.OpenAsync("/notices?status=Failed");
        Assert.Contains("未能发出", shown.Text, StringComparison.Ordinal);
        Assert.Contains("应答 422", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone[^4..], shown.Text, StringComparison.Ordinal);
        Assert.Equal("/notices", (await administrator.SubmitAsync($"/notices/{given.Id}", ("Form.Reason", "网关已恢复"))).Location);
        await app.DispatchAsync();

        Assert.Equal(SendingStatus.Sent, Assert.Single(await app.SendingsAsync(caseId)).Status);
        Assert.Equal([given.Id.ToString()], app.Sms.Requests.Select(request => request.Key).Distinct());
        var second = await administrator.PostAsync($"/notices/{given.Id}", [await administrator.TokenAsync(), ("__key", Guid.NewGuid().ToString()), ("Form.Reason", "再来")]);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, second.Status);
    }

    [Fact]
    public async Task What_fails_every_time_is_given_up_after_the_last_try()
    {
        var caseId = await ReadyAsync();
        app.Sms.Will([.. Enumerable.Repeat(Manner.Fails, SendingSchedule.MostAttempts)]);

        var sending = await TriedAsync(caseId);
        while (sending.Status == SendingStatus.Pending)
        {
            app.Clock.Set(OfficeClock.ToLocal(sending.NextAtUtc));      // a try that falls into the night is put off to the morning
            sending = await TriedAsync(caseId);
        }

        Assert.Equal((SendingStatus.Failed, SendingSchedule.MostAttempts), (sending.Status, sending.Attempts));
        Assert.Equal(SendingSchedule.MostAttempts, app.Sms.Requests.Count);
    }

    private async Task<NoticeSending> TriedAsync(Guid caseId)
    {
        await app.DispatchAsync();
        return Assert.Single(await app.SendingsAsync(caseId));
    }

    private async Task PassAsync(TimeSpan time)
    {
        app.Clock.Set(app.Clock.Now + time);
        await app.DispatchAsync();
    }

    // One proposal waits for a director who wants short messages.
    private async Task<Guid> ReadyAsync()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.ChooseAsync(Roles.Director, phone: Phone);
        await app.ForgetAsync();
        return await app.ProposedAsync();
    }
}
