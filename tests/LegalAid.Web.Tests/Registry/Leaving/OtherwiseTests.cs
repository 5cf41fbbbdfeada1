using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Rulebooks;
using LegalAid.Web.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>温州 with a book that says the opposite wherever a second office could well differ.</summary>
public sealed class WenzhouOtherwiseApp : WenzhouApp
{
    private const string Book = "wenzhou/2024-01-01.yaml";

    private readonly BookFolder folder = new BookFolder()
        .Replace(Book, "title: 可用电子签名和电子印章\n      value: true", "title: 可用电子签名和电子印章\n      value: false")
        .Replace(Book, "title: 退出须经中心同意\n      value: true", "title: 退出须经中心同意\n      value: false")
        .Replace(Book, "title: 退出后办完已指派的事项\n      value: true", "title: 退出后办完已指派的事项\n      value: false")
        .Replace(Book, "title: 自愿退出的也限制再申请\n      value: false", "title: 自愿退出的也限制再申请\n      value: true")
        .Replace(Book, "title: 清退也告知所属律师事务所或者单位\n      value: true", "title: 清退也告知所属律师事务所或者单位\n      value: false")
        .Replace(Book, "title: 试用期间由老值班人员带班\n      value: true", "title: 试用期间由老值班人员带班\n      value: false")
        .Replace(Book, "title: 期满考核，合格的转正\n      value: true", "title: 期满考核，合格的转正\n      value: false")
        .Replace(Book, "title: 导师年限自在任何地方办的首件案件起算\n      value: true", "title: 导师年限自在任何地方办的首件案件起算\n      value: false");

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>The same steps by the other book: what the book says happens.</summary>
public sealed class OtherwiseTests(WenzhouOtherwiseApp app) : IClassFixture<WenzhouOtherwiseApp>
{
    [Fact]
    [Clause("WZ-26.2", "WZ-29.1a", "WZ-29.1b")]
    public async Task The_paper_is_shown_the_cases_go_to_somebody_else_first_and_a_clerk_registers_the_exit()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江异一律师事务所", InstitutionKind.LawFirm);
        var (busy, free) = (await app.PersonAsync("异赵", firm), await app.PersonAsync("异钱", firm));
        await DepartureTests.AssignedAsync(app, "异甲", busy);
        var form = await (await app.AsMemberAsync(free)).OpenAsync("/registry/mine/exit");
        Assert.Contains("纸质申请书交到中心", form.Text, StringComparison.Ordinal);
        Assert.Null(form.Document.QuerySelector("[name='Form.Letter']"));
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("还有1件在办案件", (await clerk.PostedAsync(await AppliedAsync(clerk, busy), ("Form.Agrees", "true"))).Text, StringComparison.Ordinal);
        var waiting = await AppliedAsync(clerk, free);
        Assert.Contains("退出不须中心同意", (await clerk.PostedAsync(waiting, ("Form.Agrees", "false"))).Text, StringComparison.Ordinal);
        IsDone(await clerk.PostedAsync(waiting, ("Form.Agrees", "true")));

        Assert.Equal((null, (DateOnly?)app.Clock.Today), (await LeftAsync(busy), await LeftAsync(free)));
        var chart = (await clerk.OpenAsync("/registry/states")).Text;
        Assert.All(["自愿退出，中心登记", "退出满 3 年，可以重新申请", "试用 3 个月，期满"], what => Assert.Contains(what, chart, StringComparison.Ordinal));
    }

    [Theory]
    [Clause("WZ-28.6")]
    [InlineData(1, "2023-06-16", HttpStatusCode.Found)]                         // three years and a day ago
    [InlineData(2, "2023-06-17", HttpStatusCode.UnprocessableEntity)]
    public async Task Who_left_of_their_own_will_is_barred_like_the_removed(int number, string leftOn, HttpStatusCode answer)
    {
        app.Clock.Set(2026, 6, 17);
        var identity = RecruitmentDesk.Identity(8800 + number);
        var firm = await app.InstitutionAsync($"浙江异归{number}律师事务所", InstitutionKind.LawFirm);
        var member = await app.MemberAsync($"归某{number}", firm, identity: identity);
        await app.InDbAsync(db =>
        {
            db.Add(new PoolExit
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                MembershipId = member.Id,
                Ground = ExitGround.OwnWill,
                Reason = "转往外地",
                AppliedById = Guid.CreateVersion7(),
                AppliedAtUtc = app.Clock.UtcNow,
                Status = ExitStatus.Granted,
                LeftOn = DateOnly.Parse(leftOn),
                DecidedById = Guid.CreateVersion7(),
                DecidedAtUtc = app.Clock.UtcNow,
            });
            return db.SaveChangesAsync();
        });
        var channel = await app.RoundAsync($"办案库归来{number}", closes: null, ("Form.Pools", "Cases"));
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        var url = await own.FilledAsync(channel, $"归某{number}", ("Form.InstitutionId", firm.Id.ToString()), ("Form.IdentityNumber", identity));

        var handed = await own.HandInAsync(url);

        Assert.Equal((answer, answer != HttpStatusCode.Found), (handed.Status, handed.Text.Contains("自愿退出，至2026年6月17日", StringComparison.Ordinal)));
    }

    [Fact]
    [Clause("WZ-29.2a")]
    public async Task Where_the_institution_is_not_told_of_a_removal_the_person_alone_is()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("异孙", await app.InstitutionAsync("浙江异三律师事务所", InstitutionKind.LawFirm));
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var url = (await clerk.SubmitAsync($"/registry/people/{member.Id}/removal", ("Form.Ground", "GraveBreach"), ("Form.Cited", "办法第二十八条第二项"), ("Form.Reason", "责令整改后再犯"), ("Form.ToldOn", "2026-6-1"))).Location!;
        IsDone(await director.SubmitAsync(url, ("Form.Note", "情节严重"), ("Form.Agrees", "true")));
        Assert.Contains("1 件还没有告知本人", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("送达单位", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);

        IsDone(await clerk.SubmitAsync(url, ("Served.PersonOn", "2026-6-17")));

        Assert.Contains("已告知", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有告知", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Notices.AnyAsync(n => n.InstitutionId == member.InstitutionId && n.Kind == NoticeKind.RemovalDecided)));
    }

    [Fact]
    [Clause("WZ-19.3")]
    public async Task A_probation_without_companion_and_assessment_is_over_the_day_after_its_last()
    {
        app.Clock.Set(2026, 6, 17);
        var newcomer = await app.LawyerAsync("异李", m => m.JoinedOn = new(2026, 6, 17));
        var (clerk, page) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{newcomer.Id}/probation");
        Assert.Null((await clerk.OpenAsync(page)).Document.QuerySelector("[name='Form.CompanionId']"));
        IsDone(await clerk.SubmitAsync(page, ("Form.QualifiedOn", "2026-3-1"), ("Form.StartsOn", "2026-6-17")));
        Assert.Contains("异李", (await clerk.OpenAsync("/training/probations")).Text, StringComparison.Ordinal);

        app.Clock.Set(2026, 9, 16);
        await LookAsync();
        Assert.Equal(ProbationStatus.Running, await StatusAsync(newcomer));
        Assert.Contains("期满不考核", (await (await app.AsAsync(Roles.Clerk)).OpenAsync(page)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 9, 17);
        await LookAsync();

        Assert.Equal(ProbationStatus.Passed, await StatusAsync(newcomer));
        Assert.False(await app.InDbAsync(db => db.Notices.AnyAsync(n => n.Kind == NoticeKind.ProbationNearsEnd)));
        Assert.Contains("已转正", (await (await app.AsAsync(Roles.Clerk)).OpenAsync(page)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-24.2")]
    public async Task A_mentors_years_elsewhere_do_not_count_where_the_book_asks_for_cases_here()
    {
        app.Clock.Set(2026, 6, 17);
        var (beginner, elder) = (await app.LawyerAsync("异周"), await app.LawyerAsync("异吴", m => (m.FirstAidCaseOn, m.FirstAidCaseHereOn) = (new(2010, 1, 1), new(2023, 6, 18))));
        var (clerk, page) = (await app.AsAsync(Roles.Clerk), $"/registry/people/{beginner.Id}/mentor");
        (string, string)[] named = [("Form.MentorId", elder.Id.ToString()), ("Form.Evidence", "指定文件")];

        Assert.Contains("导师在本地办理法律援助案件须满3年", (await clerk.SubmitAsync(page, named)).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == elder.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstAidCaseHereOn, new DateOnly(2023, 6, 17))));
        IsDone(await clerk.SubmitAsync(page, named));
    }

    private async Task<string> AppliedAsync(Visitor clerk, Membership member)
    {
        await clerk.UploadAsync($"/registry/people/{member.Id}/exit", "Form.Letter", "申请.pdf", "%PDF-1.7 退出申请书"u8.ToArray(), ("Form.Ground", "OwnWill"), ("Form.Reason", "转往外地执业"));
        return $"/registry/exits/{await app.InDbAsync(db => db.PoolExits.Where(e => e.MembershipId == member.Id).Select(e => e.Id).SingleAsync())}";
    }

    private async Task LookAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellOfProbations>().RunAsync(default);
    }

    private Task<ProbationStatus> StatusAsync(Membership member) => app.InDbAsync(db => db.Probations.Where(p => p.MembershipId == member.Id).Select(p => p.Status).SingleAsync());

    private Task<DateOnly?> LeftAsync(Membership member) => app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.LeftOn).SingleAsync());
}
