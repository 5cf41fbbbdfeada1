using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

/// <summary>The navigation leads where the officer may go and where the office has something to keep.</summary>
public sealed class NavigationTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("WZ", true)]
    [InlineData("BB", false)]
    public async Task Colours_are_led_to_only_where_the_book_knows_them(string office, bool knows)
    {
        var id = await app.InDbAsync(db => db.Offices.Where(o => o.Code == office).Select(o => o.Id).SingleAsync());
        var home = await (await app.AsAsync(Roles.Director, id)).OpenAsync("/");

        Assert.Equal(knows, home.Document.QuerySelector(".nav-desk a[href='/ranking/colours']") is not null);
    }

    [Theory]
    [InlineData(Roles.Director, "受理")]
    [InlineData(Roles.Administrator, "系统")]
    public async Task Stations_stand_where_each_looks_for_them_and_the_page_is_marked(string role, string under)
    {
        var page = await (await app.AsAsync(role)).OpenAsync("/stations");
        var link = page[".nav-desk a[href='/stations']"];

        Assert.Equal("page", link.GetAttribute("aria-current"));
        Assert.Equal(under, link.Closest(".nav-group")!.QuerySelector(".nav-group-title")!.TextContent);
    }

    [Theory]
    [InlineData("/registry/rounds/0", "/registry/rounds")]
    [InlineData("/registry/applications/0/vetting", "/registry/rounds")]
    [InlineData("/registry/objections/0", "/registry/rounds")]
    [InlineData("/registry/people/0/ledger", "/registry/people")]
    [InlineData("/training/exams/0", "/training/exams")]
    [InlineData("/joining/firm/0", "/joining/firm")]
    [InlineData("/nowhere", null)]
    public void A_page_is_marked_where_its_work_is_done(string path, string? entry) => Assert.Equal(entry, Navigation.Current(path));

    [Theory]
    [InlineData(Roles.Recipient, "我的案件")]
    [InlineData(Roles.Clerk, "待办")]
    public async Task The_first_entry_is_called_what_its_page_is_called(string role, string title)
    {
        var home = await (await app.AsAsync(role)).OpenAsync("/");

        Assert.Equal(title, home[".nav-desk a[href='/']"].TextContent);
        Assert.Contains(title, home["main h1"].TextContent, StringComparison.Ordinal);
    }
}
