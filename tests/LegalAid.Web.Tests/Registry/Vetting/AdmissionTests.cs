using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>Who became unfit after the list was published holds up nobody else; the chosen may step back, the head may strike one, and what was filled in is what the roster then says.</summary>
public sealed class AdmissionTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-1.2")]
    public async Task One_who_became_unfit_is_shown_with_the_reason_and_the_others_come_in()
    {
        var (round, people) = await PublishedAsync("入", 2);
        var director = await app.AsAsync(Roles.Director);
        await PenalisedAsync(people[1]);
        var page = $"/registry/rounds/{round.Id}/results/admit";

        var shown = await director.OpenAsync(page);
        var forced = await director.SubmitAsync(page, ("Form.Ids", people[1].Id.ToString()));
        var admitted = await director.SubmitAsync(page);

        Assert.Single(shown.Document.QuerySelectorAll("input[name='Form.Ids']"));
        Assert.Contains("近3年有行政处罚", shown.Text, StringComparison.Ordinal);
        Assert.Contains("QJ-2.4b", shown.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (forced.Status, admitted.Status));
        Assert.Equal([ApplicationStatus.Admitted, ApplicationStatus.Selected], await StatusesAsync(round));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync(page)).Status);       // nobody left to tick
    }

    [Fact]
    [Clause("QJ-1.2")]
    public async Task The_head_strikes_one_with_a_reason_and_the_published_number_stays()
    {
        var (round, people) = await PublishedAsync("剔", 2);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var page = $"/registry/applications/{people[0].Id}/vetting/strike";
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(page)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await director.SubmitAsync(page)).Status);

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync(page, ("Form.Reason", "已经受到行业惩戒"))).Status);

        Assert.Equal([ApplicationStatus.Refused, ApplicationStatus.Selected], await StatusesAsync(round));
        Assert.Equal(2, await app.InDbAsync(db => db.RecruitmentRounds.Where(r => r.Id == round.Id).Select(r => r.PublishedHeadcount).SingleAsync()));
        Assert.Contains("已经受到行业惩戒", (await clerk.OpenAsync($"/registry/rounds/{round.Id}/minutes")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.InDbAsync(db => db.Notices.CountAsync(n => n.OfficerId == people[0].ApplicantId && n.RoundId == round.Id)));      // at the publication, and now
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync(page, ("Form.Reason", "已经受到行业惩戒"))).Status);
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await director.SubmitAsync($"/registry/applications/{people[1].Id}/vetting/strike", ("Form.Reason", "已经入库的人"))).Status);
    }

    [Fact]
    public async Task The_chosen_steps_back_until_taken_in()
    {
        var (round, people) = await PublishedAsync("退", 2);
        var director = await app.AsAsync(Roles.Director);
        var (first, second) = (await SignedInAsync(people[0]), await SignedInAsync(people[1]));
        var page = await director.OpenAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.Equal(HttpStatusCode.Found, (await first.SubmitAsync($"/joining/applications/{people[0].Id}/withdraw")).Status);
        var changed = await director.SendAsync($"/registry/rounds/{round.Id}/results/admit", page, []);
        Assert.Contains("已经入库、撤回或者剔除", changed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Status);

        Assert.Equal([ApplicationStatus.Withdrawn, ApplicationStatus.Admitted], await StatusesAsync(round));
        Assert.NotEqual(HttpStatusCode.Found, (await second.SubmitAsync($"/joining/applications/{people[1].Id}/withdraw")).Status);
    }

    [Fact]
    public async Task Before_the_publication_who_was_refused_is_offered_what_the_chosen_is_offered()
    {
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆未见律师事务所", InstitutionKind.LawFirm);
        var (one, two) = (await app.ApplicationAsync(round, firm, "未某甲"), await app.ApplicationAsync(round, firm, "未某乙"));
        await app.VettedAsync(one, two);
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", one));
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(false, "名额有限", two));

        foreach (var application in new[] { one, two })
        {
            Assert.Contains("撤回申请", (await (await SignedInAsync(application)).OpenAsync($"/joining/applications/{application.Id}")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Clause("WZ-8.1")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_was_on_the_roster_stands_there_with_what_was_filled_in_anew(bool left)
    {
        var firm = await app.InstitutionAsync($"重庆重填{left}律师事务所", InstitutionKind.LawFirm);
        var number = RecruitmentDesk.Identity(left ? 7001 : 7002);
        var member = await app.MemberAsync("填某", firm, m => (m.LeftOn, m.ListConsentOn, m.CriminalCases) = (left ? new(2026, 1, 1) : null, new(2024, 1, 1), 3), identity: number);
        var round = await app.RoundAsync(r => (r.Status, r.ResultsPublishedAtUtc) = (RoundStatus.ResultsPublished, app.Clock.UtcNow));
        var application = await app.ApplicationAsync(
            round, firm, "填某",
            a =>
            {
                (a.Status, a.LicenceNumber, a.Phone, a.Address) = (ApplicationStatus.Selected, member.LicenceNumber, app.Cipher.Seal("13900000077"), app.Cipher.Seal("某路77号"));
                (a.CriminalCases, a.FirstCriminalCaseOn, a.FirstLicensedOn, a.QualifiedOn) = (12, new(2016, 9, 1), new(2016, 3, 1), new(2015, 9, 1));
                (a.Languages, a.ConsentsToList) = (["苗语"], false);
            },
            identity: number);
        await app.VettedAsync(application);

        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round.Id}/results/admit")).Status);

        var now = await app.InDbAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Id == member.Id));
        Assert.Equal(("13900000077", "某路77号"), (app.Cipher.Open(now.Phone), app.Cipher.Open(now.Address!)));
        Assert.Equal((12, new DateOnly(2016, 9, 1), app.Clock.Today), (now.CriminalCases, now.FirstCriminalCaseOn, now.ExperienceAsOf));
        Assert.Equal((new DateOnly(2016, 3, 1), new DateOnly(2015, 9, 1)), (now.FirstLicensedOn, now.QualifiedOn));
        Assert.Equal(["苗语"], now.Languages);
        Assert.Null(now.ListConsentOn);
    }

    [Theory]
    [Clause("WZ-8.1")]
    [InlineData(-1, true)]          // said before the application went off: the application is the later word
    [InlineData(1, false)]
    public async Task What_the_person_said_of_the_published_list_last_counts(int hours, bool consents)
    {
        var firm = await app.InstitutionAsync($"重庆同意{consents}律师事务所", InstitutionKind.LawFirm);
        var number = RecruitmentDesk.Identity(consents ? 7011 : 7012);
        var round = await app.RoundAsync(r => (r.Status, r.ResultsPublishedAtUtc) = (RoundStatus.ResultsPublished, app.Clock.UtcNow));
        var application = await app.ApplicationAsync(round, firm, "同某", a => (a.Status, a.ConsentsToList) = (ApplicationStatus.Selected, true), identity: number);
        var member = await app.MemberAsync("同某", firm, m => m.ListConsentSaidAtUtc = application.SubmittedAtUtc!.Value.AddHours(hours), identity: number);
        await app.VettedAsync(application);

        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.Equal(consents ? app.Clock.Today : null, await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.ListConsentOn).SingleAsync()));
        Assert.Equal(consents, await app.InDbAsync(db => db.Journal.AnyAsync(l => l.Act == Act.ListConsentChanged && l.SubjectId == member.Id)));
    }

    [Fact]
    public async Task A_member_who_applies_from_another_firm_stands_there_once_admitted()
    {
        var (old, present) = (await app.InstitutionAsync("重庆原在律师事务所", InstitutionKind.LawFirm), await app.InstitutionAsync("重庆现在律师事务所", InstitutionKind.LawFirm));
        var number = RecruitmentDesk.Identity(7021);
        var member = await app.MemberAsync("移某", old, identity: number);
        var round = await app.RoundAsync();
        var application = await app.ApplicationAsync(round, present, "移某", a => a.LicenceNumber = member.LicenceNumber, identity: number);
        await app.VettedAsync(application);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        Assert.Contains("本机构名册为重庆原在律师事务所", (await clerk.OpenAsync($"/registry/applications/{application.Id}/vetting")).Text, StringComparison.Ordinal);
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", application));
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.Equal(present.Id, await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.InstitutionId).SingleAsync()));
        Assert.True(await app.InDbAsync(db => db.Journal.AnyAsync(l => l.Act == Act.FirmChanged && l.SubjectId == member.Id)));
        Assert.True(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == member.Id)));
    }

    [Fact]
    public async Task Two_who_state_one_licence_number_are_named_and_hold_up_nobody_else()
    {
        var (round, people) = await PublishedAsync("同", 3);
        await app.InDbAsync(db => db.PoolApplications.Where(a => a.Id == people[1].Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LicenceNumber, people[0].LicenceNumber)));
        var director = await app.AsAsync(Roles.Director);

        var shown = await director.OpenAsync($"/registry/rounds/{round.Id}/results/admit");
        var admitted = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.Contains("执业证号与本批拟入库的他人相同", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, admitted.Status);
        Assert.Equal([ApplicationStatus.Selected, ApplicationStatus.Selected, ApplicationStatus.Admitted], await StatusesAsync(round));
    }

    [Fact]
    [Clause("QJ-1.2")]
    public async Task A_round_in_which_nobody_is_chosen_is_published_too_and_everybody_is_told()
    {
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆无人律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "无某甲");
        await app.VettedAsync(application);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(false, "名额有限", application));

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);

        Assert.Equal(0, await app.InDbAsync(db => db.RecruitmentRounds.Where(r => r.Id == round.Id).Select(r => r.PublishedHeadcount).SingleAsync()));
        Assert.Contains("不予入库", (await (await SignedInAsync(application)).OpenAsync($"/joining/applications/{application.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Notices.CountAsync(n => n.OfficerId == application.ApplicantId && n.RoundId == round.Id)));
    }

    private async Task<(RecruitmentRound Round, PoolApplication[] People)> PublishedAsync(string word, int count)
    {
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync($"重庆公布{word}律师事务所", InstitutionKind.LawFirm);
        var people = new PoolApplication[count];
        for (var number = 0; number < count; number++)
        {
            people[number] = await app.ApplicationAsync(round, firm, $"{word}某{"甲乙丙丁"[number]}");
        }

        await app.VettedAsync(people);
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", people))).Status);
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round.Id}/results/publish")).Status);
        return (round, people);
    }

    private Task<List<ApplicationStatus>> StatusesAsync(RecruitmentRound round) =>
        app.InDbAsync(db => db.PoolApplications.Where(a => a.RoundId == round.Id).OrderBy(a => a.Id).Select(a => a.Status).ToListAsync());

    private async Task<Visitor> SignedInAsync(PoolApplication application)
    {
        var visitor = app.Anybody();
        var userName = await app.InDbAsync(db => db.Users.AsNoTracking().Where(u => u.Id == application.ApplicantId).Select(u => u.UserName!).SingleAsync());
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", TestApp.Password))).Status);
        return visitor;
    }

    private Task<int> PenalisedAsync(PoolApplication application) => app.InDbAsync(db =>
    {
        db.Add(new OfficialRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            IdentityIndex = application.IdentityIndex!,
            Kind = OfficialRecordKind.AdministrativePenalty,
            EffectiveOn = new(2026, 6, 1),
            Statement = "警告",
            RecordSource = "某司罚〔2026〕2号",
            RecordedById = Guid.CreateVersion7(),
            RecordedAtUtc = app.Clock.UtcNow,
        });
        return db.SaveChangesAsync();
    });
}
