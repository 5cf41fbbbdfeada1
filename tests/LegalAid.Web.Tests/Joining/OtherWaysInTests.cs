using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Registry.Vetting;
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
    [Clause("WZ-5.3", "WZ-7.2b")]
    public async Task A_lawyer_of_another_citys_firm_applies_with_its_word_on_paper_and_comes_in_once_the_firm_is_found_out()
    {
        app.Clock.Set(2026, 6, 17);
        var channel = await app.RoundAsync("办案库常年报名二", closes: null, ("Form.Pools", "Cases"));
        var applicant = await app.ApplicantAsync("温某乙", "WZ");
        var url = await applicant.FilledAsync(channel, "温某乙", ("Form.Employer", "某某外地律师事务所"));
        Assert.Contains("所在单位盖章页", (await applicant.OpenAsync($"{url}/submit"))["#missing"].TextContent, StringComparison.Ordinal);
        await applicant.UploadAsync($"{url}/papers", "Form.File", "c.pdf", RecruitmentDesk.Pdf, ("Form.Kind", "Endorsement"));

        await applicant.HandInAsync(url);
        var application = await app.ApplicationAsync(url);
        Assert.Equal((ApplicationStatus.Submitted, null), (application.Status, application.InstitutionId));

        var (clerk, vetting) = (await app.AsAsync(Roles.Clerk), $"/registry/applications/{application.Id}/vetting");
        await app.VettedAsync(application);
        var early = await clerk.SubmitAsync($"/registry/rounds/{channel}/comparison", VettingDesk.Choice(true, "较优", application));
        Assert.Contains("尚待确认：填写的所在单位还没有核对登记", early.Text, StringComparison.Ordinal);
        Assert.Contains("某某外地律师事务所", (await clerk.OpenAsync(vetting)).Text, StringComparison.Ordinal);
        (string, string)[] firm = [("Form.Name", "浙江某某外地律师事务所"), ("Form.District", "浙江省杭州市西湖区"), ("Form.Reason", "核对了执业证和盖章页")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"{vetting}/institution", [("Form.Name", "某某法律服务所"), .. firm.Skip(1)])).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{vetting}/institution", firm)).Status);
        Assert.Contains("核对所在单位：符合", (await clerk.OpenAsync(vetting)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/rounds/{channel}/comparison", VettingDesk.Choice(true, "较优", application))).Status);
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{channel}/results/admit")).Status);

        var member = await app.InDbAsync(db => db.Memberships.AsNoTracking().Include(m => m.Institution).SingleAsync(m => m.Person.Name == "温某乙"));
        Assert.Equal(("浙江某某外地律师事务所", "浙江省杭州市西湖区"), (member.Institution.Name, member.Institution.District));
    }

    [Fact]
    [Clause("WZ-5.4")]
    public async Task A_channel_of_one_list_offers_and_takes_no_other()
    {
        app.Clock.Set(2026, 6, 17);
        var channel = await app.RoundAsync("办案库常年报名三", closes: null, ("Form.Pools", "Cases"));
        var applicant = await app.ApplicantAsync("温某丙", "WZ");
        var url = (await applicant.SubmitAsync($"/joining/rounds/{channel}")).Location!;

        var refused = await applicant.SubmitAsync(url, [.. RecruitmentDesk.Person("温某丙").Where(field => field.Field != "Form.Pools"), ("Form.Employer", "某某律师事务所"), ("Form.Pools", "Duty")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("本批次只为办案库招募", refused.Text, StringComparison.Ordinal);
        Assert.Null((await applicant.OpenAsync(url)).Document.QuerySelector("[name='Form.Pools'][value='Duty']"));
    }

    [Theory]
    [Clause("WZ-28.6")]
    [InlineData("2023-06-17", ApplicationStatus.Draft)]             // the anniversary is barred
    [InlineData("2023-06-16", ApplicationStatus.Submitted)]         // the day after it is free
    public async Task Who_was_removed_is_not_taken_before_three_years_are_over(string removedOn, ApplicationStatus status)
    {
        app.Clock.Set(2026, 6, 17);
        var number = RecruitmentDesk.Identity(removedOn.EndsWith('7') ? 8001 : 8002);
        await RemovedAsync(number, DateOnly.Parse(removedOn, System.Globalization.CultureInfo.InvariantCulture));
        var channel = await app.RoundAsync($"办案库禁入{removedOn}", closes: null, ("Form.Pools", "Cases"));
        var applicant = await app.ApplicantAsync("温某丁", "WZ");
        var url = await applicant.FilledAsync(channel, "温某丁", ("Form.Employer", "某某外地律师事务所"), ("Form.IdentityNumber", number));
        await applicant.UploadAsync($"{url}/papers", "Form.File", "c.pdf", RecruitmentDesk.Pdf, ("Form.Kind", "Endorsement"));

        var answer = await applicant.HandInAsync(url);

        Assert.Equal(status, (await app.ApplicationAsync(url)).Status);
        if (status == ApplicationStatus.Draft)
        {
            Assert.Contains("请持身份证件到法律援助中心核对", answer.Text, StringComparison.Ordinal);      // whoever typed somebody else's number learns nothing of them
            Assert.DoesNotContain("清退", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Clause("WZ-28.6")]
    public async Task Who_certainly_is_the_one_removed_reads_why_before_the_employer_is_asked()
    {
        app.Clock.Set(2026, 6, 17);
        var number = RecruitmentDesk.Identity(8003);
        var member = await RemovedAsync(number, new(2025, 6, 17));
        var firm = await app.InstitutionAsync("浙江禁入某律师事务所", InstitutionKind.LawFirm);
        var channel = await app.RoundAsync("办案库禁入本人", closes: null, ("Form.Pools", "Cases"));
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        var url = await own.FilledAsync(channel, "温某戊", ("Form.InstitutionId", firm.Id.ToString()), ("Form.IdentityNumber", number));

        var answer = await own.HandInAsync(url);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, ApplicationStatus.Draft), (answer.Status, (await app.ApplicationAsync(url)).Status));
        Assert.Contains("2025年6月17日被本机构清退", answer.Text, StringComparison.Ordinal);
        Assert.Contains("WZ-28.6", answer.Html, StringComparison.Ordinal);
    }

    private async Task<Membership> RemovedAsync(string number, DateOnly on)
    {
        var member = await app.MemberAsync("旧某", await app.InstitutionAsync($"浙江旧某{number[^8..]}律师事务所", InstitutionKind.LawFirm), identity: number);
        await app.InDbAsync(db =>
        {
            db.Add(new PoolRemoval
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                MembershipId = member.Id,
                IdentityIndex = app.Cipher.Index(number),
                Ground = RemovalGround.GraveBreach,
                Reason = "违规",
                DecidedOn = on,
                ProposedById = Guid.CreateVersion7(),
                DecidedById = Guid.CreateVersion7(),
                DecidedAtUtc = app.Clock.UtcNow,
            });
            return db.SaveChangesAsync();
        });
        return member;
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
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var draft = (await clerk.SubmitAsync("/registry/rounds/new", ("Form.Title", "服务团常年招募"), ("Form.OpensAtUtc", "2026-6-16 0:00"), ("Form.ClosesAtUtc", ""))).Location!;
        var before = await director.OpenAsync($"{draft}/publish");
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{draft}/publish")).Status);
        var channel = Guid.Parse(draft["/registry/rounds/".Length..]);
        var counted = await ToldAsync(channel, prefecture) + await ToldAsync(channel, county);
        Assert.Contains($"同时通知 {counted.Institutions} 家机构和 {counted.People} 名在册人员", before.Text, StringComparison.Ordinal);      // the counties' too
        Assert.True(counted is { Institutions: >= 2, People: >= 1 });

        var told = await app.InDbAsync(county, db => db.Notices.AsNoTracking().Where(n => n.RoundId == channel).ToListAsync());
        Assert.Contains(told, n => n.MembershipId == countyMember.Id && n.Path == "/join/QDN");
        Assert.Contains(told, n => n.InstitutionId == countyFirm.Id);
        var reader = await app.AsAsync(Roles.Practitioner, county, membershipId: countyMember.Id);
        Assert.Equal("/join/QDN", (await reader.SubmitAsync($"/inbox/{told.Single(n => n.MembershipId == countyMember.Id).Id}")).Location);
        var page = (await (await app.AsAsync(Roles.Clerk, prefecture)).OpenAsync($"/registry/rounds/{channel}")).Text;
        Assert.Contains($"{counted.Institutions} 家，已读 0 家", page, StringComparison.Ordinal);
        Assert.Contains($"{counted.People} 人，已读 1 人", page, StringComparison.Ordinal);

        var applicant = await app.ApplicantAsync("黔某甲", "QDN");
        var url = await applicant.FilledAsync(channel, "黔某甲", ("Form.InstitutionId", firm.Id.ToString()));
        Assert.Equal(url, (await applicant.HandInAsync(url)).Location);

        Assert.Equal(ApplicationStatus.Submitted, (await app.ApplicationAsync(url)).Status);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        Assert.Contains("没有交来的申请", (await administrator.OpenAsync("/joining/firm")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/joining/firm/{RecruitmentDesk.IdOf(url)}")).Status);
    }

    private Task<Told> ToldAsync(Guid round, Guid officeId) => app.InDbAsync(officeId, async db => new Told(
        await db.Notices.CountAsync(n => n.RoundId == round && n.OfficeId == officeId && n.InstitutionId != null), await db.Notices.CountAsync(n => n.RoundId == round && n.OfficeId == officeId && n.MembershipId != null)));

    private sealed record Told(int Institutions, int People)
    {
        public static Told operator +(Told one, Told other) => new(one.Institutions + other.Institutions, one.People + other.People);
    }
}
