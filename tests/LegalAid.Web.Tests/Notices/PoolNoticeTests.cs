using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>An applicant hears of every step somebody else takes; the institution finds on its home page what waits for it.</summary>
public sealed class PoolNoticeTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    public async Task The_institution_finds_what_waits_for_it_and_the_applicant_hears_of_each_step()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("重庆告知律师事务所", InstitutionKind.LawFirm);
        var own = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var round = await app.RoundAsync("招募告知", "2026-6-20 17:00");
        var applicant = await app.ApplicantAsync("告某", "QJ");
        var url = await applicant.FilledAsync(round, "告某", ("Form.InstitutionId", firm.Id.ToString()));
        Assert.DoesNotContain("待出具意见", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);

        await applicant.HandInAsync(url);
        var home = (await own.OpenAsync("/")).Text;
        Assert.Contains("1 份入库申请待出具意见", home, StringComparison.Ordinal);
        Assert.DoesNotContain("现在没有等您办的事", home, StringComparison.Ordinal);
        await own.SubmitAsync($"/joining/firm/{RecruitmentDesk.IdOf(url)}", ("Form.Reason", "请补写经历"));
        Assert.Equal("ApplicationReturned", await ToldAsync(url));
        Assert.Contains("有 1 条站内信未读", (await applicant.OpenAsync("/")).Text, StringComparison.Ordinal);

        await applicant.HandInAsync(url);
        Assert.DoesNotContain("条站内信未读", (await applicant.OpenAsync("/")).Text, StringComparison.Ordinal);      // done, and so settled
        await own.EndorseAsync("同意推荐", url);
        Assert.Contains("1 份待提交中心", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        await own.SubmitToCentreAsync(url);
        Assert.DoesNotContain("待提交中心", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/applications/{RecruitmentDesk.IdOf(url)}/return", ("Form.Reason", "照片看不清"))).Status);

        Assert.Equal("ApplicationReturned ApplicationEndorsed ApplicationReturned", await ToldAsync(url));
        var read = await applicant.OpenAsync("/inbox");
        Assert.DoesNotContain("告某", read["main"].TextContent, StringComparison.Ordinal);
        Assert.Contains("请查看理由并补正", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_beyond_the_closing_time_waits_no_more()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("重庆过期律师事务所", InstitutionKind.LawFirm);
        var own = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var round = await app.RoundAsync("招募过期", "2026-6-20 17:00");
        var applicant = await app.ApplicantAsync("过某", "QJ");
        var url = await applicant.FilledAsync(round, "过某", ("Form.InstitutionId", firm.Id.ToString()));
        await applicant.HandInAsync(url);

        app.Clock.Set(new DateTime(2026, 6, 20, 16, 59, 59));
        Assert.Contains("1 份入库申请待出具意见", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.Set(new DateTime(2026, 6, 20, 17, 0, 0));
        Assert.DoesNotContain("待出具意见", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    private Task<string> ToldAsync(string url) => app.InDbAsync(async db =>
    {
        var kinds = await db.Notices.Where(n => n.ApplicationId == RecruitmentDesk.IdOf(url) && n.OfficerId != null).OrderBy(n => n.WrittenAtUtc).ThenBy(n => n.Id).Select(n => n.Kind).ToListAsync();
        return string.Join(' ', kinds);
    });
}
