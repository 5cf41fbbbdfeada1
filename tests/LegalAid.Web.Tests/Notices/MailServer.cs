using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LegalAid.Web.Tests.Notices;

/// <summary>A small SMTP server on the loopback. An address it is told of is refused for good; told to hang, it takes the mail and never says so.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> clients = [];

    public MailServer()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string? Unknown { get; set; }

    public bool Hangs { get; set; }

    /// <summary>Whole mails, heads and bodies as they came.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public void Dispose()
    {
        listener.Stop();
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            clients.Add(client);
            _ = TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 loopback");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Mails.Enqueue(await MailAsync(reader));
                    if (Hangs)
                    {
                        await reader.ReadLineAsync();
                        return;
                    }
                }

                await writer.WriteLineAsync(AnswerTo(line));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The other side went away.
        }
    }

    private string AnswerTo(string line) =>
        line.StartsWith("RCPT", StringComparison.Ordinal) && Unknown is not null && line.Contains(Unknown, StringComparison.Ordinal) ? "550 no such mailbox"
        : line == "QUIT" ? "221 bye"
        : "250 ok";

    private static async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.AppendLine(line);
        }

        return mail.ToString();
    }
}
