using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>One person's browser tab. Every page opened is checked: no accessibility violation, nothing wider than a phone, no error in the console.</summary>
public sealed class Desk
{
    private const int PhoneWidth = 360;
    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));
    private readonly List<string> consoleErrors = [];

    public Desk(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                consoleErrors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public Task OpenAsync(string url) => Page.GotoAsync(url);

    public async Task PressAsync(string button)
    {
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public async Task FollowAsync(string link)
    {
        await Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Looks at the page that is open: at this width and at a phone's; saves pictures when asked to.</summary>
    public async Task LookAsync(string name)
    {
        var wide = Page.ViewportSize!;
        await PictureAsync(name + "-desk");
        Assert.Equal(string.Empty, await ViolationsAsync());
        await Page.SetViewportSizeAsync(PhoneWidth, 780);
        await PictureAsync(name + "-phone");
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= PhoneWidth, $"{name} is wider than a phone");
        Assert.Equal(string.Empty, await ViolationsAsync());
        await Page.SetViewportSizeAsync(wide.Width, wide.Height);
        Assert.Empty(consoleErrors);
    }

    private async Task<string> ViolationsAsync()
    {
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))");
        return string.Join('\n', found.EnumerateArray().Select(violation => violation.GetString()));
    }

    private async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("YUANKU_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
