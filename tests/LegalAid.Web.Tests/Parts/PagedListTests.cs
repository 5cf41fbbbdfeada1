using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

/// <summary>Every list that has pages, found by its page model's <c>P</c>: whatever stands in the address, a list answers.</summary>
public sealed class PagedListTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("99999999")]
    [InlineData("42949673")]        // the first page whose rows an int cannot count
    [InlineData("2147483647")]
    [InlineData("99999999999999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-2147483648")]
    [InlineData("x")]
    [InlineData("")]
    public async Task A_page_that_is_not_there_is_no_fault_of_the_list(string page)
    {
        var lists = await ListsAsync();

        Assert.True(lists.Count >= 7, $"Only {lists.Count} lists found.");
        foreach (var list in lists)
        {
            var reader = await app.AsAsync(EndpointTable.Of(list.TrimStart('/')).Roles[0]);
            Assert.Equal((list, HttpStatusCode.OK), (list, (await reader.OpenAsync($"{list}?p={page}")).Status));
        }
    }

    [Fact]
    public async Task A_page_past_the_last_says_so_and_leads_back()
    {
        await app.LawFirmAsync("重庆分页律师事务所", "页某甲");

        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/registry/people?p=7");

        Assert.Contains("没有这一页", page[".pager"].TextContent, StringComparison.Ordinal);
        Assert.Equal("/registry/people", page[".pager-number a"].GetAttribute("href"));
        Assert.DoesNotContain("没有这一页", (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/registry/people?p=1")).Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> ListsAsync()
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var lists = new List<string>();
        foreach (var descriptor in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
            if (page.ModelTypeInfo?.GetProperty("P") is not null && !descriptor.AttributeRouteInfo!.Template!.Contains('{', StringComparison.Ordinal))
            {
                lists.Add("/" + descriptor.AttributeRouteInfo!.Template!.TrimStart('/'));
            }
        }

        return lists;
    }
}
