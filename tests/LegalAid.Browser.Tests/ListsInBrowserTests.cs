using System.Globalization;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Access;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Intake;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Parts;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The lists and the head of the page, at a desk and on a phone.</summary>
public sealed class ListsInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const int PhoneWidth = 360;

    [Fact]
    public async Task Journal_register_and_queues_can_be_read_at_both_widths()
    {
        await app.LawFirmAsync("重庆缙云山某某律师事务所", "艾力·买买提", "罗某甲");
        var member = await app.MemberAsync("罗某乙", await app.LawFirmAsync("重庆嘉陵江律师事务所"));
        await app.LawFirmAsync("重庆空所律师事务所");
        var caseUrl = await WorkAsync(member.Id);

        var (clerk, auditor) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Auditor));
        foreach (var (url, name) in new[] { ("/journal?from=2026-6-1", "journal"), ("/intake/letters", "letters"), ("/cases", "cases"), ("/registry/people", "people"), ("/assignment/queues", "queues-next"), (caseUrl, "case-parties"), ("/registry/people?p=9", "past-the-last") })
        {
            await clerk.OpenAsync(url);
            await clerk.LookAsync(name);
        }

        await auditor.OpenAsync("/journal");
        await auditor.LookAsync("journal-auditor");
        Assert.Equal(0, await auditor.Page.Locator("main table a").CountAsync());
    }

    // A morning's work, done by the use cases themselves.
    private async Task<string> WorkAsync(Guid memberId)
    {
        var officer = await app.OfficerAsync("lists-clerk", Roles.Clerk, app.OfficeId);
        var late = await RegisterAsync(officer, 72, "2026-06-17T00:00:00Z");
        var letter = await RegisterAsync(officer, 71, "2026-06-17T01:00:00Z");
        await app.RunAsync<ProposeAssignment, Outcome<CaseAssignment>?>(officer, use => use.RunAsync(letter, new(Seen: null), default));
        await app.RunAsync<RevealPersonalData, Outcome<RevealedValue>?>(officer, use => use.RunAsync(memberId, PersonalValue.Phone, "联系办案", default));
        await app.RunAsync<NoteFailedSignIn, int>(officer, async use =>
        {
            await use.RunAsync("nobody", null, SignInFault.Name);
            return 0;
        });
        return $"/cases/{late}";
    }

    private async Task<Guid> RegisterAsync(Officer officer, int number, string receivedAt)
    {
        var registered = await app.RunAsync<RegisterLetter, Outcome<RegisteredLetter>>(officer, use => use.RunAsync(
            new()
            {
                Authority = "重庆市北碚区人民法院",
                AuthorityKind = AuthorityKind.Court,
                LetterNumber = $"（2026）渝0109刑初{number}号",
                ReceivedAtUtc = DateTime.Parse(receivedAt, null, DateTimeStyles.AdjustToUniversal),
                Ground = NotificationGround.SensoryDisability,
                Cause = "盗窃",
                Stage = CaseStage.FirstInstance,
                RecipientName = "陈某某",
                RecipientPhone = "13900000000",
                Headcount = 1,
            },
            default));
        return registered.Value!.Cases[0].Id;
    }

    [Fact]
    public async Task The_head_of_a_page_keeps_its_words_whole_on_a_phone()
    {
        var firm = await app.LawFirmAsync("重庆缙云山嘉陵江某某某某律师事务所", "艾力·买买提");
        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id, width: PhoneWidth);
        await app.InDbAsync(db => db.Users.Where(u => u.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, firm.Name)));
        app.Clock.Set(app.Clock.Now.AddMinutes(2));      // the cookie is looked at again
        await administrator.OpenAsync("/cases");
        await administrator.LookAsync("head-firm");

        Assert.Contains(firm.Name, await administrator.Page.InnerTextAsync(".whoami"), StringComparison.Ordinal);
        foreach (var word in new[] { "大字号", "退出登录" })
        {
            var button = await administrator.Page.Locator(".top").GetByText(word).BoundingBoxAsync();
            Assert.True(button!.Width > button.Height, $"{word} stands one character a line: {button.Width} × {button.Height}");
        }
    }
}
