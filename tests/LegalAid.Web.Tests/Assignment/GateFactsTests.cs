using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A first-timer's mentor over HTTP: nobody, the wrong one, the right one; or the proof that none is needed.</summary>
public sealed class MentorTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    private const string NoMentor = "尚未指定导师";

    [Fact]
    [Clause("WZ-24.1", "WZ-24.2")]
    public async Task A_first_timer_is_assigned_from_the_day_a_mentor_is_named()
    {
        var firm = await app.InstitutionAsync("浙江寅一律师事务所", InstitutionKind.LawFirm);
        var beginner = await app.PersonAsync("寅赵", firm, m => m.FirstAidCaseHereOn = null);
        var elder = await app.PersonAsync("寅钱", firm);
        var proposal = ProposalOf(await app.GrantedAsync("寅甲", ("Form.WishedMembershipId", beginner.Id.ToString())));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains(NoMentor, (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);

        var young = await NameAsync(clerk, beginner, elder, "2023-6-18");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, young.Status);
        Assert.Contains("须满3年", young.Text, StringComparison.Ordinal);

        Assert.Equal($"/registry/people/{beginner.Id}", (await NameAsync(clerk, beginner, elder, "2023-6-17")).Location);
        Assert.Contains("建议：寅赵", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        Assert.Contains("寅钱", (await clerk.OpenAsync($"/registry/people/{beginner.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal("指定文件", await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == elder.Id && l.Act == Act.MemberChanged).Select(l => l.Reason).SingleAsync()));       // on the elder's own record
    }

    [Theory]
    [InlineData("left")]
    [InlineData("out of the pool")]
    [InlineData("licence gone")]
    [Clause("WZ-24.1", "WZ-24.2")]
    public async Task A_mentor_who_is_gone_opens_nothing_from_that_day_on(string how)
    {
        app.Clock.Set(2026, 6, 17);
        var mark = $"寅{how.Length}";
        var firm = await app.InstitutionAsync($"浙江{mark}律师事务所", InstitutionKind.LawFirm);
        var (beginner, elder) = (await app.PersonAsync($"{mark}孙", firm, m => m.FirstAidCaseHereOn = null), await app.PersonAsync($"{mark}李", firm));
        var proposal = ProposalOf(await app.GrantedAsync($"{mark}乙", ("Form.WishedMembershipId", beginner.Id.ToString())));
        var clerk = await app.AsAsync(Roles.Clerk);
        await NameAsync(clerk, beginner, elder, "2020-1-1");
        Assert.Contains($"建议：{mark}孙", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        var tomorrow = app.Clock.Today.AddDays(1);

        await app.InDbAsync(db => how switch
        {
            "left" => db.Memberships.Where(m => m.Id == elder.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, tomorrow)),
            "out of the pool" => db.PoolStandings.Where(s => s.MembershipId == elder.Id && s.Pool == Pools.Cases).ExecuteUpdateAsync(set => set.SetProperty(s => s.LeftOn, tomorrow)),
            _ => EndLicenceAsync(db, elder, tomorrow),
        });

        Assert.Contains($"建议：{mark}孙", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);      // the eve
        app.Clock.Set(2026, 6, 18);
        Assert.Contains(NoMentor, (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-24.1")]
    public async Task Only_who_has_handled_aid_cases_here_needs_none()
    {
        var firm = await app.InstitutionAsync("浙江卯一律师事务所", InstitutionKind.LawFirm);
        var member = await app.PersonAsync("卯赵", firm, m => (m.FirstAidCaseHereOn, m.FirstAidCaseOn, m.PriorAidCases) = (null, new(2019, 5, 6), 12));        // elsewhere, many
        var proposal = ProposalOf(await app.GrantedAsync("卯甲", ("Form.WishedMembershipId", member.Id.ToString())));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains(NoMentor, (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);

        var declared = await clerk.SubmitAsync($"/registry/people/{member.Id}/mentor", ("Form.FirstAidCaseHereOn", "2026-5-6"), ("Form.OfCounty", "true"), ("Form.Evidence", "本人申报，已核查"));

        Assert.Equal(HttpStatusCode.Found, declared.Status);        // a county's case counts as this book has it
        Assert.Contains("建议：卯赵", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
    }

    private static Task<int> EndLicenceAsync(AidDb db, Membership member, DateOnly day)
    {
        db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = member.OfficeId, MembershipId = member.Id, Kind = AbsenceKind.LicenceEnded, FirstDay = day, Reason = "注销" });
        return db.SaveChangesAsync();
    }

    [Fact]
    [Clause("WZ-10.1")]
    public async Task Work_is_closed_until_the_centres_own_training_whatever_the_exam_says()
    {
        var firm = await app.InstitutionAsync("浙江训一律师事务所", InstitutionKind.LawFirm);
        var member = await app.PersonAsync("训赵", firm, score: null);
        await app.InDbAsync(db =>
        {
            db.Add(new ExamResult { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, ExaminedOn = new(2026, 3, 2), Score = 90 });       // imported without a day of training
            return db.SaveChangesAsync();
        });
        var proposal = ProposalOf(await app.GrantedAsync("训甲", ("Form.WishedMembershipId", member.Id.ToString())));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("未参加中心的岗前培训", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        Assert.Contains("待考试", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);

        await app.InDbAsync(db => db.ExamResults.Where(e => e.MembershipId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.TrainedOn, new DateOnly(2026, 3, 1))));

        Assert.Contains("建议：训赵", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
    }

    private static Task<WebPage> NameAsync(Visitor clerk, Membership beginner, Membership mentor, string since) => clerk.SubmitAsync(
        $"/registry/people/{beginner.Id}/mentor", ("Form.MentorId", mentor.Id.ToString()), ("Form.MentorFirstCaseOn", since), ("Form.Evidence", "指定文件"));
}

/// <summary>A published colour list, on a roster nobody else's test touches.</summary>
public sealed class ColourListTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-13.1", "WZ-13.2b", "WZ-13.3a")]
    public async Task The_list_weighs_from_its_day_on_and_stands_on_the_members_and_the_why_page()
    {
        var firm = await app.InstitutionAsync("浙江辰一律师事务所", InstitutionKind.LawFirm);
        var (red, green, blue) = (await app.PersonAsync("辰赵", firm), await app.PersonAsync("辰钱", firm), await app.PersonAsync("辰孙", firm));
        var director = await app.AsAsync(Roles.Director);
        var aidCase = await app.GrantedAsync("辰甲");
        Assert.Contains("建议：辰赵", (await director.OpenAsync(ProposalOf(aidCase))).Text, StringComparison.Ordinal);

        await RecordAsync(director, "辰赵 绿色\n辰孙 绿色", "2026-6-18");                         // counts from tomorrow
        Assert.Contains("建议：辰赵", (await director.OpenAsync(ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        var recorded = await RecordAsync(director, $"{red.LicenceNumber} 红色\n辰钱 绿色\n辰孙 蓝色", "2026-6-17", quarter: 2);

        Assert.Contains("辰钱浙江辰一律师事务所绿色", (await director.OpenAsync(recorded)).Text, StringComparison.Ordinal);
        var clerk = await app.AsAsync(Roles.Clerk);
        var why = (await clerk.SubmitAsync(ProposalOf(aidCase))).Location!;
        var shown = (await clerk.OpenAsync(why)).Text;
        Assert.Contains("为什么是辰钱", shown, StringComparison.Ordinal);
        Assert.Contains("绿色，份额150%", shown, StringComparison.Ordinal);
        Assert.Contains("0 → 1", shown, StringComparison.Ordinal);
        Assert.Contains("轮候份额 50%", (await clerk.OpenAsync($"/registry/people/{red.Id}")).Text, StringComparison.Ordinal);
        var record = await app.InDbAsync(db => db.Decisions.SingleAsync(d => d.OfficeId == app.OfficeId && d.Kind == DecisionKinds.Assignment));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
        var able = CanonicalJson.Read<AssignmentDecision>(record.Result).Able;
        Assert.Equal([(red.Id, 50, Colour.Red), (green.Id, 150, Colour.Green), (blue.Id, 100, Colour.Blue)], new[] { red, green, blue }.Select(m => able.Single(a => a.PractitionerId == m.Id)).Select(a => (a.PractitionerId!.Value, a.Weight, a.Colour!.Value)));
    }

    [Theory]
    [InlineData("巳某 绿色", "第 1 行：名册上没有这个人")]
    [InlineData("巳赵 黄色", "不是颜色")]
    [InlineData("巳赵", "应为“执业证号或姓名 颜色”")]
    [InlineData("巳赵 绿色\n巳赵 红色", "第 2 行：同一人写了两次")]
    [InlineData("", "清单上没有人员")]
    public async Task Each_faulty_line_is_named_and_nothing_is_recorded(string lines, string told)
    {
        if (!await app.InDbAsync(db => db.Persons.AnyAsync(p => p.Name == "巳赵")))
        {
            await app.PersonAsync("巳赵", await app.InstitutionAsync("浙江巳一律师事务所", InstitutionKind.LawFirm), m => m.NotForCases());
        }

        var director = await app.AsAsync(Roles.Director);
        var before = await app.InDbAsync(db => db.ColourLists.CountAsync());

        var page = await director.SubmitAsync("/ranking/colours/new", Fields(lines, "2026-6-17", 1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.InDbAsync(db => db.ColourLists.CountAsync()));
    }

    private static async Task<string> RecordAsync(Visitor director, string lines, string from, int quarter = 1)
    {
        var preview = await director.OpenAsync("/ranking/colours/new");
        preview = await director.SendAsync("/ranking/colours/new?handler=Preview", preview, Fields(lines, from, quarter));
        Assert.Contains("可以登记", preview.Text, StringComparison.Ordinal);
        var recorded = await director.SendAsync("/ranking/colours/new", preview, []);
        Assert.Equal(HttpStatusCode.Found, recorded.Status);
        return recorded.Location!;
    }

    private static (string, string)[] Fields(string lines, string from, int quarter) =>
    [
        ("Form.Year", "2026"), ("Form.Quarter", $"{quarter}"), ("Form.DocumentNumber", "温援〔2026〕7号"), ("Form.PublishedOn", "2026-6-10"), ("Form.CountsFrom", from), ("Form.Lines", lines),
    ];
}
