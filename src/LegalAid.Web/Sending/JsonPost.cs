using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalAid.Web.Sending;

/// <summary>Posts a JSON object to a server outside and says how that ended.</summary>
internal sealed class JsonPost(ChannelSettings settings) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const int LongestProof = 100;

    // Not from a factory, whose loggers write addresses down: the robot's holds its secret.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = settings.Timeout,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <param name="url">Where to.</param>
    /// <param name="body">The object as it is signed.</param>
    /// <param name="headers">Key, moment, signature.</param>
    /// <param name="judge">What an answer of 2xx means.</param>
    /// <param name="ct">The program stops.</param>
    public async Task<SendResult> SendAsync(Uri url, string body, IEnumerable<(string Name, string Value)> headers, Func<JsonObject, SendResult> judge, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        try
        {
            using var response = await http.SendAsync(request, ct);
            return response.IsSuccessStatusCode
                ? JsonNode.Parse(await response.Content.ReadAsStringAsync(ct)) is JsonObject answer ? judge(answer) : Unreadable
                : new(null, $"对方服务器应答 {(int)response.StatusCode}", IsFinal(response.StatusCode));
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "对方服务器超时没有应答");
        }
        catch (HttpRequestException)
        {
            return new(null, "连接不上，或者连接中断");
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)       // the latter for letters nobody knows
        {
            return Unreadable;
        }
    }

    public static SendResult Taken(string proof) => new(proof[..Math.Min(proof.Length, LongestProof)]);

    public static SendResult Unreadable { get; } = new(null, "对方服务器返回内容无法识别");

    public void Dispose() => http.Dispose();

    // What was asked is wrong and stays wrong; too many or too slow passes.
    private static bool IsFinal(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
}
