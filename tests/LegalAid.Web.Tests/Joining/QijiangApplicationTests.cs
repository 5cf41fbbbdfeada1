using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Joining;

/// <summary>綦江: the person fills in, the institution recommends and submits, the centre reads.</summary>
public sealed class QijiangApplicationTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-2.1", "QJ-2.5a", "QJ-2.6", "QJ-5.1b", "QJ-5.2", "QJ-6.2.1", "QJ-6.2.2", "QJ-6.2.3", "QJ-6.4", "QJ-F.1", "QJ-F.2", "QJ-F.3", "QJ-F.4", "QJ-F.5", "QJ-F.6")]
    public async Task Two_people_apply_the_institution_endorses_and_submits_both_and_the_clerk_reads_them_masked()
    {
        var (round, firm, administrator) = await OpenAsync("综合");
        var (first, second) = (await app.ApplicantAsync("申某甲", "QJ"), await app.ApplicantAsync("申某乙", "QJ"));
        var one = await first.FilledAsync(round, "申某甲", ("Form.InstitutionId", firm.ToString()));
        var two = await second.FilledAsync(round, "申某乙", ("Form.InstitutionId", firm.ToString()));
        Assert.Equal(HttpStatusCode.Found, (await first.SubmitAsync($"{one}/career", ("Form.Kind", "Award"), ("Form.FirstDay", "2020-5-4"), ("Form.Statement", "区优秀律师"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await first.SubmitAsync($"{one}/career", ("Form.Kind", "Sanction"), ("Form.FirstDay", "2018-3-1"), ("Form.Statement", "市律协训诫"))).Status);
        Assert.DoesNotContain("申某甲", (await administrator.OpenAsync("/joining/firm")).Text, StringComparison.Ordinal);      // a draft is the applicant's own
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.SubmitAsync($"{one}/submit")).Status);      // not signed

        Assert.Equal(one, (await first.HandInAsync(one)).Location);
        Assert.Equal(two, (await second.HandInAsync(two)).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitToCentreAsync(one)).Status);         // no opinion yet
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.EndorseAsync("", one)).Status);            // an empty one is none (QJ-5.2)
        var unsealed = await administrator.SubmitAsync("/joining/firm?handler=Endorse", ("Form.Ids", RecruitmentDesk.IdOf(one).ToString()), ("Form.Opinion", "业务过硬，同意推荐"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (unsealed.Status, unsealed.Html.Contains("QJ-F.6", StringComparison.Ordinal)));       // no seal, no opinion
        Assert.Equal(HttpStatusCode.Found, (await administrator.EndorseAsync("业务过硬，同意推荐", one, two)).Status);
        Assert.Equal(2, await app.InDbAsync(db => db.ApplicationPapers.CountAsync(p => p.Kind == ApplicationPaperKind.Endorsement && p.ReplacedAtUtc == null && (p.ApplicationId == RecruitmentDesk.IdOf(one) || p.ApplicationId == RecruitmentDesk.IdOf(two)))));
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitToCentreAsync(one, two)).Status);

        var clerk = await app.AsAsync(Roles.Clerk);
        var list = await clerk.OpenAsync($"/registry/rounds/{round}/applications");
        Assert.Contains("申某甲", list.Text, StringComparison.Ordinal);
        Assert.Contains("申某乙", list.Text, StringComparison.Ordinal);
        var application = await app.ApplicationAsync(one);
        Assert.Equal((ApplicationStatus.Submitted, Pools.Duty | Pools.Cases, app.Clock.UtcNow), (application.Status, application.Pools, application.SubmittedAtUtc));
        Assert.NotNull(application.DeclaredAtUtc);
        var page = await clerk.OpenAsync($"/registry/applications/{application.Id}");
        Assert.Contains("业务过硬，同意推荐", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000001", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Cipher.Open(application.IdentityNumber!), page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("群众", page.Html, StringComparison.Ordinal);       // the form's alone
        Assert.All(new[] { "某某律师事务所律师", "区优秀律师", "市律协训诫", "照片", "身份证复印件" }, text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        await SealedAtRestAsync(application);
        var export = await clerk.ExportAsync($"/registry/rounds/{round}/applications");
        Assert.Equal(HttpStatusCode.OK, export.Status);
    }

    [Fact]
    [Clause("QJ-F.2", "LAW-25")]
    public async Task What_is_missing_is_listed_and_a_draft_keeps_whatever_is_there()
    {
        var (round, _, _) = await OpenAsync("草稿");
        var applicant = await app.ApplicantAsync("草某", "QJ");
        var url = (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location!;

        Assert.Equal(HttpStatusCode.Found, (await applicant.SubmitAsync(url, ("Form.IdentityNumber", "50011"), ("Form.Phone", "139"), ("Form.As", "LegalWorker"), ("Form.Intents", "CriminalDefence"))).Status);

        Assert.Equal("50011", (await applicant.OpenAsync(url))["[name='Form.IdentityNumber']"].GetAttribute("value"));
        var check = await applicant.OpenAsync($"{url}/submit");
        Assert.Contains("身份证号应为18位", check.Text, StringComparison.Ordinal);
        Assert.Contains("刑事辩护只能由律师承办", check.Text, StringComparison.Ordinal);
        Assert.Contains("执业证复印件", check.Text, StringComparison.Ordinal);
        Assert.Equal(url, (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location);      // one application for one account
    }

    [Theory]
    [Clause("QJ-6.3")]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Late_by_one_second_is_late_and_then_counts_as_given_up(int seconds, bool inTime)
    {
        var (round, firm, administrator) = await OpenAsync($"截止{seconds}");
        var applicant = await app.ApplicantAsync("迟某", "QJ");
        var url = await applicant.FilledAsync(round, "迟某", ("Form.InstitutionId", firm.ToString()));
        await applicant.HandInAsync(url);
        await administrator.EndorseAsync("同意推荐", url);
        var opened = await administrator.OpenAsync("/joining/firm");
        app.Clock.Set(new DateTime(2026, 6, 20, 17, 0, 0).AddSeconds(seconds));

        var submitted = await administrator.SendAsync("/joining/firm?handler=Submit", opened, [("Form.Ids", RecruitmentDesk.IdOf(url).ToString())]);

        Assert.Equal(inTime ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, submitted.Status);
        app.Clock.Set(2026, 6, 20, 18);
        Assert.Equal(!inTime, (await applicant.OpenAsync(url)).Text.Contains("视为放弃", StringComparison.Ordinal));      // before any job ran
        await app.RunAsync<Web.Features.Registry.LapseDrafts, int>(await ClerkAsync(), job => job.RunAsync(default));
        Assert.Equal(inTime ? ApplicationStatus.Submitted : ApplicationStatus.Lapsed, (await app.ApplicationAsync(url)).Status);
        Assert.Equal(inTime ? 0 : 1, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == RecruitmentDesk.IdOf(url) && line.Act == Act.ApplicationLapsed)));
    }

    [Theory]
    [InlineData("2026-6-17", HttpStatusCode.Found)]
    [InlineData("2026-6-18", HttpStatusCode.UnprocessableEntity)]
    public async Task A_licence_of_tomorrow_is_not_taken(string day, HttpStatusCode answer)
    {
        var (round, _, _) = await OpenAsync($"来日{day}");
        var applicant = await app.ApplicantAsync("来某", "QJ");
        var url = (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location!;

        Assert.Equal(answer, (await applicant.SubmitAsync(url, ("Form.Name", "来某"), ("Form.FirstLicensedOn", day))).Status);
    }

    [Fact]
    public async Task A_round_that_is_withdrawn_makes_nobody_give_up()
    {
        var (round, firm, administrator) = await OpenAsync("撤批");
        var (drafting, handing) = (await app.ApplicantAsync("撤某甲", "QJ"), await app.ApplicantAsync("撤某乙", "QJ"));
        var draft = (await drafting.SubmitAsync($"/joining/rounds/{round}")).Location!;
        var handed = await handing.FilledAsync(round, "撤某乙", ("Form.InstitutionId", firm.ToString()));
        await handing.HandInAsync(handed);
        await administrator.EndorseAsync("同意推荐", handed);
        await administrator.SubmitToCentreAsync(handed);

        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round}/withdraw", ("Form.Reason", "另行合并招募"));
        app.Clock.Set(2026, 6, 21);
        await app.RunAsync<Web.Features.Registry.LapseDrafts, int>(await ClerkAsync(), job => job.RunAsync(default));
        var (one, two) = (await drafting.OpenAsync(draft), await handing.OpenAsync(handed));
        app.Clock.Set(2026, 6, 17);

        Assert.Equal([ApplicationStatus.RoundWithdrawn, ApplicationStatus.RoundWithdrawn], [(await app.ApplicationAsync(draft)).Status, (await app.ApplicationAsync(handed)).Status]);
        Assert.All([one, two], page => Assert.Contains("批次已撤销", page.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/applications/{RecruitmentDesk.IdOf(handed)}/return", ("Form.Reason", "请补正经历"))).Status);
    }

    [Fact]
    public async Task The_institution_gives_back_takes_back_and_the_applicant_withdraws()
    {
        var (round, firm, administrator) = await OpenAsync("往返");
        var applicant = await app.ApplicantAsync("返某", "QJ");
        var url = await applicant.FilledAsync(round, "返某", ("Form.InstitutionId", firm.ToString()));
        var firmUrl = $"/joining/firm/{RecruitmentDesk.IdOf(url)}";
        await applicant.HandInAsync(url);

        await administrator.SubmitAsync(firmUrl, ("Form.Reason", "请补写经历"));
        Assert.Contains("请补写经历", (await applicant.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(firmUrl)).Status);
        await applicant.HandInAsync(url);
        await administrator.EndorseAsync("同意推荐", url);
        await administrator.SubmitToCentreAsync(url);
        await administrator.SubmitAsync(firmUrl, ("Form.Reason", "另有安排"));
        var back = await app.ApplicationAsync(url);
        Assert.Equal((ApplicationStatus.WithInstitution, null, null), (back.Status, back.SubmittedAtUtc, back.EndorsedAtUtc));
        var unsealed = await administrator.SubmitAsync("/joining/firm?handler=Endorse", ("Form.Ids", RecruitmentDesk.IdOf(url).ToString()), ("Form.Opinion", "同意推荐"));
        Assert.Contains("请上传所在单位盖章页", unsealed.Text, StringComparison.Ordinal);        // the page of before spoke of the form of before

        Assert.Equal("/joining", (await applicant.SubmitAsync($"{url}/withdraw")).Location);

        Assert.Equal(ApplicationStatus.Withdrawn, (await app.ApplicationAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(firmUrl)).Status);
        Assert.NotEqual(url, (await applicant.SubmitAsync($"/joining/rounds/{round}")).Location);       // still open: another one may be begun
    }

    [Fact]
    public async Task The_centre_returns_for_completion_and_the_first_moment_still_counts_after_the_end()
    {
        var (round, firm, administrator) = await OpenAsync("补正");
        var applicant = await app.ApplicantAsync("补某", "QJ");
        var url = await applicant.FilledAsync(round, "补某", ("Form.InstitutionId", firm.ToString()));
        await applicant.HandInAsync(url);
        await administrator.EndorseAsync("同意推荐", url);
        await administrator.SubmitToCentreAsync(url);
        var came = app.Clock.UtcNow;
        app.Clock.Set(2026, 6, 22);
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/applications/{RecruitmentDesk.IdOf(url)}/return", ("Form.Reason", "执业证复印件看不清"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await applicant.UploadAsync($"{url}/papers", "Form.File", "b.pdf", RecruitmentDesk.Pdf, ("Form.Kind", "Licence"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await applicant.HandInAsync(url)).Status);
        Assert.Equal(HttpStatusCode.Found, (await administrator.EndorseAsync("同意推荐", url)).Status);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitToCentreAsync(url)).Status);

        var application = await app.ApplicationAsync(url);
        Assert.Equal((ApplicationStatus.Submitted, came), (application.Status, application.SubmittedAtUtc));
        Assert.Equal(2, await app.InDbAsync(db => db.ApplicationPapers.CountAsync(p => p.ApplicationId == application.Id && p.Kind == ApplicationPaperKind.Licence)));      // replaced, not overwritten
    }

    [Fact]
    public async Task A_number_already_handed_in_tells_nobody_until_it_would_be_handed_in_twice()
    {
        var (round, firm, administrator) = await OpenAsync("同号");
        var number = RecruitmentDesk.Identity(5001);
        var (first, second) = (await app.ApplicantAsync("同某甲", "QJ"), await app.ApplicantAsync("同某乙", "QJ"));
        var one = await first.FilledAsync(round, "同某甲", ("Form.InstitutionId", firm.ToString()), ("Form.IdentityNumber", number));
        await first.HandInAsync(one);
        await administrator.EndorseAsync("同意推荐", one);
        await administrator.SubmitToCentreAsync(one);

        var two = await second.FilledAsync(round, "同某乙", ("Form.InstitutionId", firm.ToString()), ("Form.IdentityNumber", number));
        Assert.Equal(HttpStatusCode.Found, (await second.HandInAsync(two)).Status);
        await administrator.EndorseAsync("同意推荐", two);
        var refused = await administrator.SubmitToCentreAsync(two);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain(number, refused.Html, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.WithInstitution, (await app.ApplicationAsync(two)).Status);
    }

    // What anybody sees who reads the database past the program.
    private async Task SealedAtRestAsync(PoolApplication application)
    {
        var papers = await app.InDbAsync(db => db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == application.Id).ToListAsync());
        Assert.Equal([ApplicationPaperKind.Photo, ApplicationPaperKind.Licence, ApplicationPaperKind.IdentityCard, ApplicationPaperKind.Endorsement], papers.Select(p => p.Kind).Order());
        Assert.All(papers, p => Assert.Equal((-1, -1), (p.Content.Bytes.AsSpan().IndexOf("%PDF"u8), p.Content.Bytes.AsSpan().IndexOf("IHDR"u8))));
        var plain = new[] { application.IdentityNumber!, application.Phone!, application.Address!, application.PoliticalStatus! }.Select(value => (Text: app.Cipher.Open(value), value.Bytes));
        Assert.All(plain, value => Assert.Equal(-1, value.Bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(value.Text))));
        Assert.Equal(RecruitmentDesk.Png, app.Cipher.OpenBytes(papers.Single(p => p.Kind == ApplicationPaperKind.Photo).Content));
    }

    private async Task<LegalAid.Store.Offices.Officer> ClerkAsync()
    {
        await app.AsAsync(Roles.Clerk);
        return await app.InDbAsync(db => db.Users.FirstAsync(u => u.OfficeId == app.OfficeId && u.Role == Roles.Clerk));
    }

    private async Task<(Guid Round, Guid Firm, Visitor Administrator)> OpenAsync(string word)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync($"重庆申报{word}律师事务所", InstitutionKind.LawFirm);
        return (await app.RoundAsync($"招募{word}", "2026-6-20 17:00"), firm.Id, await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id));
    }
}
