using LegalAid.Store.Notices;

namespace LegalAid.Web.Sending;

/// <summary>
/// The ways out of the program this deployment has, from settings under <c>Yuanku:Notices</c> (environment: <c>Yuanku__Notices__Sms__Url</c>). What is not set is off;
/// without any, notices stay in the inboxes.
/// </summary>
internal sealed record ChannelSettings(SmsSettings? Sms, MailSettings? Mail, Uri? WeChatWork, TimeSpan Timeout)
{
    public NoticeChannels Open =>
        (Sms is null ? NoticeChannels.None : NoticeChannels.Sms) | (Mail is null ? NoticeChannels.None : NoticeChannels.Mail) | (WeChatWork is null ? NoticeChannels.None : NoticeChannels.WeChatWork);

    public static ChannelSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Yuanku:Notices");
        return new(
            Url(section, "Sms:Url") is { } sms ? new(sms, Needed(section, "Sms:Secret")) : null,
            section["Mail:Host"] is { Length: > 0 } host ? MailOf(section, host) : null,
            Url(section, "WeChatWork:Url"),
            section.GetValue("Timeout", TimeSpan.FromSeconds(10)));
    }

    private static MailSettings MailOf(IConfigurationSection section, string host) =>
        new(host, section.GetValue("Mail:Port", 25), Needed(section, "Mail:From"), section["Mail:User"], section["Mail:Password"], section.GetValue("Mail:StartTls", true));

    private static Uri? Url(IConfigurationSection section, string key) => section[key] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url,
        _ => throw new StartUpException($"Yuanku:Notices:{key} 不是网址，应以 http:// 或 https:// 开头。"),
    };

    private static string Needed(IConfigurationSection section, string key) =>
        section[key] is { Length: > 0 } text ? text : throw new StartUpException($"通知渠道的设置不全：缺 Yuanku:Notices:{key}。");
}

/// <summary>The short-message gateway, and the secret both sides sign with.</summary>
internal sealed record SmsSettings(Uri Url, string Secret);

/// <summary>The office's mail server.</summary>
internal sealed record MailSettings(string Host, int Port, string From, string? User, string? Password, bool StartTls);
