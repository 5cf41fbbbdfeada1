using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>A removal by two people, and the way back by a new application: refused on the third anniversary, accepted the day after.</summary>
public sealed class RemovalInBrowserTests(WenzhouInBrowser app) : IClassFixture<WenzhouInBrowser>
{
    [Fact]
    [Clause("WZ-28.6", "WZ-29.2a", "WZ-29.2b")]
    public async Task Removed_by_two_people_and_back_by_a_new_application_after_the_third_anniversary()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("退某某", await app.InstitutionAsync("浙江清退某某律师事务所", InstitutionKind.LawFirm));
        var clerk = await app.SignInAsync(Roles.Clerk);
        var removal = await ProposeAsync(clerk, member);
        await StateAsync(await app.SignInAsync(Roles.Practitioner, membershipId: member.Id, width: 360));
        await DecideAsync(await app.SignInAsync(Roles.Director));

        await clerk.OpenAsync(removal);
        Assert.Contains("至2029年6月17日不得重新申请", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("removal-decided");
        await (await ReaderAsync()).LookAsync("public-people-none");
        await clerk.OpenAsync($"/registry/people/{member.Id}");
        Assert.Contains("禁入期内", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await clerk.Page.Locator("main").GetByText("撤回离开登记", new() { Exact = true }).CountAsync());
        await clerk.LookAsync("person-barred");

        var (refused, _) = await ApplyAsync(member, day: 17);
        Assert.Contains("被本机构清退", await refused.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await refused.LookAsync("application-barred");
        var (again, round) = await ApplyAsync(member, day: 18);
        await AdmitAsync(again, round);
        await again.OpenAsync($"/registry/people/{member.Id}");
        Assert.Contains("2029年6月18日", await again.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("已离开", await again.Page.InnerTextAsync("main header"), StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    private static async Task<string> ProposeAsync(Desk clerk, Membership member)
    {
        await clerk.OpenAsync($"/registry/people/{member.Id}");
        await clerk.Page.GetByText("其他办理").ClickAsync();
        await clerk.LookAsync("person-acts");
        await clerk.FollowAsync("提出清退建议");
        await clerk.Page.Locator("[name='Form.Ground']").SelectOptionAsync("违规拒不整改或者情节严重");
        await clerk.Page.Locator("[name='Form.Cited']").FillAsync("本机构办法第二十八条第二项");
        await clerk.Page.Locator("[name='Form.Reason']").FillAsync("值班脱岗三次，责令整改后再犯。");
        await clerk.LookAsync("removal-propose");
        await clerk.PressAsync("提出清退建议");
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    private static async Task StateAsync(Desk lawyer)
    {
        await lawyer.OpenAsync("/");
        await lawyer.FollowAsync("查看并陈述");
        await lawyer.LookAsync("removal-told");
        await lawyer.Page.Locator("[name='Stated.Statement']").FillAsync("其中一次请过假。");
        await lawyer.PressAsync("提交陈述申辩");
    }

    private static async Task DecideAsync(Desk director)
    {
        await director.OpenAsync("/");
        await director.FollowAsync("查看清退");
        await director.LookAsync("removals");
        await director.FollowAsync("退某某");
        await director.Page.Locator("[name='Form.Note']").FillAsync("陈述已核实，其余两次属实。");
        await director.LookAsync("removal-decide");
        await director.PressAsync("决定清退");
        Assert.Contains("援清字〔2026〕第", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<Desk> ReaderAsync()
    {
        var reader = await app.AnybodyAtAsync(1280);
        await reader.OpenAsync("/public/WZ/people");
        Assert.DoesNotContain("退某某", await reader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        return reader;
    }

    // Three years on everybody signs in anew; the application has reached the centre, found good in what a person confirms.
    private async Task<(Desk Clerk, RecruitmentRound Channel)> ApplyAsync(Membership member, int day)
    {
        app.Clock.Set(2029, 6, day);
        var channel = await app.ChannelAsync();
        var (firm, person) = await app.InDbAsync(async db => (await db.Institutions.SingleAsync(i => i.Id == member.InstitutionId), await db.Persons.SingleAsync(p => p.Id == member.PersonId)));
        var application = await app.ApplicationAsync(channel, firm, "退某某", a =>
        {
            (a.IdentityNumber, a.IdentityIndex, a.LicenceNumber) = (person.IdentityNumber, person.IdentityIndex, member.LicenceNumber);
            a.SubmittedAtUtc = app.Clock.UtcNow;
        });
        await app.VettedAsync(application);
        var clerk = await app.SignInAsync(Roles.Clerk);
        await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting");
        return (clerk, channel);
    }

    private async Task AdmitAsync(Desk clerk, RecruitmentRound channel)
    {
        await clerk.OpenAsync($"/registry/rounds/{channel.Id}/comparison");
        await clerk.Page.GetByLabel("选择退某某").CheckAsync();
        await clerk.Page.GetByLabel("拟入库", new() { Exact = true }).CheckAsync();
        await clerk.Page.Locator("[name='Form.Reason']").FillAsync("禁入期满重新申请，条件已核对。");
        await clerk.PressAsync("记录决定");
        var director = await app.SignInAsync(Roles.Director);
        await director.OpenAsync($"/registry/rounds/{channel.Id}/results");
        await director.FollowAsync("办理入库");
        await director.PressAsync("办理入库");
    }
}
