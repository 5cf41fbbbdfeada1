using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>
/// A posted case in the browser at 凯里: posted, bid for on two phones, weighed and drawn, proposed and agreed to; then refused without good reason, and the matter
/// of conduct that follows, to its closing.
/// </summary>
public sealed class PostingInBrowserTests(KailiInBrowser app) : IClassFixture<KailiInBrowser>
{
    [Fact]
    [Clause("QDN-4.6a", "QDN-4.6b", "QDN-4.2a")]
    public async Task From_the_posting_to_the_matter_of_conduct()
    {
        var (local, visitor) = (await PersonAsync("潘某甲", "贵州省黔东南州凯里市"), await PersonAsync("吴某乙", "贵州省黔东南州雷山县"));
        await JoinAsync(visitor);
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        await PostAsync(clerk);
        foreach (var bidder in new[] { local, visitor })
        {
            await BidAsync(await PhoneAsync(bidder));
        }

        app.Clock.Set(2026, 6, 18, 10);
        await ChooseAsync(clerk);
        await director.OpenAsync("/");
        await director.FollowAsync("决定");
        await director.LookAsync("posting-approval");
        await director.PressAsync("同意指派");
        var chosen = await app.InDbAsync(db => db.Assignments.Select(a => a.MembershipId!.Value).SingleAsync());
        await ConductAsync(await PhoneAsync(chosen == local.Id ? local : visitor), director);
    }

    private async Task JoinAsync(Membership visitor)
    {
        var prefecture = await app.SignInAsync(Roles.Director, officeId: await app.InDbAsync(db => db.Offices.Where(o => o.Code == "QDN").Select(o => o.Id).SingleAsync()));
        await prefecture.OpenAsync($"/registry/people/{visitor.Id}");
        await prefecture.Page.Locator($"main a[href='/corps/people/{visitor.Id}']").ClickAsync();
        await prefecture.Page.Locator("[name='Form.Evidence']").FillAsync("州局〔2026〕名单第三号");
        await prefecture.LookAsync("corps-join");
        await prefecture.PressAsync("登记入团");
        await prefecture.LookAsync("corps-member");
        await prefecture.OpenAsync("/corps");
        await prefecture.LookAsync("corps-list");
    }

    private static async Task PostAsync(Desk clerk)
    {
        await clerk.TakeAndGrantAsync("田某丙");
        await clerk.FollowAsync("发布案源");
        await clerk.Page.Locator("[name='Form.Requirement']").FillAsync("劳动仲裁，须有两年以上经验，在凯里开庭。");
        await clerk.Page.Locator("[name='Form.Rate']").FillAsync("每件 1200 元");
        await clerk.LookAsync("posting-form");
        await clerk.PressAsync("发布");
        await clerk.LookAsync("posting-open");
        await clerk.OpenAsync("/");
        await clerk.LookAsync("posting-home-open");
    }

    private static async Task BidAsync(Desk phone)
    {
        await phone.OpenAsync("/");
        await phone.LookAsync("posting-home-bidder");
        await phone.FollowAsync("案源报名");
        await phone.LookAsync("posting-bid");
        await phone.PressAsync("报名");
        Assert.Contains("已报名", await phone.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await phone.LookAsync("posting-bid-made");
    }

    private static async Task ChooseAsync(Desk clerk)
    {
        await clerk.OpenAsync("/");
        await clerk.LookAsync("posting-home-closed");
        await clerk.FollowAsync("择优");
        foreach (var box in await clerk.Page.Locator("[name='Form.Best']").AllAsync())
        {
            await box.CheckAsync();
        }

        await clerk.Page.Locator("[name='Form.Reason']").FillAsync("两人都长期办理劳动仲裁，条件相当。");
        await clerk.LookAsync("posting-choose");
        await clerk.PressAsync("记录择优结果");
        await clerk.LookAsync("posting-chosen");
        await clerk.OpenAsync("/postings/all");
        await clerk.LookAsync("postings-all");
        await clerk.Page.GoBackAsync();
        await clerk.FollowAsync("提出指派意见");
        await clerk.LookAsync("posting-propose");
        await clerk.PressAsync("提交审批");
        Assert.Contains("条件相当，抽签选定", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task ConductAsync(Desk person, Desk director)
    {
        await person.OpenAsync("/");
        await person.FollowAsync("接受指派");
        await person.FollowAsync("辞接");
        await person.Page.GetByLabel("理由").SelectOptionAsync("其他");
        await person.Page.GetByLabel("具体情况").FillAsync("近期案件较多。");
        await person.PressAsync("提出辞接");
        await director.OpenAsync("/");
        await director.FollowAsync("裁定");
        await director.Page.GetByLabel("裁定意见").FillAsync("报名以后又以案件多为由推辞，不成立。");
        await director.PressAsync("理由不成立");
        await person.OpenAsync("/");
        await person.LookAsync("conduct-home-person");
        await person.FollowAsync("陈述申辩");
        await person.Page.Locator("[name='Form.Statement']").FillAsync("报名以后接到另一起案件的开庭通知。");
        await person.LookAsync("conduct-statement");
        await person.PressAsync("提交陈述申辩");
        await director.OpenAsync("/");
        await director.LookAsync("conduct-home-director");
        await director.FollowAsync("处理事项");
        await director.LookAsync("conduct-list");
        await director.Page.Locator("main tbody th a").First.ClickAsync();
        await director.LookAsync("conduct-matter");
        await director.FollowAsync("办结");
        await director.Page.Locator("[name='Form.Measure']").FillAsync("约谈");
        await director.Page.Locator("[name='Form.Reason']").FillAsync("初次，情节轻微。");
        await director.LookAsync("conduct-close");
        await director.PressAsync("予以处理");
        Assert.Contains("已办结，予以处理", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await director.LookAsync("conduct-closed");
    }

    private Task<Desk> PhoneAsync(Membership person) => app.SignInAsync(Roles.Practitioner, membershipId: person.Id, width: 390);

    private async Task<Membership> PersonAsync(string name, string district)
    {
        var firm = await app.InstitutionAsync($"贵州{name}律师事务所", InstitutionKind.LawFirm);
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, district)));
        return await app.PersonAsync(name, firm, m => (m.WillingFromElsewhereOn, m.Specialities) = (new(2026, 6, 1), ["劳动争议"]));
    }
}
