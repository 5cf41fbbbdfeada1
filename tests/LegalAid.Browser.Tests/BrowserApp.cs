using System.Collections;
using LegalAid.Web.Tests.App;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The real program on a real port, and one Chromium looking at it.</summary>
public class BrowserApp : TestApp, IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public BrowserApp() => UseKestrel(0);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.First(File.Exists),
            Env = [.. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(set => (string)set.Key != "LC_ALL").Select(set => KeyValuePair.Create((string)set.Key, (string)set.Value!)), new("LC_ALL", "C.UTF-8")],     // Chinese file names
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await DisposeAsync();
    }

    /// <summary>Somebody at a browser of this width, not signed in.</summary>
    public async Task<Desk> AnybodyAtAsync(int width)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = ClientOptions.BaseAddress.ToString(), ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true });
        return new(await context.NewPageAsync());
    }

    /// <summary>Somebody at a browser of this width, signed in through the form.</summary>
    public async Task<Desk> SignInAsync(string role, Guid? institutionId = null, int width = 1280, Guid? officeId = null, Guid? membershipId = null)
    {
        var userName = $"{role}-{Guid.NewGuid():N}"[..20];
        await OfficerAsync(userName, role, officeId ?? OfficeId, institutionId, membershipId);
        var desk = await AnybodyAtAsync(width);
        await desk.OpenAsync("/signin");
        await desk.Page.GetByLabel("用户名").FillAsync(userName);
        await desk.Page.GetByLabel("口令").FillAsync(Password);
        await desk.PressAsync("登录");
        return desk;
    }
}
