using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LegalAid.Store;
using LegalAid.Store.Notices;

namespace LegalAid.Web.Sending;

/// <summary>
/// The short-message gateway (短信网关): a JSON object with key, number and text, signed by HMAC-SHA256 over the moment and the body. It answers with an id, the proof; the same
/// key again gets the same id and no second message.
/// </summary>
internal sealed class SmsChannel(SmsSettings settings, JsonPost post, OfficeClock clock) : IChannel
{
    public NoticeChannels Kind => NoticeChannels.Sms;

    public Task<SendResult> SendAsync(Outgoing notice, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(new { key = notice.Key, to = notice.Address, text = notice.Text });
        var moment = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (string, string)[] headers = [("Idempotency-Key", notice.Key.ToString()), ("X-Yuanku-Timestamp", moment), ("X-Yuanku-Signature", Sign(settings.Secret, moment, body))];
        return post.SendAsync(settings.Url, body, headers, answer => answer["id"]?.ToString() is { Length: > 0 } id ? JsonPost.Taken(id) : JsonPost.Unreadable, ct);
    }

    public static string Sign(string secret, string moment, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(moment + "\n" + body)));
}

/// <summary>
/// A robot of the office's WeChat-Work group (企业微信群机器人), mentioning whom it is for. Its vendor knows no keys: a program that dies between sending and marking says it twice.
/// </summary>
internal sealed class WeChatWorkChannel(Uri url, JsonPost post) : IChannel
{
    private const int Done = 0;

    public NoticeChannels Kind => NoticeChannels.WeChatWork;

    public Task<SendResult> SendAsync(Outgoing notice, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(new { msgtype = "text", text = new { content = notice.Text, mentioned_list = new[] { notice.Address } } });
        return post.SendAsync(url, body, [("Idempotency-Key", notice.Key.ToString())], Judge, ct);
    }

    private static SendResult Judge(JsonObject answer) =>
        answer["errcode"] is not JsonValue value || !value.TryGetValue(out int code) ? JsonPost.Unreadable
        : code == Done ? JsonPost.Taken("errcode 0")
        : new(null, $"企业微信应答 errcode {code}");
}
