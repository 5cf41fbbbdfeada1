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

namespace LegalAid.Web.Tests.Registry;

/// <summary>Public and company lawyers at 温州: lawyers whose employer is no institution.</summary>
public sealed class PublicLawyerTests(WenzhouPoolApp app) : IClassFixture<WenzhouPoolApp>
{
    private const string Employer = "某某县自然资源局";

    [Fact]
    [Clause("WZ-1.1", "WZ-5.1", "WZ-7.2b", "WZ-8.1")]
    public async Task A_public_lawyer_applies_with_the_employers_page_and_is_taken_in()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync();      // for both pools; a channel leads into the case pool alone (WZ-5.4)
        var application = await AppliedAsync(round, "公职甲");
        await app.VettedAsync(application);
        var chosen = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "熟悉行政案件", application));
        Assert.True(chosen.Status == HttpStatusCode.Found, chosen.Text);
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");

        var admitted = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.True(admitted.Status == HttpStatusCode.Found, admitted.Text);
        var member = await MemberAsync("公职甲");
        Assert.Equal((PractitionerKind.PublicLawyer, InstitutionKind.PublicLawyers, Employer), (member.Kind, member.Institution.Kind, member.Employer));
        Assert.Equal((application.LicenceNumber, new DateOnly(2016, 1, 1), app.District), (member.LicenceNumber, member.FirstLicensedOn, member.Institution.District));
        Assert.Equal([Pools.Duty, Pools.Cases], member.Standings.Select(standing => standing.Pool).Order());
        Assert.Equal(2, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null)));       // the criminal queue too
        Assert.Contains("公职甲", (await app.Anybody().OpenAsync("/public/WZ/people?kind=PublicLawyer")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公职甲", (await app.Anybody().OpenAsync("/public/WZ/people?kind=Lawyer")).Text, StringComparison.Ordinal);
        var page = await clerk.OpenAsync($"/registry/people/{member.Id}");
        Assert.All(["公职律师", Employer, application.LicenceNumber!], text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Clause("WZ-5.1")]
    public async Task A_company_lawyer_is_not_taken_in_for_the_text_names_none()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var round = await app.ChannelAsync();
        var application = await AppliedAsync(round, "公司乙", PoolPerson.CompanyLawyer);
        await app.VettedAsync(application);

        var refused = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "试", application));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("以公司律师身份申请", refused.Text, StringComparison.Ordinal);
        var byHand = await clerk.SubmitAsync("/registry/people/new", Entered("公司丙", PoolPerson.CompanyLawyer, "13303202010000071"));
        Assert.Contains("不招募这一类人员", byHand.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-1.1", "WZ-5.1", "LAW-25")]
    public async Task Entered_by_hand_with_licence_and_employer_a_public_lawyer_may_defend()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var without = await clerk.SubmitAsync("/registry/people/new", [.. Entered("公职丁", PoolPerson.PublicLawyer, "33303202010000072").Where(field => field.Field != "Form.Employer")]);
        Assert.All(["执业证号首位应为1", "请填写所在单位"], text => Assert.Contains(text, without.Text, StringComparison.Ordinal));
        var entered = await clerk.SubmitAsync("/registry/people/new", Entered("公职丁", PoolPerson.PublicLawyer, "13303202010000072"));
        Assert.True(entered.Status == HttpStatusCode.Found, entered.Text);
        var member = await MemberAsync("公职丁");
        await OpenedAsync(member);

        var letter = await clerk.SubmitAsync("/intake/letters/new", [.. TestData.Letter("（2026）浙0302刑初7号", "2026-6-17 9:00", "公受丁"), ("Form.WishedMembershipId", member.Id.ToString())]);
        Assert.True(letter.Status == HttpStatusCode.Found, letter.Text);
        var proposal = await clerk.OpenAsync(PersonTurns.ProposalOf(Guid.Parse(letter.Location!["/cases/".Length..])));

        Assert.Contains("公职丁", proposal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("刑事案件只能指派律师", proposal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("刑事案件只指派律师事务所", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("已登记在另一在库人员名下", (await clerk.SubmitAsync("/registry/people/new", Entered("公职戊", PoolPerson.PublicLawyer, "13303202010000072"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-21.1", "CF-06")]
    public async Task What_one_handled_keeps_no_other_public_lawyer_out_and_the_notice_goes_to_the_employer()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/registry/people/new", Entered("公职己", PoolPerson.PublicLawyer, "13303202010000073"));
        await clerk.SubmitAsync("/registry/people/new", Entered("公职庚", PoolPerson.PublicLawyer, "13303202010000074"));
        var (first, second) = (await MemberAsync("公职己"), await MemberAsync("公职庚"));
        await OpenedAsync(first);
        await OpenedAsync(second);
        var against = await GrantedAsync(clerk, "庚对方", "庚受援", first);
        var why = (await clerk.SubmitAsync(PersonTurns.ProposalOf(against))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var notice = await clerk.OpenAsync($"{why}/notice");
        Assert.Contains(Employer, notice.Text, StringComparison.Ordinal);

        var mine = await GrantedAsync(clerk, "庚受援", "庚对方", second);
        var shown = await clerk.OpenAsync(PersonTurns.ProposalOf(mine));
        Assert.Contains("不得指派：本人在同一纠纷中代理对方", shown.Text, StringComparison.Ordinal);       // the one who has the other side's case stays out
        Assert.DoesNotContain("不得指派：同一纠纷中代理对方", shown.Text, StringComparison.Ordinal);       // as colleagues of one firm would
        var proposed = await clerk.SubmitAsync(PersonTurns.ProposalOf(mine), ("Form.Note", "按点选"));

        Assert.True(proposed.Status == HttpStatusCode.Found, proposed.Text);
        Assert.Equal(second.Id, (await app.AssignmentAsync(mine)).MembershipId);
    }

    [Fact]
    [Clause("WZ-5.1")]
    public async Task A_lawyer_of_a_firm_becomes_a_public_lawyer_and_comes_back()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (firm, home) = (await app.InstitutionAsync("浙江转任一律师事务所", InstitutionKind.LawFirm), await app.InstitutionAsync("浙江转任二律师事务所", InstitutionKind.LawFirm));
        var member = await app.PersonAsync("转任辛", firm);
        await app.PersonAsync("转任壬", home);
        var url = $"/registry/people/{member.Id}/firm";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, ("Form.InstitutionId", ""), ("Form.Reason", "批复"))).Status);
        Assert.Contains("请填写所在单位", (await clerk.SubmitAsync(url, ("Form.InstitutionId", ""), ("Form.As", "PublicLawyer"), ("Form.Reason", "批复"))).Text, StringComparison.Ordinal);
        Assert.Contains("不收公司律师", (await PostedAsync(clerk, url, ("Form.As", "CompanyLawyer"), ("Form.Employer", "某公司"), ("Form.Reason", "批复"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.InstitutionId", ""), ("Form.As", "PublicLawyer"), ("Form.Employer", Employer), ("Form.Reason", "批复"))).Status);
        var now = await MemberAsync("转任辛");
        Assert.Equal((PractitionerKind.PublicLawyer, InstitutionKind.PublicLawyers, Employer), (now.Kind, now.Institution.Kind, now.Employer));
        Assert.Equal(2, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null)));

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.InstitutionId", home.Id.ToString()), ("Form.Reason", "批复"))).Status);

        var back = await MemberAsync("转任辛");
        Assert.Equal((PractitionerKind.Lawyer, home.Id, null), (back.Kind, back.InstitutionId, back.Employer));
    }

    [Fact]
    public async Task A_member_of_a_firm_who_applies_as_a_public_lawyer_goes_on_as_one_and_so_does_who_comes_back()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var firm = await app.InstitutionAsync("浙江转任三律师事务所", InstitutionKind.LawFirm);
        var (here, left) = (TestRoster.Identity(new(1981, 7, 1)), TestRoster.Identity(new(1981, 7, 2)));
        await app.MemberAsync("再来癸", firm, identity: here);
        await app.MemberAsync("再来子", firm, m =>
        {
            m.LeftOn = new(2026, 1, 1);
            m.Standings.Clear();
        }, left);
        var round = await app.ChannelAsync();
        PoolApplication[] both = [await AppliedAsync(round, "再来癸", identity: here), await AppliedAsync(round, "再来子", identity: left)];
        await app.VettedAsync(both);
        await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "较优", both));

        var admitted = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.True(admitted.Status == HttpStatusCode.Found, admitted.Text);
        foreach (var name in new[] { "再来癸", "再来子" })
        {
            var member = await MemberAsync(name);
            Assert.Equal((PractitionerKind.PublicLawyer, InstitutionKind.PublicLawyers, Employer, null), (member.Kind, member.Institution.Kind, member.Employer, member.LeftOn));
        }
    }

    [Fact]
    [Clause("WZ-5.1")]
    public async Task The_page_of_kinds_and_the_composition_count_them_apart()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/registry/people/new", Entered("公职丑", PoolPerson.PublicLawyer, "13303202010000075"));

        var kinds = await clerk.OpenAsync("/registry/kinds");
        var rows = kinds.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        var count = await app.InDbAsync(db => db.Memberships.CountAsync(m => m.OfficeId == app.OfficeId && m.LeftOn == null && m.Kind == PractitionerKind.PublicLawyer));

        Assert.Equal(6, rows.Count);
        Assert.Contains($"{count} 人", rows.Single(row => row.Contains("公职律师", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("本机构的资源库不收", rows.Single(row => row.Contains("公司律师", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("公职律师", (await clerk.OpenAsync("/registry/states"))["#composition"].TextContent, StringComparison.Ordinal);
        Assert.Contains("公职丑", (await clerk.OpenAsync("/registry/people?kind=PublicLawyer")).Text, StringComparison.Ordinal);
    }

    private Task<PoolApplication> AppliedAsync(RecruitmentRound round, string name, PoolPerson person = PoolPerson.PublicLawyer, string? identity = null) =>
        app.ApplicationAsync(round, new() { Id = Guid.CreateVersion7(), Name = "", Kind = InstitutionKind.LawFirm, District = "" }, name, a => (a.As, a.InstitutionId, a.Employer, a.ConsentsToList) = (person, null, Employer, true), identity);

    private static async Task<Guid> GrantedAsync(Visitor clerk, string recipient, string opponent, Membership wished)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient).Where(field => field.Field != "Form.Opponents");
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Opponents", opponent), ("Form.WishedMembershipId", wished.Id.ToString())]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    // Training and exam are passed, and this is no beginner who would need a mentor.
    private Task<int> OpenedAsync(Membership member) => app.InDbAsync(async db =>
    {
        db.Add(new ExamResult { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, TrainedOn = new(2026, 3, 1), ExaminedOn = new(2026, 3, 2), Score = 90 });
        await db.SaveChangesAsync();
        return await db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstAidCaseHereOn, new DateOnly(2020, 1, 1)));
    });

    private static (string Field, string Value)[] Entered(string name, PoolPerson person, string licence) =>
    [
        ("Form.Name", name), ("Form.Gender", "女"), ("Form.IdentityNumber", TestRoster.Identity(new DateOnly(1988, 1, 1).AddDays(name[^1] % 300))), ("Form.Phone", "13900000009"), ("Form.As", $"{person}"),
        ("Form.Employer", Employer), ("Form.LicenceNumber", licence), ("Form.FirstLicensedOn", "2020-1-1"), ("Form.Pools", "Cases"), ("Form.Intents", "CriminalDefence"), ("Form.Intents", "LabourArbitration"),
    ];

    private static async Task<WebPage> PostedAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    private Task<Membership> MemberAsync(string name) => app.InDbAsync(db => db.Memberships.AsNoTracking().Include(m => m.Institution).WithStandings().SingleAsync(m => m.Person.Name == name && m.OfficeId == app.OfficeId));
}
