using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Training;

/// <summary>Probation and mentors at 温州.</summary>
public sealed class ProbationTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-19.1")]
    public async Task A_newcomer_with_a_young_certificate_begins_three_months_beside_a_companion()
    {
        app.Clock.Set(2026, 6, 17);
        var (newcomer, elder) = (await NewcomerAsync("试赵"), await app.LawyerAsync("带钱", m => m.FirstAidCaseOn = new(2020, 1, 1)));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("资格证日期没有登记", (await clerk.OpenAsync("/training/probations")).Text, StringComparison.Ordinal);

        Assert.Contains("请选择带班人", (await BeginAsync(clerk, newcomer, null)).Text, StringComparison.Ordinal);
        Assert.Contains("试用期内的人员不能带班", (await BeginAsync(clerk, newcomer, await OnProbationAsync("同试", elder))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await BeginAsync(clerk, newcomer, elder)).Status);

        var probation = await ProbationAsync(newcomer);
        Assert.Equal((new DateOnly(2026, 6, 17), new DateOnly(2026, 9, 16), ProbationStatus.Running), (probation.StartsOn, probation.EndsOn, probation.Status));
        Assert.Contains("试用中 2026年6月17日 至 2026年9月16日", (await clerk.OpenAsync($"/registry/people/{newcomer.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("试赵", (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/training/probations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_told_of_the_companion_needs_evidence_and_leaves_its_trace_on_their_record()
    {
        app.Clock.Set(2026, 6, 17);
        var (newcomer, elder) = (await NewcomerAsync("据孙"), await app.LawyerAsync("据李", m => m.FirstAidCaseOn = new(2024, 1, 1)));
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == elder.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstAidCaseHereOn, (DateOnly?)null)));
        var clerk = await app.AsAsync(Roles.Clerk);
        (string, string)[] told = [("Form.QualifiedOn", "2026-3-1"), ("Form.StartsOn", "2026-6-17"), ("Form.CompanionId", elder.Id.ToString()), ("Form.CompanionFirstCaseOn", "2019-1-1")];

        Assert.Contains("请写明凭据", (await clerk.SubmitAsync($"/registry/people/{newcomer.Id}/probation", told)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{newcomer.Id}/probation", [.. told, ("Form.CompanionEvidence", "外地中心证明")])).Status);

        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.SubjectId == elder.Id && l.Act == Act.MemberChanged));
        Assert.Equal("外地中心证明", line.Reason);
        Assert.Contains("2024-01-01", line.Details, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-19.1")]
    public async Task A_certificate_a_year_old_is_recorded_and_brings_no_probation()
    {
        app.Clock.Set(2026, 6, 17);
        var newcomer = await NewcomerAsync("满孙");

        var recorded = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/people/{newcomer.Id}/probation", ("Form.QualifiedOn", "2025-6-17"));

        Assert.Equal(HttpStatusCode.Found, recorded.Status);
        Assert.Equal(new DateOnly(2025, 6, 17), await app.InDbAsync(db => db.Memberships.Where(m => m.Id == newcomer.Id).Select(m => m.QualifiedOn).SingleAsync()));
        Assert.False(await app.InDbAsync(db => db.Probations.AnyAsync(p => p.MembershipId == newcomer.Id)));
    }

    [Fact]
    [Clause("WZ-19.3")]
    public async Task It_is_judged_when_over_extended_once_and_ends_with_duty_or_without()
    {
        app.Clock.Set(2026, 6, 17);
        var elder = await app.LawyerAsync("带周", m => m.FirstAidCaseOn = new(2020, 1, 1));
        var member = await OnProbationAsync("试李", elder);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("试用期间的工作", (await clerk.OpenAsync($"/registry/people/{member.Id}/probation")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 9, 15);
        Assert.Contains("现在不能考核", (await clerk.OpenAsync($"/registry/people/{member.Id}/probation")).Text, StringComparison.Ordinal);

        app.Clock.Set(2026, 9, 16);
        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(clerk, member, "Extends")).Status);
        Assert.Equal(new DateOnly(2026, 12, 16), (await ProbationAsync(member)).EndsOn);
        app.Clock.Set(2026, 12, 16);
        Assert.Contains("不能再延长", (await AssessAsync(clerk, member, "Extends")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await AssessAsync(clerk, member, "Ends")).Status);

        Assert.Equal(ProbationStatus.Ended, (await ProbationAsync(member)).Status);
        Assert.False(await app.InDbAsync(db => db.Memberships.Where(PoolStanding.In(Pools.Duty, app.Clock.Today)).AnyAsync(m => m.Id == member.Id)));
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-5.2", "WZ-19.1", "WZ-19.3")]
    public async Task The_duty_pool_is_asked_who_needs_a_probation_and_a_move_into_it_needs_one()
    {
        app.Clock.Set(2026, 6, 17);
        var elder = await app.LawyerAsync("带移", m => m.FirstAidCaseOn = new(2020, 1, 1));
        var member = await app.LawyerAsync("移试", m =>
        {
            (m.FirstLicensedOn, m.JoinedOn) = (new(2026, 1, 10), new(2026, 6, 17));
            m.Standings.RemoveAll(standing => standing.Pool == Pools.Duty);
            m.Exams.Add(new() { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = m.Id, TrainedOn = new(2026, 5, 30), ExaminedOn = new(2026, 6, 1), Score = 90 });
        });
        var (clerk, probations) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{member.Id}/probation");
        Assert.DoesNotContain("移试", (await clerk.OpenAsync("/training/probations")).Text, StringComparison.Ordinal);
        Assert.Contains("在库", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);

        app.Clock.Set(2026, 6, 20);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{member.Id}/pools", ("Form.Duty", "true"), ("Form.Cases", "true"), ("Form.Reason", "申请"))).Status);

        Assert.Contains("移试", (await clerk.OpenAsync("/training/probations")).Text, StringComparison.Ordinal);
        Assert.Contains("不能早于进入值班库", (await clerk.SubmitAsync(probations, ("Form.QualifiedOn", "2026-1-1"), ("Form.StartsOn", "2026-6-19"), ("Form.CompanionId", elder.Id.ToString()))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(probations, ("Form.QualifiedOn", "2026-1-1"), ("Form.StartsOn", "2026-6-20"), ("Form.CompanionId", elder.Id.ToString()))).Status);
        Assert.Contains("试用", (await clerk.OpenAsync($"/registry/people/{member.Id}"))["#standing"].TextContent, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Theory]
    [Clause("WZ-19.1", "WZ-19.3")]
    [InlineData(true)]
    [InlineData(false)]         // back before the program came round
    public async Task Who_leaves_duty_leaves_the_probation_and_begins_anew_on_coming_back(bool lookedAt)
    {
        app.Clock.Set(2026, 6, 17);
        var elder = await app.LawyerAsync($"带离{lookedAt}", m => m.FirstAidCaseOn = new(2020, 1, 1));
        var member = await OnProbationAsync($"离岗{lookedAt}", elder);
        var (clerk, pools) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{member.Id}/pools");
        app.Clock.Set(2026, 7, 1);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(pools, ("Form.Duty", "false"), ("Form.Cases", "true"), ("Form.Reason", "申请"))).Status);
        if (lookedAt)
        {
            await RemindAsync();
            Assert.Equal(ProbationStatus.Ended, await app.InDbAsync(db => db.Probations.Where(p => p.MembershipId == member.Id).Select(p => p.Status).SingleAsync()));
        }

        app.Clock.Set(2026, 7, 10);
        await clerk.SubmitAsync(pools, ("Form.Duty", "true"), ("Form.Cases", "true"), ("Form.Reason", "申请"));
        var again = await clerk.SubmitAsync($"/registry/people/{member.Id}/probation", ("Form.QualifiedOn", "2026-1-1"), ("Form.StartsOn", "2026-7-10"), ("Form.CompanionId", elder.Id.ToString()));
        app.Clock.Set(2026, 6, 17);

        Assert.True(again.Status == HttpStatusCode.Found, again.Text);
        Assert.Equal([ProbationStatus.Ended, ProbationStatus.Running], await app.InDbAsync(db => db.Probations.Where(p => p.MembershipId == member.Id).OrderBy(p => p.StartsOn).Select(p => p.Status).ToListAsync()));
    }

    [Theory]
    [Clause("WZ-19.3")]
    [InlineData("2026-9-8", 0)]
    [InlineData("2026-9-9", 1)]
    public async Task The_centre_is_reminded_once_seven_days_before(string day, int notices)
    {
        app.Clock.Set(2026, 6, 17);
        await app.AsAsync(Roles.Clerk);
        var elder = await app.LawyerAsync($"带{day}", m => m.FirstAidCaseOn = new(2020, 1, 1));
        var member = await OnProbationAsync($"醒{day}", elder);
        await app.InDbAsync(db => db.Probations.Where(p => p.MembershipId != member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.RemindedOf, p => p.EndsOn)));
        var before = await CountAsync();
        app.Clock.Set(DateTime.Parse(day).AddHours(9));

        await RemindAsync();
        await RemindAsync();

        Assert.Equal(before + notices, await CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/inbox")).Status);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-24.2")]
    public async Task A_mentor_is_told_and_the_choice_and_the_list_say_how_many_each_guides()
    {
        app.Clock.Set(2026, 6, 17);
        var (beginner, mentor) = (await app.LawyerAsync("新吴"), await app.LawyerAsync("导郑", m => m.FirstAidCaseOn = new(2019, 1, 1)));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("导郑（浙江导郑律师事务所，带教 0 人）", (await clerk.OpenAsync($"/registry/people/{beginner.Id}/mentor")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{beginner.Id}/mentor", ("Form.MentorId", mentor.Id.ToString()), ("Form.Evidence", "指定文件"))).Status);

        Assert.Contains("导郑（浙江导郑律师事务所，带教 1 人）", (await clerk.OpenAsync($"/registry/people/{beginner.Id}/mentor")).Text, StringComparison.Ordinal);
        Assert.Contains("导郑 浙江导郑律师事务所 1 新吴", (await clerk.OpenAsync("/training/mentors")).Text, StringComparison.Ordinal);
        Assert.Contains("您已被指定为导师", (await (await app.AsMemberAsync(mentor)).OpenAsync("/inbox")).Text, StringComparison.Ordinal);
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/people/{mentor.Id}/departure", ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-17"), ("Form.Reason", "录错了人"));
        Assert.Contains("另行指定导师", (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/inbox")).Text, StringComparison.Ordinal);
    }

    private Task<Membership> NewcomerAsync(string name) => app.LawyerAsync(name, m => (m.FirstLicensedOn, m.JoinedOn) = (new(2026, 5, 1), new(2026, 6, 17)));

    private async Task<Membership> OnProbationAsync(string name, Membership companion)
    {
        var newcomer = await app.LawyerAsync(name, m => (m.JoinedOn, m.FirstAidCaseOn) = (new(2026, 6, 17), new(2010, 1, 1)));
        Assert.Equal(HttpStatusCode.Found, (await BeginAsync(await app.AsAsync(Roles.Clerk), newcomer, companion)).Status);
        return newcomer;
    }

    private static Task<WebPage> BeginAsync(Visitor clerk, Membership newcomer, Membership? companion) => clerk.SubmitAsync(
        $"/registry/people/{newcomer.Id}/probation", ("Form.QualifiedOn", "2026-3-1"), ("Form.StartsOn", "2026-6-17"), ("Form.CompanionId", companion?.Id.ToString() ?? ""));

    private static Task<WebPage> AssessAsync(Visitor clerk, Membership member, string verdict) => clerk.SubmitAsync(
        $"/registry/people/{member.Id}/probation?handler=Assess", ("Assessment.Verdict", verdict), ("Assessment.Conclusion", "见考核表"));

    private Task<Probation> ProbationAsync(Membership member) => app.InDbAsync(db => db.Probations.AsNoTracking().SingleAsync(p => p.MembershipId == member.Id));

    private Task<int> CountAsync() => app.InDbAsync(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.ProbationNearsEnd));

    private async Task RemindAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellOfProbations>().RunAsync(default);
    }
}
