using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalAid.Web.Tests.Notices;

/// <summary>How the gateway behaves to the next request.</summary>
internal enum Manner
{
    Takes = 1,
    Refuses,
    Fails,
    Hangs,
    LosesAnswer,
    TakesAndHangs,
    Babbles,
    TakesInGbk,
    AnswersInUnknownLetters,
}

/// <summary>What came in.</summary>
internal sealed record Arrived(string Key, string To, string Text, string Timestamp, string Signature, string Body);

/// <summary>A real server on the loopback that stands for a short-message gateway or a WeChat-Work robot: knows keys, and fails, hangs and loses answers as it is told.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener listener;
    private readonly ConcurrentQueue<Manner> manners = new();
    private readonly ConcurrentDictionary<string, string> effects = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource released = new();
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gateway()
    {
        (listener, Url) = Listening(left: 50);
        _ = ServeAsync();
    }

    public Uri Url { get; }

    /// <summary>Every request, repeated ones too.</summary>
    public ConcurrentQueue<Arrived> Requests { get; } = new();

    /// <summary>The messages that reached a phone: one for each key.</summary>
    public int Effects => effects.Count;

    /// <summary>A message was taken, and its sender waits for an answer that does not come.</summary>
    public Task Held => held.Task;

    public void Will(params Manner[] next)
    {
        foreach (var manner in next)
        {
            manners.Enqueue(manner);
        }
    }

    public void Forget()
    {
        manners.Clear();
        Requests.Clear();
    }

    public void Dispose()
    {
        released.TrySetResult();
        listener.Close();
    }

    // A listener that could not start is closed for good, so each port is tried with one of its own.
    private static (HttpListener Listener, Uri Url) Listening(int left)
    {
        var url = new Uri($"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/send");
        var attempt = new HttpListener();
        attempt.Prefixes.Add(url.GetLeftPart(UriPartial.Authority) + "/");
        try
        {
            attempt.Start();
            return (attempt, url);
        }
        catch (HttpListenerException) when (left > 0)
        {
            return Listening(left - 1);
        }
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var json = JsonNode.Parse(body)!.AsObject();
        var headers = context.Request.Headers;
        var key = headers["Idempotency-Key"]!;
        var robot = json["text"] as JsonObject;
        Requests.Enqueue(new(
            key,
            (robot is null ? json["to"] : robot["mentioned_list"]![0])!.ToString(),
            (robot is null ? json["text"] : robot["content"])!.ToString(),
            headers["X-Yuanku-Timestamp"] ?? "",
            headers["X-Yuanku-Signature"] ?? "",
            body));
        var manner = manners.TryDequeue(out var told) ? told : Manner.Takes;
        if (manner is Manner.Takes or Manner.LosesAnswer or Manner.TakesAndHangs or Manner.TakesInGbk)
        {
            effects.TryAdd(key, $"MT{effects.Count + 1:0000}");
        }

        await EndAsync(context.Response, manner, robot is null ? JsonSerializer.Serialize(new { id = effects.GetValueOrDefault(key) }) : """{"errcode":0,"errmsg":"ok"}""");
    }

    private async Task EndAsync(HttpListenerResponse response, Manner manner, string taken)
    {
        switch (manner)
        {
            case Manner.LosesAnswer:
                response.ContentLength64 = taken.Length;
                await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(taken[..1]));
                response.Abort();
                return;
            case Manner.Hangs or Manner.TakesAndHangs:
                _ = manner == Manner.TakesAndHangs && held.TrySetResult();
                await released.Task;
                response.Abort();
                return;
            case Manner.Fails or Manner.Refuses:
                response.StatusCode = (int)(manner == Manner.Fails ? HttpStatusCode.InternalServerError : HttpStatusCode.UnprocessableEntity);
                response.Close();
                return;
            case Manner.TakesInGbk:
                response.ContentType = "application/json; charset=gbk";
                response.Close(Encoding.GetEncoding("gbk").GetBytes(taken.Replace("}", ",\"message\":\"已受理\"}", StringComparison.Ordinal)), willBlock: false);
                return;
            case Manner.AnswersInUnknownLetters:
                response.ContentType = "application/json; charset=no-such-letters";
                response.Close(Encoding.UTF8.GetBytes(taken), willBlock: false);
                return;
            default:
                response.Close(Encoding.UTF8.GetBytes(manner == Manner.Babbles ? "<html>" : taken), willBlock: false);
                return;
        }
    }
}
