using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The figures a roster brought along and the cases handled here add up, each counted once.</summary>
public sealed class BroughtAlongTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.2")]
    public async Task Criminal_cases_named_here_after_the_day_of_the_figures_grow_the_count()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.LawFirmAsync("重庆带一律师事务所");
        var lawyer = await app.MemberAsync("带甲", firm, m => { m.CriminalCases = 9; m.ExperienceAsOf = new(2026, 6, 16); });
        var clerk = await app.AsAsync(Roles.Clerk);
        var grave = await LetterAsync(clerk, "（2026）带1号", ("Form.Flags", "SocialImpact"));
        Assert.Contains("没有可承办本案的机构", (await clerk.OpenAsync(grave)).Text, StringComparison.Ordinal);

        await HandleAsync(clerk, lawyer, "（2026）带2号");

        Assert.Contains("建议：重庆带一律师事务所", (await clerk.OpenAsync(grave)).Text, StringComparison.Ordinal);
        Assert.Contains("办过刑事案件10 件，其中本程序中 1 件", (await clerk.OpenAsync($"/registry/people/{lawyer.Id}")).Text, StringComparison.Ordinal);
        await FiguresAsOfAsync(lawyer, new(2026, 6, 17));       // a roster of that evening has the case in its figure already
        Assert.Contains("没有可承办本案的机构", (await clerk.OpenAsync(grave)).Text, StringComparison.Ordinal);
        await CloseAsync(lawyer);
    }

    [Fact]
    [Clause("BB-9.1")]
    public async Task The_reported_year_is_the_last_year_with_what_came_later_until_its_anniversary()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.LawFirmAsync("重庆带二律师事务所");
        var lawyer = await app.MemberAsync("带乙", firm, m => { m.PriorAidCasesLastYear = 5; m.ExperienceAsOf = new(2026, 6, 17); });
        await app.MemberAsync("带丙", firm, m => { m.PriorAidCasesLastYear = 2; m.ExperienceAsOf = new(2026, 6, 1); });
        await app.InDbAsync(db =>
        {
            db.AddRange(Matter(lawyer, "带旧1", new(2026, 6, 17)), Matter(lawyer, "带旧2", new(2026, 6, 18)));      // in the figure, and not
            return db.SaveChangesAsync();
        });
        var clerk = await app.AsAsync(Roles.Clerk);
        var waiting = await LetterAsync(clerk, "（2026）带3号");
        Assert.Equal("8", await LastYearAsync(clerk, waiting));

        await HandleAsync(clerk, lawyer, "（2026）带4号");
        Assert.Equal("8", await LastYearAsync(clerk, waiting));     // named on the day of the figure: in it
        app.Clock.Set(2026, 6, 18);
        await HandleAsync(clerk, lawyer, "（2026）带5号");
        Assert.Equal("9", await LastYearAsync(clerk, waiting));

        app.Clock.Set(2027, 6, 2);
        Assert.Equal("7", await LastYearAsync(clerk, waiting));     // 带丙's year ended on 1 June
        app.Clock.Set(2027, 6, 17);
        Assert.Equal("7", await LastYearAsync(clerk, waiting));
        app.Clock.Set(2027, 6, 18);
        Assert.Equal("2", await LastYearAsync(clerk, waiting));
        await CloseAsync(lawyer);
    }

    private static async Task<string> LastYearAsync(Visitor clerk, string proposal) =>
        (await clerk.OpenAsync(proposal)).Document.QuerySelectorAll("tr").First(row => row.TextContent.Contains("重庆带二", StringComparison.Ordinal) && row.QuerySelector("[data-label=近一年]") is not null)
            .QuerySelector("[data-label=近一年]")!.TextContent;

    private static async Task<string> LetterAsync(Visitor clerk, string number, params (string Field, string Value)[] more)
    {
        var registered = await clerk.SubmitAsync("/intake/letters/new", [.. TestData.Letter(number, "2026-6-17 9:00", "受" + number), .. more]);
        Assert.True(registered.Location is not null, registered.Text);
        return $"/assignment{registered.Location}/propose";
    }

    private async Task HandleAsync(Visitor clerk, Membership lawyer, string number)
    {
        var proposed = await clerk.SubmitAsync(await LetterAsync(clerk, number));
        Assert.True(proposed.Location is not null, proposed.Text);
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{proposed.Location}/approval", ("Form.Agrees", "true"));
        var named = await (await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: lawyer.InstitutionId)).SubmitAsync($"{proposed.Location}/handler", ("Form.HandlerId", lawyer.Id.ToString()));
        Assert.True(named.Location is not null, named.Text);
    }

    private Task<int> FiguresAsOfAsync(Membership member, DateOnly day) =>
        app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ExperienceAsOf, day)));

    // Each test has the turn to itself.
    private Task<int> CloseAsync(Membership member) =>
        app.InDbAsync(db => db.Institutions.Where(i => i.Id == member.InstitutionId).ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedOn, new DateOnly(2026, 6, 1))));

    private PriorMatter Matter(Membership member, string number, DateOnly assignedOn) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        CaseNumber = number,
        Kind = LegalAid.Rules.Intake.CaseKind.Civil,
        Stage = LegalAid.Rules.Intake.CaseStage.FirstInstance,
        Recipient = "带旧受援人",
        Opponent = "带旧对方",
        InstitutionId = member.InstitutionId,
        MembershipId = member.Id,
        AssignedOn = assignedOn,
    };
}
