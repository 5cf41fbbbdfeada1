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

/// <summary>Volunteers and the centre's own staff: without licence and institution.</summary>
public sealed class UnlicensedTests(WenzhouPoolApp app) : IClassFixture<WenzhouPoolApp>
{
    [Fact]
    [Clause("WZ-1.1", "WZ-5.1", "LAW-17")]
    public async Task A_volunteer_entered_by_hand_stands_in_the_duty_pool_and_is_offered_no_case()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("不进办案库", (await clerk.SubmitAsync("/registry/people/new", Entered("志愿甲", nameof(PoolPerson.Volunteer), "Cases"))).Text, StringComparison.Ordinal);
        var entered = await clerk.SubmitAsync("/registry/people/new", Entered("志愿甲", nameof(PoolPerson.Volunteer), "Duty"));
        Assert.True(entered.Status == HttpStatusCode.Found, entered.Text);

        var page = await clerk.OpenAsync(entered.Location!);
        Assert.Contains("志愿者", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("首次执业", page.Text, StringComparison.Ordinal);
        var member = await MemberAsync("志愿甲");
        Assert.Equal((PractitionerKind.Volunteer, "", ServiceIntents.None), (member.Kind, member.LicenceNumber, member.Intents));
        Assert.Equal((true, false), (PoolStandings.Holds(member, Pools.Duty, app.Clock.Today), PoolStandings.Holds(member, Pools.Cases, app.Clock.Today)));
        Assert.Equal((InstitutionKind.Volunteers, app.District), (member.Institution.Kind, member.Institution.District));
        Assert.False(await app.InDbAsync(db => db.QueuePlaces.AnyAsync(p => p.MembershipId == member.Id)));

        var aidCase = await app.GrantedAsync("志受甲");
        var proposal = await clerk.OpenAsync(PersonTurns.ProposalOf(aidCase));
        Assert.DoesNotContain($"value=\"{member.Id}\"", proposal.Html, StringComparison.Ordinal);
        var refused = await clerk.SubmitAsync($"/registry/people/{member.Id}/pools", ("Form.Duty", "true"), ("Form.Cases", "true"), ("Form.Reason", "试"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("志愿者", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-1.1", "WZ-5.1")]
    public async Task The_centres_own_staff_takes_civil_cases_after_the_exam_and_shows_the_centre()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("只能由律师", (await clerk.SubmitAsync("/registry/people/new", Entered("中心乙", nameof(PoolPerson.CentreStaff), "Cases", "CriminalDefence"))).Text, StringComparison.Ordinal);
        var entered = await clerk.SubmitAsync("/registry/people/new", Entered("中心乙", nameof(PoolPerson.CentreStaff), "Cases", "LabourArbitration"));
        Assert.True(entered.Status == HttpStatusCode.Found, entered.Text);
        var member = await MemberAsync("中心乙");
        var office = await app.InDbAsync(db => db.Offices.Where(o => o.Id == app.OfficeId).Select(o => o.Name).SingleAsync());
        Assert.Equal((office, InstitutionKind.Centre), (member.Institution.Name, member.Institution.Kind));
        Assert.Contains(office, (await clerk.OpenAsync("/registry/people")).Text, StringComparison.Ordinal);
        await app.InDbAsync(db =>
        {
            db.Add(new ExamResult { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, TrainedOn = new(2026, 3, 1), ExaminedOn = new(2026, 3, 2), Score = 90 });
            return db.SaveChangesAsync();
        });
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstAidCaseHereOn, new DateOnly(2020, 1, 1))));     // a beginner would need a mentor

        var aidCase = await app.GrantedAsync("中受乙", ("Form.WishedMembershipId", member.Id.ToString()));
        var proposed = await clerk.SubmitAsync(PersonTurns.ProposalOf(aidCase));

        Assert.True(proposed.Status == HttpStatusCode.Found, proposed.Text);
        Assert.Equal(member.Id, (await app.AssignmentAsync(aidCase)).MembershipId);
    }

    [Fact]
    [Clause("WZ-5.1")]
    public async Task Whoever_applies_without_a_licence_is_vetted_and_admitted_for_duty_alone()
    {
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var round = await app.RoundAsync();      // the duty pool has no channel (WZ-5.4)
        var firm = await app.InstitutionAsync("浙江志申律师事务所", InstitutionKind.LawFirm);
        var application = await app.ApplicationAsync(round, firm, "志愿申", a =>
        {
            (a.As, a.InstitutionId, a.Employer, a.LicenceNumber, a.FirstLicensedOn) = (PoolPerson.Volunteer, null, "某某大学", null, null);
            (a.Intents, a.Pools, a.ConsentsToList) = (ServiceIntents.None, Pools.Duty, true);
        });
        await app.VettedAsync(application);
        var chosen = await clerk.SubmitAsync($"/registry/rounds/{round.Id}/comparison", VettingDesk.Choice(true, "热心", application));
        Assert.True(chosen.Status == HttpStatusCode.Found, chosen.Text);
        await director.SubmitAsync($"/registry/rounds/{round.Id}/results/publish");

        var admitted = await director.SubmitAsync($"/registry/rounds/{round.Id}/results/admit");

        Assert.True(admitted.Status == HttpStatusCode.Found, admitted.Text);
        var member = await MemberAsync("志愿申");
        Assert.Equal((PractitionerKind.Volunteer, InstitutionKind.Volunteers, "某某大学"), (member.Kind, member.Institution.Kind, member.Employer));
        Assert.Equal([Pools.Duty], member.Standings.Select(standing => standing.Pool));
    }

    [Fact]
    [Clause("WZ-1.1", "WZ-5.1")]
    public async Task The_pages_of_kinds_and_composition_tell_them_apart()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/registry/people/new", Entered("志愿丙", nameof(PoolPerson.Volunteer), "Duty"));

        Assert.Contains("志愿者", (await clerk.OpenAsync("/registry/states"))["#composition"].TextContent, StringComparison.Ordinal);
        var kinds = await (await app.AsAsync(Roles.Bureau)).OpenAsync("/registry/kinds");
        Assert.Contains("只做咨询和代拟文书", kinds.Text, StringComparison.Ordinal);
        Assert.Contains("WZ-5.1", kinds.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_whose_pool_takes_lawyers_alone_enters_nobody_by_hand_and_a_number_comes_once()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var form = Entered("志愿丁", nameof(PoolPerson.Volunteer), "Duty");
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync("/registry/people/new", form)).Status);
        Assert.Contains("已在本机构名册上", (await clerk.SubmitAsync("/registry/people/new", form)).Text, StringComparison.Ordinal);
        var beibei = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync());
        var elsewhere = await app.AsAsync(Roles.Clerk, beibei);

        Assert.Contains("只收在执业机构执业的人员", (await elsewhere.OpenAsync("/registry/people/new")).Text, StringComparison.Ordinal);
        var refused = await elsewhere.PostAsync("/registry/people/new", [await elsewhere.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. form]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/registry/people/new")).Status);
    }

    private static (string Field, string Value)[] Entered(string name, string person, string pools, string? intents = null) =>
    [
        ("Form.Name", name), ("Form.Gender", "女"), ("Form.IdentityNumber", TestRoster.Identity(new DateOnly(1990, 1, 1).AddDays(name[^1] % 300))), ("Form.Phone", "13900000009"), ("Form.As", person),
        ("Form.Pools", pools), .. intents is null ? Array.Empty<(string, string)>() : [("Form.Intents", intents)],
    ];

    private Task<Membership> MemberAsync(string name) => app.InDbAsync(db => db.Memberships.AsNoTracking().Include(m => m.Institution).WithStandings().SingleAsync(m => m.Person.Name == name && m.OfficeId == app.OfficeId));
}
