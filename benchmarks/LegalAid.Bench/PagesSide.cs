using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace LegalAid.Bench;

/// <summary>What wrk saw of an address: answers a second, and how long the slowest hundredth took at least.</summary>
internal sealed record Load(double PerSecond, double SlowestHundredthMs);

/// <summary>Pages over HTTP with 16 connections, beside a static file of the same server.</summary>
internal sealed partial class PagesSide(Uri address, string cookie, string token)
{
    private const int Seconds = 5;

    public static async Task<PagesSide> SignInAsync(Uri address)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Form.UserName"] = Pool.UserName,
            ["Form.Password"] = Pool.Password,
            ["__RequestVerificationToken"] = await TokenAsync(browser, "/signin"),
        });
        using var answer = await browser.PostAsync(new Uri("/signin", UriKind.Relative), form);
        var token = await TokenAsync(browser, "/registry/people");
        return new(address, cookies.GetCookieHeader(address), token);
    }

    public Task<Load> GetAsync(string path) => RunAsync($"wrk.path = '{path}'");

    /// <summary>Posts the search form of a list, with each of the texts in turn.</summary>
    public Task<Load> SearchAsync(string path, IEnumerable<string> texts) => RunAsync($$"""
        local texts, place = { {{string.Join(", ", texts.Select(text => $"'{Uri.EscapeDataString(text)}'"))}} }, 0
        request = function()
          place = place % #texts + 1
          return wrk.format('POST', '{{path}}', { ['Content-Type'] = 'application/x-www-form-urlencoded', ['Cookie'] = '{{cookie}}' },
            'q=' .. texts[place] .. '&__RequestVerificationToken={{Uri.EscapeDataString(token)}}')
        end
        """);

    /// <summary>Posts facts with a key, as another program does.</summary>
    public async Task<Load> PostAsync(string path, string key, string facts)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, facts);
        var load = await RunAsync($$"""
            local facts = io.open('{{file}}'):read('*a')
            request = function() return wrk.format('POST', '{{path}}', { ['Content-Type'] = 'application/json', ['Authorization'] = 'Bearer {{key}}' }, facts) end
            """);
        File.Delete(file);
        return load;
    }

    private static async Task<string> TokenAsync(HttpClient browser, string path)
    {
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative));
        return WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value) is { Length: > 0 } token ? token : throw new InvalidOperationException($"{path} has no form.");
    }

    private async Task<Load> RunAsync(string script)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        await WrkAsync(file, seconds: 1);       // warm up
        var told = await WrkAsync(file, Seconds);
        File.Delete(file);
        var slowest = Slowest().Match(told);
        return told.Contains("Non-2xx", StringComparison.Ordinal) || !slowest.Success
            ? throw new InvalidOperationException(told)
            : new(Number(Rate().Match(told)), Number(slowest) * slowest.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, _ => 60_000 });
    }

    private async Task<string> WrkAsync(string script, int seconds)
    {
        using var run = Process.Start(new ProcessStartInfo("wrk") { ArgumentList = { "-t2", $"-c{Pool.Clients}", $"-d{seconds}s", "--timeout", "30s", "--latency", "-H", $"Cookie: {cookie}", "-s", script, address.ToString() }, RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return told;
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(?<number>[0-9.]+)(?<unit>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slowest();
}
