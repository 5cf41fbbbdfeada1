using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>Home tells everybody on an application's way when it is theirs.</summary>
public sealed class HomeCallsTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-5.2", "QJ-6.3")]
    public async Task An_application_calls_the_person_then_the_institution_then_the_centre()
    {
        var firm = await app.InstitutionAsync("重庆提醒律师事务所", InstitutionKind.LawFirm);
        var (administrator, clerk) = (await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, firm.Id), await app.AsAsync(Roles.Clerk));
        var round = await app.RoundAsync("提醒批次", "2026-6-20 17:00");
        var applicant = await app.ApplicantAsync("醒某甲", "QJ");
        Assert.Contains("现在没有等您办的事", await HomeAsync(applicant), StringComparison.Ordinal);
        var url = await applicant.FilledAsync(round, "醒某甲", ("Form.InstitutionId", firm.Id.ToString()));
        Assert.Equal($"{url}/career", (await applicant.SubmitAsync(url, ("GoesOn", "true"))).Location);
        Assert.Contains("入库申请还没有填完", await HomeAsync(applicant), StringComparison.Ordinal);
        Assert.Contains("现在没有等您办的事", await HomeAsync(administrator), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await applicant.HandInAsync(url)).Status);
        Assert.Contains("现在没有等您办的事", await HomeAsync(applicant), StringComparison.Ordinal);
        Assert.Contains("1 份入库申请待出具意见", await HomeAsync(administrator), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await administrator.EndorseAsync("同意推荐", url)).Status);
        Assert.Contains("1 份待提交中心", await HomeAsync(administrator), StringComparison.Ordinal);
        Assert.DoesNotContain("待审核", await HomeAsync(clerk), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitToCentreAsync(url)).Status);

        Assert.Contains("现在没有等您办的事", await HomeAsync(administrator), StringComparison.Ordinal);
        Assert.Contains("1 份入库申请待审核", await HomeAsync(clerk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [Clause("QJ-6.3")]
    public async Task A_draft_calls_until_the_last_minute_and_not_after(bool isClosed, bool calls)
    {
        app.Clock.Set(2026, 6, 17);
        var round = await app.RoundAsync($"末分钟批次{isClosed}", "2026-6-20 17:00");
        var applicant = await app.ApplicantAsync("醒某乙", "QJ");
        await applicant.SubmitAsync($"/joining/rounds/{round}");

        app.Clock.Set(2026, 6, 20, isClosed ? 17 : 16, isClosed ? 0 : 59);

        Assert.Equal(calls, (await HomeAsync(applicant)).Contains("还没有填完", StringComparison.Ordinal));
        app.Clock.Set(2026, 6, 17);
    }

    private static async Task<string> HomeAsync(Visitor visitor) => (await visitor.OpenAsync("/"))["main"].TextContent;
}
