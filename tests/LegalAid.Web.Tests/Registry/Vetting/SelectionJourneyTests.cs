using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Decisions;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry.Vetting;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>綦江: vetted, compared, chosen with reasons, published, taken in.</summary>
public sealed class SelectionJourneyTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    private static readonly byte[] Pdf = "%PDF-1.7 考核表"u8.ToArray();

    [Fact]
    [Clause("QJ-1.2", "QJ-2.5b", "QJ-2.8", "QJ-5.1c", "QJ-6.6", "QJ-F.3")]
    public async Task From_the_application_to_the_roster_each_step_is_somebodys()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆甲审律师事务所", InstitutionKind.LawFirm);
        var young = await app.ApplicationAsync(round, firm, "审某甲", a => a.FirstCriminalCaseOn = new(2025, 6, 1));
        var other = await app.ApplicationAsync(round, firm, "审某乙");
        await app.VettedAsync(other);
        var page = $"/registry/applications/{young.Id}/vetting";

        Assert.Contains("自2027年6月1日起符合", (await clerk.OpenAsync(page)).Text, StringComparison.Ordinal);
        var early = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "择优", young));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("尚待确认：还没有准入考核的记录", early.Text, StringComparison.Ordinal);
        foreach (var criterion in new[] { "Character", "Conduct", "Skill" })
        {
            Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(page, ("Form.Criterion", criterion), ("Form.Met", "true"), ("Form.Reason", "看过承诺书"))).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(page, ("Form.Criterion", "Fitness"), ("Form.Met", "true"), ("Form.Reason", "不问健康"))).Status);
        var assessment = $"{page}/assessment";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(assessment, ("Form.HeldOn", "2026-6-18"), ("Form.AssessedBy", "考核组"), ("Form.Passed", "true"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.UploadAsync(assessment, "Form.File", "a.pdf", "no"u8.ToArray(), ("Form.HeldOn", "2026-6-17"), ("Form.AssessedBy", "考核组"), ("Form.Passed", "true"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.UploadAsync(assessment, "Form.File", "a.pdf", Pdf, ("Form.HeldOn", "2026-6-17"), ("Form.AssessedBy", "考核组"), ("Form.Passed", "true"))).Status);

        var chosen = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "四项因素综合较优", young));
        Assert.Equal(HttpStatusCode.Found, chosen.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);     // one still waits
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(false, "", other))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(false, "名额有限", other))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Status);       // not published
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Status);

        var member = await app.InDbAsync(db => db.Memberships.Include(m => m.Person).WithStandings().SingleAsync(m => m.Person.Name == "审某甲"));
        Assert.Equal(VettingDesk.Everything & ~ServiceIntents.CriminalDefence, member.Intents);
        Assert.Equal((true, true, app.Clock.Today), (PoolStandings.Holds(member, Pools.Cases, app.Clock.Today), PoolStandings.Holds(member, Pools.Duty, app.Clock.Today), member.JoinedOn));
        var account = await app.InDbAsync(db => db.Users.SingleAsync(u => u.Id == young.ApplicantId));
        Assert.Equal((Roles.Practitioner, member.Id), (account.Role, account.MembershipId));
        Assert.True(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == member.Id)));
        var stored = await app.InDbAsync(db => db.RecruitmentRounds.SingleAsync(r => r.Id == round.Id));
        Assert.Equal((RoundStatus.ResultsPublished, 1, 40), (stored.Status, stored.PublishedHeadcount, stored.PlannedLawyers));
        Assert.Contains("四项因素综合较优", (await clerk.OpenAsync($"/registry/rounds/{round.Id}/minutes")).Text, StringComparison.Ordinal);
        Assert.Equal(3, await app.InDbAsync(db => db.Notices.CountAsync(n => n.RoundId == round.Id && n.OfficerId != null)));        // one refused, one chosen and then taken in
        var file = await clerk.SubmitAsync($"{page}/assessment/file");
        Assert.Contains("%PDF", file.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QJ-6.6")]
    public async Task The_four_factors_stand_side_by_side_and_sort()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆乙审律师事务所", InstitutionKind.LawFirm);
        await app.ApplicationAsync(round, firm, "较长执业", a => a.FirstLicensedOn = new(2000, 1, 1));
        await app.ApplicationAsync(round, firm, "较短执业", a => a.FirstLicensedOn = new(2020, 1, 1));

        foreach (var sort in new[] { "years", "cases", "competence", "engagement", "name" })
        {
            Assert.Equal((sort, HttpStatusCode.OK), (sort, (await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison?sort={sort}")).Status));
        }

        var longest = await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison?sort=years");
        var youngest = await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison?sort=-years");
        Assert.StartsWith("较长执业", longest["main tbody th"].TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("较短执业", youngest["main tbody th"].TextContent.Trim(), StringComparison.Ordinal);
        Assert.All(new[] { "26 年", "本机构办案", "没有评估过的案件", "愿意值班，报4项意向" }, text => Assert.Contains(text, longest.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Clause("QJ-1.1")]
    public async Task Beyond_the_planned_number_the_head_writes_why()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync(r => r.PlannedLawyers = 1);
        var firm = await app.InstitutionAsync("重庆丙审律师事务所", InstitutionKind.LawFirm);
        var (one, two) = (await app.ApplicationAsync(round, firm, "额某甲"), await app.ApplicationAsync(round, firm, "额某乙"));
        await app.VettedAsync(one, two);
        var url = $"/registry/rounds/{round.Id}/comparison";

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, VettingDesk.Choice(true, "较优", one))).Status);
        (string, string)[] beyond = [.. VettingDesk.Choice(true, "较优", two), ("Form.OverQuotaReason", "本区需要")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, beyond)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync(url, VettingDesk.Choice(true, "较优", two))).Status);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync(url, beyond)).Status);
        Assert.Contains("律师及其他人员 1 人 2 人 2 人 超出 1 人", (await clerk.OpenAsync($"/registry/rounds/{round.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal("本区需要", await app.InDbAsync(db => db.SelectionMinutes.Where(m => m.ApplicationId == two.Id).Select(m => m.OverQuotaReason).SingleAsync()));
    }

    [Fact]
    [Clause("QJ-F.4")]
    public async Task Years_told_line_by_line_stand_beside_those_of_the_licence()
    {
        var round = await app.RoundAsync();
        var application = await app.ApplicationAsync(round, await app.InstitutionAsync("重庆历审律师事务所", InstitutionKind.LawFirm), "历某甲");
        await app.InDbAsync(db =>
        {
            db.AddRange(Worked(application, new(2016, 1, 1), new(2017, 12, 31)), Worked(application, new(2024, 6, 16), null));
            return db.SaveChangesAsync();
        });
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("各段合计满4年", (await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting"))["#contradictions"].TextContent, StringComparison.Ordinal);
        Assert.Contains("执业经历合计 4 年", (await clerk.OpenAsync($"/registry/rounds/{round.Id}/comparison")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QJ-F.7")]
    public async Task The_form_tells_the_centres_opinion_with_what_the_vetting_found_and_outside_only_when_the_list_is_published()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆见审律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "见某甲", a => a.HandedOverAtUtc = app.Clock.UtcNow);
        await app.VettedAsync(application);
        var own = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var form = $"/joining/applications/{application.Id}/form";
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "业务较强", application));

        Assert.Contains("同意入库。业务较强", (await clerk.OpenAsync(form)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("业务较强", (await own.OpenAsync(form)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("拟入库", (await own.OpenAsync("/joining/firm")).Text, StringComparison.Ordinal);
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");

        var text = (await own.OpenAsync(form)).Text;
        Assert.All(new[] { "审核结果：逐项审核", "可以入库（值班库、办案库；", "同意入库。业务较强", "（盖章） 2026年6月17日" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("拟入库", (await own.OpenAsync("/joining/firm")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_heads_who_take_in_at_once_make_one_member_of_each()
    {
        var round = await app.RoundAsync(r => (r.Status, r.ResultsPublishedAtUtc) = (RoundStatus.ResultsPublished, app.Clock.UtcNow));
        var firm = await app.InstitutionAsync("重庆丁审律师事务所", InstitutionKind.LawFirm);
        var applications = new List<PoolApplication>();
        foreach (var name in new[] { "同某甲", "同某乙", "同某丙" })
        {
            applications.Add(await app.ApplicationAsync(round, firm, name, a => a.Status = ApplicationStatus.Selected));
        }

        await app.VettedAsync([.. applications]);
        var head = await app.OfficerAsync("qj-head-twice", Roles.Director, app.OfficeId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.RunAsync<AdmitApplicants, bool>(head, async use => (await use.RunAsync(round.Id, applications.ConvertAll(a => a.Id), default))!.Value is not null)));

        Assert.Equal([false, true], answers.Order());
        Assert.Equal(3, await app.InDbAsync(db => db.Memberships.CountAsync(m => m.InstitutionId == firm.Id)));
    }

    [Fact]
    [Clause("QJ-2.4b", "QJ-F.5")]
    public async Task What_the_applicant_states_is_laid_beside_what_is_on_record()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆戊审律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "罚某甲");
        await app.VettedAsync(application);
        var records = $"/registry/applications/{application.Id}/vetting/records";

        var added = await clerk.SubmitAsync(records, ("Form.Kind", "AdministrativePenalty"), ("Form.EffectiveOn", "2025-3-1"), ("Form.Statement", "警告"), ("Form.RecordSource", "某司罚〔2025〕1号"));
        Assert.Equal(HttpStatusCode.Found, added.Status);
        var page = await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting");
        Assert.Contains("没有申报处罚、惩戒", page["#contradictions"].TextContent, StringComparison.Ordinal);
        Assert.Contains("某司罚〔2025〕1号", page["#contradictions"].TextContent, StringComparison.Ordinal);
        Assert.Contains("自2028年3月2日起符合", page.Text, StringComparison.Ordinal);
        var id = await app.InDbAsync(db => db.OfficialRecords.Where(r => r.IdentityIndex == application.IdentityIndex).Select(r => r.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(records, ("Void.RecordId", id.ToString()), ("Void.Reason", "同名他人"))).Status);

        Assert.DoesNotContain("近3年有行政处罚", (await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vetting_behind_a_choice_is_recomputed_to_the_same_bytes()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆己审律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "核某甲");
        await app.VettedAsync(application);
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", application));

        var decision = await app.InDbAsync(db => db.Decisions.SingleAsync(d => d.SubjectId == application.Id));

        Assert.Equal(decision.Result, DecisionKinds.Recompute(decision));
        Assert.DoesNotContain("核某甲", decision.Facts, StringComparison.Ordinal);
    }

    private CareerLine Worked(PoolApplication application, DateOnly first, DateOnly? last) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, ApplicationId = application.Id, Kind = CareerKind.Employment, FirstDay = first, LastDay = last, Statement = "某某律师事务所" };
}
