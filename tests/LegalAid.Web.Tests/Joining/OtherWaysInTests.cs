using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>温州: a channel that stays open, and the person submits with the employer's consent.</summary>
public sealed class WenzhouApplicationTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-4.1", "WZ-4.3", "WZ-5.4", "WZ-6.1", "WZ-6.2", "WZ-6.3", "WZ-6.4b", "WZ-7.1", "WZ-7.2a", "WZ-7.2b", "WZ-7.2c")]
    public async Task A_person_applies_at_any_time_and_submits_once_the_firm_agrees()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江同意某律师事务所", InstitutionKind.LawFirm);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var channel = await app.RoundAsync("办案库常年报名", closes: null, ("Form.Pools", "Cases"));
        app.Clock.Set(2027, 2, 1);
        var applicant = await app.ApplicantAsync("温某甲", "WZ");
        var url = await applicant.FilledAsync(channel, "温某甲", ("Form.InstitutionId", firm.Id.ToString()));
        foreach (var clause in new[] { "WZ-6.1", "WZ-6.2", "WZ-6.3", "WZ-6.4b" })
        {
            Assert.Contains(clause, (await applicant.OpenAsync($"{url}/submit")).Html, StringComparison.Ordinal);
        }

        await applicant.HandInAsync(url);
        Assert.Equal(ApplicationStatus.WithInstitution, (await app.ApplicationAsync(url)).Status);
        Assert.Equal(HttpStatusCode.Found, (await applicant.OpenAsync($"{url}/submit")).Status);        // not agreed yet: back to the application
        Assert.Equal(HttpStatusCode.Found, (await administrator.EndorseAsync("同意报名", url)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitToCentreAsync(url)).Status);      // the person's to do
        Assert.Equal(url, (await applicant.SubmitAsync($"{url}/submit")).Location);

        var application = await app.ApplicationAsync(url);
        Assert.Equal((ApplicationStatus.Submitted, Pools.Cases, false), (application.Status, application.Pools, application.PartyDiscipline!.Value));
        Assert.Contains("温某甲", (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/rounds/{channel}/applications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-5.4")]
    public async Task The_duty_pool_has_no_channel()
    {
        app.Clock.Set(2026, 6, 17);

        var refused = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/registry/rounds/new", ("Form.Title", "值班库"), ("Form.OpensAtUtc", "2026-6-16 0:00"), ("Form.ClosesAtUtc", ""), ("Form.Pools", "Duty"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("WZ-5.4", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-7.2b")]
    public async Task An_employer_without_an_account_agrees_on_paper()
    {
        app.Clock.Set(2026, 6, 17);
        var channel = await app.RoundAsync("办案库常年报名二", closes: null, ("Form.Pools", "Cases"));
        var applicant = await app.ApplicantAsync("温某乙", "WZ");
        var url = await applicant.FilledAsync(channel, "温某乙", ("Form.Employer", "某某外地律师事务所"));
        Assert.Contains("所在单位盖章页", (await applicant.OpenAsync($"{url}/submit"))["#missing"].TextContent, StringComparison.Ordinal);
        await applicant.UploadAsync($"{url}/papers", "Form.File", "c.pdf", RecruitmentDesk.Pdf, ("Form.Kind", "Endorsement"));

        await applicant.HandInAsync(url);

        Assert.Equal(ApplicationStatus.Submitted, (await app.ApplicationAsync(url)).Status);
    }
}

/// <summary>黔东南: the person alone, at any time; institutions see nothing of it, and the counties are told.</summary>
public sealed class QiandongnanApplicationTests(QiandongnanApp app) : IClassFixture<QiandongnanApp>
{
    [Fact]
    [Clause("QDN-3.1", "QDN-4.1a", "QDN-4.1c", "QDN-8.1")]
    public async Task A_person_joins_the_corps_alone_and_every_county_is_told()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("贵州自愿某律师事务所", InstitutionKind.LawFirm);
        var prefecture = app.OfficeId;
        await app.GoToAsync("QDN01");
        var countyFirm = await app.InstitutionAsync("贵州县里某律师事务所", InstitutionKind.LawFirm);
        var countyMember = await app.MemberAsync("县某甲", countyFirm);
        var county = app.OfficeId;
        await app.GoToAsync("QDN");
        var channel = await app.RoundAsync("服务团常年招募", closes: null);

        var told = await app.InDbAsync(county, db => db.Notices.AsNoTracking().Where(n => n.RoundId == channel).ToListAsync());
        Assert.Contains(told, n => n.MembershipId == countyMember.Id && n.Path == "/join/QDN");
        Assert.Contains(told, n => n.InstitutionId == countyFirm.Id);
        var reader = await app.AsAsync(Roles.Practitioner, county, membershipId: countyMember.Id);
        Assert.Equal("/join/QDN", (await reader.SubmitAsync($"/inbox/{told.Single(n => n.MembershipId == countyMember.Id).Id}")).Location);
        Assert.Contains("已读 1 人", (await (await app.AsAsync(Roles.Clerk, prefecture)).OpenAsync($"/registry/rounds/{channel}")).Text, StringComparison.Ordinal);

        var applicant = await app.ApplicantAsync("黔某甲", "QDN");
        var url = await applicant.FilledAsync(channel, "黔某甲", ("Form.InstitutionId", firm.Id.ToString()));
        Assert.Equal(url, (await applicant.HandInAsync(url)).Location);

        Assert.Equal(ApplicationStatus.Submitted, (await app.ApplicationAsync(url)).Status);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        Assert.Contains("没有交来的申请", (await administrator.OpenAsync("/joining/firm")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/joining/firm/{RecruitmentDesk.IdOf(url)}")).Status);
    }
}
