using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Where the parties live, from the form to the gate of the legal workers (CF-19).</summary>
public sealed class PartyPlaceTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("CF-19")]
    [InlineData("北碚区", "当事人住所地没有登记")]                       // from before it was checked: says nothing, shuts nobody out
    [InlineData("重庆市北碚区", "建议：")]
    [InlineData("四川省某县", "没有一方当事人在基层法律服务工作者的执业辖区内")]
    public async Task A_place_that_is_not_full_counts_as_not_recorded(string place, string told)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.MemberAsync("住某", await app.InstitutionAsync("重庆住址法律服务所", InstitutionKind.LegalServiceOffice, QueueKind.Other));
        }

        var caseId = await app.GrantedAsync($"住{place}");
        await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.PartyPlaces, new List<string> { place }).SetProperty(c => c.Kind, Rules.Intake.CaseKind.Civil).SetProperty(c => c.Stage, Rules.Intake.CaseStage.FirstInstance)));

        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync(ProposalOf(caseId));

        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal(told.StartsWith("没有一方", StringComparison.Ordinal), page.Text.Contains("没有可承办本案的机构", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("CF-19")]
    public async Task The_form_suggests_the_districts_of_the_offices()
    {
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync("/intake/applications/new");

        Assert.Equal("known-districts", page["input[name='Form.Needs.PartyPlaces']"].GetAttribute("list"));
        Assert.Contains("重庆市北碚区", page.Document.QuerySelectorAll("#known-districts option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task How_many_languages_were_asked_for_costs_no_question_more()
    {
        var officer = await app.OfficerAsync("strength-cost", Roles.Clerk, app.OfficeId);
        var ids = new[] { await app.GrantedAsync("语甲"), await app.GrantedAsync("语乙"), await app.GrantedAsync("语丙") };
        await SpeaksAsync(ids[0], "苗语");
        var one = await CostAsync(officer);
        await SpeaksAsync(ids[1], "侗语");
        await SpeaksAsync(ids[2], "手语");

        var three = await CostAsync(officer);

        Assert.Equal((one.Questions, one.Rows + 2), (three.Questions, three.Rows));
    }

    private Task<int> SpeaksAsync(Guid caseId, string language) => app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.NeededLanguage, language)));

    private async Task<(int Questions, int Rows)> CostAsync(Officer officer)
    {
        var rows = 0;
        var told = await RoundTrips.OfAsync(async () => rows = await app.RunAsync<StrengthReader, int>(officer, async strength => (await strength.ReadAsync(app.OfficeId, default)).Count));
        return (told.Count, rows);
    }
}
