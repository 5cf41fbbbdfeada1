using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Searching as people do it: typing, turning pages, taking the list away; the address never says who was searched for.</summary>
public sealed class SearchInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task The_list_follows_the_typing_and_the_address_keeps_the_filters_only()
    {
        await app.LawFirmAsync("重庆查找某某律师事务所", [.. Enumerable.Range(1, 55).Select(n => $"仇某{n:00}"), "单某某"]);
        var clerk = await app.SignInAsync(Roles.Clerk);
        await clerk.OpenAsync("/registry/people");
        await clerk.Page.Locator("#filter-kind").SelectOptionAsync("Lawyer");

        await clerk.Page.Locator("#filter-q").FillAsync("shanmou");
        await clerk.Page.Locator("#rows tbody tr").Filter(new() { HasText = "单某某" }).WaitForAsync();
        await Assertions.Expect(clerk.Page.Locator("#rows tbody tr")).ToHaveCountAsync(1);
        await clerk.Page.WaitForURLAsync(url => url.EndsWith("/registry/people?kind=Lawyer", StringComparison.Ordinal));

        await clerk.Page.Locator("#filter-q").FillAsync("qiumou");
        await Assertions.Expect(clerk.Page.Locator("#rows tbody tr")).ToHaveCountAsync(50);
        await clerk.LookAsync("people-search");
        await clerk.PressAsync("下一页");
        await Assertions.Expect(clerk.Page.Locator("#rows tbody tr")).ToHaveCountAsync(5);
        await clerk.Page.WaitForURLAsync(url => url.EndsWith("/registry/people?kind=Lawyer&p=2", StringComparison.Ordinal));

        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.Locator("form.export button").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(0, await clerk.Page.Locator("form.is-sending").CountAsync());
    }

    [Fact]
    public async Task The_one_box_is_reached_and_sent_by_keyboard()
    {
        await app.LawFirmAsync("重庆键盘某某律师事务所", "解某某");
        var clerk = await app.SignInAsync(Roles.Clerk);
        await clerk.OpenAsync("/");
        for (var tabs = 0; tabs < 6 && !await clerk.Page.Locator("#top-search").EvaluateAsync<bool>("box => box === document.activeElement"); tabs++)
        {
            await clerk.Page.Keyboard.PressAsync("Tab");
        }

        await clerk.Page.Keyboard.TypeAsync("xmm");
        await clerk.Page.Keyboard.PressAsync("Enter");

        await clerk.Page.Locator("#people").WaitForAsync();
        Assert.Contains("解某某", await clerk.Page.Locator("#people").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/search", clerk.Page.Url, StringComparison.Ordinal);
        await clerk.LookAsync("search");
    }
}
