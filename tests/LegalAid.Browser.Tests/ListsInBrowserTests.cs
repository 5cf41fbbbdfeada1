using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The lists and the head of the page, at a desk and on a phone.</summary>
public sealed class ListsInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const int PhoneWidth = 360;

    [Fact]
    public async Task Journal_register_and_queues_can_be_read_at_both_widths()
    {
        var firm = await app.LawFirmAsync("重庆缙云山某某律师事务所", "艾力·买买提", "罗某甲");
        var member = await app.MemberAsync("罗某乙", await app.LawFirmAsync("重庆嘉陵江律师事务所"));
        await app.LawFirmAsync("重庆空所律师事务所");
        var visitor = await app.AsAsync(Roles.Clerk);
        var caseUrl = (await visitor.SubmitAsync("/intake/letters/new", [.. TestData.Letter("（2026）渝0109刑初71号", "2026-6-17 9:00"), ("Form.RecipientPhone", "13900000000")])).Location!;
        await visitor.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初72号", "2026-6-17 8:00"));
        await visitor.SubmitAsync($"/assignment{caseUrl}/propose");
        await visitor.SubmitAsync($"/registry/people/{member.Id}/reveal", ("Form.Which", "Phone"), ("Form.Purpose", "联系办案"));
        await visitor.SubmitAsync($"/registry/people/{member.Id}/absences/new", ("Form.Kind", "Leave"), ("Form.FirstDay", "2026-7-1"), ("Form.LastDay", "2026-7-9"), ("Form.Reason", "探亲"));
        await app.Anybody().SubmitAsync("/signin", ("Form.UserName", "nobody"), ("Form.Password", "wrong"));

        var (clerk, auditor) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Auditor));
        foreach (var (url, name) in new[] { ("/journal?from=2026-6-1", "journal"), ("/intake/letters", "letters"), ("/assignment/queues", "queues-next"), (caseUrl, "case-parties"), ("/registry/people?p=9", "past-the-last") })
        {
            await clerk.OpenAsync(url);
            await clerk.LookAsync(name);
        }

        await auditor.OpenAsync("/journal");
        await auditor.LookAsync("journal-auditor");
        Assert.Equal(0, await auditor.Page.Locator("main table a").CountAsync());
        Assert.NotEqual(firm.Id, member.InstitutionId);
    }

    [Fact]
    public async Task The_head_of_a_page_keeps_its_words_whole_on_a_phone()
    {
        var firm = await app.LawFirmAsync("重庆缙云山嘉陵江某某某某律师事务所", "艾力·买买提");
        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id, width: PhoneWidth);
        await administrator.OpenAsync("/cases");
        await administrator.LookAsync("head-firm");

        foreach (var word in new[] { "大字号", "退出" })
        {
            var button = await administrator.Page.Locator(".top").GetByText(word).BoundingBoxAsync();
            Assert.True(button!.Width > button.Height, $"{word} stands one character a line: {button.Width} × {button.Height}");
        }
    }
}
