using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LegalAid.Web.Tests.Notices;

/// <summary>The program with all three ways out, each to a server of the test.</summary>
public sealed class SendingApp : TestApp
{
    public const string Secret = "测试密钥";

    internal Gateway Sms { get; } = new();

    internal Gateway Robot { get; } = new();

    internal MailServer Mail { get; } = new();

    private int letters;

    public async Task DispatchAsync(CancellationToken ct = default)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DispatchNotices>().RunAsync(ct);
    }

    public async Task TellOfClocksAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellOfClocks>().RunAsync(default);
    }

    /// <summary>An officer of the centre says where and how to be told.</summary>
    public async Task ChooseAsync(string role, string? phone = null, string? mail = null, string? weChatWork = null)
    {
        var officer = await AsAsync(role);
        var channels = new[] { (phone, "Sms"), (mail, "Mail"), (weChatWork, "WeChatWork") }.Where(way => way.Item1 is not null).Select(way => ("Form.Channels", way.Item2));
        (string, string)[] form = [await officer.TokenAsync(), ("__key", Guid.NewGuid().ToString()), ("Form.Phone", phone ?? ""), ("Form.Mail", mail ?? ""), ("Form.WeChatWorkId", weChatWork ?? "")];
        var saved = await officer.PostAsync("/inbox/channels", [.. channels, .. form]);
        Xunit.Assert.Equal(System.Net.HttpStatusCode.Found, saved.Status);
    }

    /// <summary>A proposal waits for the director: one notice to each director.</summary>
    public async Task<Guid> ProposedAsync()
    {
        var number = Interlocked.Increment(ref letters);
        if (number == 1)
        {
            await this.LawFirmAsync("重庆通知律师事务所", "知某甲", "知某乙");
        }

        await AsAsync(Roles.Director);
        var received = Clock.Now.AddMinutes(-5);
        var caseId = await this.RegisteredAsync($"通{number}", received.ToString("yyyy-M-d HH:mm"));
        await this.ProposedAsync(caseId);
        return caseId;
    }

    /// <summary>Whatever earlier tests of the class left is not sent any more.</summary>
    public async Task ForgetAsync()
    {
        await InDbAsync(db => db.Notices.Where(n => n.RoutedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.RoutedAtUtc, Clock.UtcNow)));
        await InDbAsync(db => db.NoticeSendings.Where(s => s.Status == SendingStatus.Pending).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SendingStatus.Failed)));
        Sms.Forget();
        Robot.Forget();
        Mail.Hangs = false;
        Mail.Mails.Clear();
    }

    internal Task<List<NoticeSending>> SendingsAsync(Guid caseId) =>
        InDbAsync(db => db.NoticeSendings.AsNoTracking().Where(s => s.Notice.CaseId == caseId).OrderBy(s => s.Id).ToListAsync());

    internal Task<List<Notice>> NoticesAsync(Guid caseId) => InDbAsync(db => db.Notices.AsNoTracking().Where(n => n.CaseId == caseId).OrderBy(n => n.Id).ToListAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        (string, string)[] settings =
        [
            ("Sms:Url", Sms.Url.ToString()), ("Sms:Secret", Secret), ("WeChatWork:Url", Robot.Url.ToString()),
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{Mail.Port}"), ("Mail:From", "tongzhi@centre.test"), ("Mail:StartTls", "false"), ("Timeout", "00:00:00.700"),
        ];
        foreach (var (key, value) in settings)
        {
            builder.UseSetting($"Yuanku:Notices:{key}", value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Sms.Dispose();
            Robot.Dispose();
            Mail.Dispose();
        }
    }
}
