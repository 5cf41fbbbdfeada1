using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Leave asked for on a phone, answered at a desk, seen in the calendar and ended early.</summary>
public sealed class LeaveInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("REG-25")]
    public async Task Leave_is_asked_for_on_a_phone_agreed_to_and_stands_in_the_calendar()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("重庆请假某某律师事务所", InstitutionKind.LawFirm);
        var member = await app.MemberAsync("假某甲", firm);
        await app.MemberAsync("在某乙", firm);
        var own = await app.SignInAsync(Roles.Practitioner, membershipId: member.Id, width: 360);
        await AskAsync(own);

        var clerk = await app.SignInAsync(Roles.Clerk);
        await clerk.OpenAsync("/");
        await clerk.LookAsync("home-leave-waits");
        await clerk.FollowAsync("答复请假");
        await clerk.LookAsync("leaves");
        await clerk.FollowAsync("假某甲");
        Assert.Contains("6月18日（周四）最少，2 人在岗（在库 2 人）", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("leave-answer");
        await clerk.PressAsync("同意请假");
        await clerk.FollowAsync("离岗日历");
        Assert.Contains("在岗最少：18日至20日，1 人在岗（在库 2 人）", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("calendar");
        await clerk.FollowAsync("下月");
        Assert.Contains("每天都有 2 人在岗", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("calendar-nobody-away");

        await own.OpenAsync("/registry/mine/leave");
        Assert.Contains("已同意", await own.Page.InnerTextAsync("#requests"), StringComparison.Ordinal);
        await own.FollowAsync("6月18日（周四）至6月20日（周六）");
        await own.LookAsync("leave-mine-agreed");
        await own.Page.GetByLabel("返岗日").FillAsync("2026-6-20");
        await own.PressAsync("登记返岗");
        Assert.Contains("2026年6月19日", await own.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task AskAsync(Desk own)
    {
        await own.OpenAsync("/registry/mine");
        await own.FollowAsync("请假");
        await own.LookAsync("leave-form");
        await own.Page.GetByLabel("事假").CheckAsync();
        await own.Page.GetByLabel("起日").FillAsync("2026-6-18");
        await own.Page.GetByLabel("止日").FillAsync("2026年6月20日");
        await own.Page.Locator("[name='Form.Reason']").FillAsync("陪同家人就医");
        await own.PressAsync("提交请假申请");
        Assert.Contains("待答复", await own.Page.InnerTextAsync("#requests"), StringComparison.Ordinal);
        await own.LookAsync("leave-asked");
    }
}
