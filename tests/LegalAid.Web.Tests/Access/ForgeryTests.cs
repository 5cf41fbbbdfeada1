using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>No page takes a form that somebody else wrote, and no form is taken twice.</summary>
public sealed class ForgeryTests(TestApp app) : IClassFixture<TestApp>
{
    private const string NewLetter = "/intake/letters/new";

    [Fact]
    public async Task A_form_without_the_own_anti_forgery_token_is_refused_by_every_page()
    {
        var other = await app.AsAsync(Roles.Bureau, app.OfficeId, name: "somebody-else");
        var foreignToken = await other.TokenAsync();
        var pages = await WritingPagesAsync();

        Assert.True(pages.Count >= 10, $"Only {pages.Count} pages take forms; this test looks at the wrong thing.");
        foreach (var (row, _) in pages)
        {
            var visitor = await MayOpenAsync(row);
            await visitor.OpenAsync("/account");
            Assert.Equal((row.Pattern, HttpStatusCode.BadRequest), (row.Pattern, (await visitor.PostAsync(row.Url, [("__key", Guid.NewGuid().ToString())])).Status));
            Assert.Equal((row.Pattern, HttpStatusCode.BadRequest), (row.Pattern, (await visitor.PostAsync(row.Url, [foreignToken, ("__key", Guid.NewGuid().ToString())])).Status));
        }
    }

    [Fact]
    public async Task A_form_without_its_key_is_refused_by_every_page_for_officers()
    {
        var pages = (await WritingPagesAsync()).Where(page => !page.Row.Anonymous && !page.Model.GetCustomAttributes(inherit: true).Any(a => a is WithoutRequestKeyAttribute)).ToList();

        Assert.True(pages.Count >= 9, $"Only {pages.Count} pages ask for a key; this test looks at the wrong thing.");
        foreach (var (row, _) in pages)
        {
            var visitor = await MayOpenAsync(row);
            var answer = await visitor.PostAsync(row.Url, [await visitor.TokenAsync()]);
            Assert.Equal((row.Pattern, HttpStatusCode.BadRequest), (row.Pattern, answer.Status));
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_registers_one_letter_and_leads_to_it_both_times()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var form = await clerk.OpenAsync(NewLetter);
        var letter = TestData.Letter("（2026）渝0109刑初201号", "2026-6-17 9:00");

        var first = await clerk.SendAsync(NewLetter, form, letter);
        var second = await clerk.SendAsync(NewLetter, form, letter);

        Assert.Equal(HttpStatusCode.Found, first.Status);
        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal(1, await LettersAsync("（2026）渝0109刑初201号"));
    }

    [Fact]
    public async Task The_same_form_sent_eight_times_at_once_registers_one_letter()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var form = await clerk.OpenAsync(NewLetter);
        var letter = TestData.Letter("（2026）渝0109刑初202号", "2026-6-17 9:00");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.SendAsync(NewLetter, form, letter)));

        Assert.Equal(1, await LettersAsync("（2026）渝0109刑初202号"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));       // whoever was second is led to the first one's result
        Assert.Contains(answers, answer => answer.Location?.StartsWith("/cases/", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_same_key_with_other_content_comes_back_filled_in_and_may_be_sent_as_another()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var form = await clerk.OpenAsync(NewLetter);

        await clerk.SendAsync(NewLetter, form, TestData.Letter("（2026）渝0109刑初203号", "2026-6-17 9:00"));
        var other = await clerk.SendAsync(NewLetter, form, TestData.Letter("（2026）渝0109刑初204号", "2026-6-17 9:00"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("已经提交过", other.Text, StringComparison.Ordinal);
        Assert.Equal("（2026）渝0109刑初204号", other["input[name='Form.LetterNumber']"].GetAttribute("value"));
        Assert.Equal(0, await LettersAsync("（2026）渝0109刑初204号"));

        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SendAsync(NewLetter, form, TestData.Letter("（2026）渝0109刑初204号", "2026-6-17 9:00"))).Status);
        Assert.Equal(1, await LettersAsync("（2026）渝0109刑初203号"));
    }

    [Fact]
    public async Task A_key_of_another_officer_is_refused()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var form = await clerk.OpenAsync(NewLetter);
        var letter = TestData.Letter("（2026）渝0109刑初205号", "2026-6-17 9:00");
        await clerk.SendAsync(NewLetter, form, letter);

        var key = ("__key", form["main input[name='__key']"].GetAttribute("value")!);
        var answer = await director.PostAsync(NewLetter, [.. letter, await director.TokenAsync(), key]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(1, await LettersAsync("（2026）渝0109刑初205号"));
    }

    private Task<int> LettersAsync(string number) => app.InDbAsync(db => db.IncomingLetters.CountAsync(letter => letter.LetterNumber == number));

    // The pages with a post handler; the status page answers for others and takes nothing.
    private async Task<List<(EndpointRow Row, Type Model)>> WritingPagesAsync()
    {
        var found = new List<(EndpointRow, Type)>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        foreach (var descriptor in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
            var model = page.ModelTypeInfo!.AsType();
            var takesForms = page.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod));
            if (!takesForms)
            {
                continue;
            }

            if (model.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), inherit: true))
            {
                Assert.Equal("StatusModel", model.Name);
                continue;
            }

            found.Add((EndpointTable.Of(descriptor.AttributeRouteInfo!.Template!.TrimStart('/')), model));
        }

        return found;
    }

    private async Task<Visitor> MayOpenAsync(EndpointRow row)
    {
        if (!row.Roles.Contains(Roles.FirmAdministrator) || row.Roles.Contains(Roles.Clerk))
        {
            return await app.AsAsync(row.Roles.Contains(Roles.Clerk) ? Roles.Clerk : row.Roles[0]);
        }

        var firm = await app.LawFirmAsync($"重庆验{Guid.NewGuid():N}律师事务所");
        return await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
    }
}
