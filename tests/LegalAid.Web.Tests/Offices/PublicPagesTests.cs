using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Offices;

/// <summary>What anybody finds without an account, and that a text not in force yet is called so.</summary>
public sealed class PublicPagesTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task The_sign_in_page_leads_on_to_every_offices_public_pages()
    {
        Assert.NotNull((await app.Anybody().OpenAsync("/signin")).Document.QuerySelector("main a[href='/public']"));

        var page = await app.Anybody().OpenAsync("/public");

        Assert.NotNull(page.Document.QuerySelector("a[href='/join/WZ']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/public/WZ/people']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/join/BB']"));
        Assert.Null(page.Document.QuerySelector("a[href='/public/BB/people']"));        // its book publishes no list
    }

    [Theory]
    [InlineData("/join/WZ", true)]
    [InlineData("/public/WZ/people", true)]
    [InlineData("/join/QDN", true)]
    [InlineData("/join/QJ", false)]
    [InlineData("/join/BB", false)]
    public async Task A_text_that_is_not_in_force_yet_is_named_so(string url, bool isDraft) =>
        Assert.Equal(isDraft, (await app.Anybody().OpenAsync(url)).Text.Contains("尚未施行，本页内容仅供试行", StringComparison.Ordinal));
}
