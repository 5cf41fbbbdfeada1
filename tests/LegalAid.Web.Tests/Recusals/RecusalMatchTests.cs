using System.Net;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Recusals;

/// <summary>Officers who bear a party's name, two at once, other offices and what nobody may send.</summary>
public sealed class RecusalMatchTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-8.1", "CF-14")]
    public async Task An_officer_with_a_partys_name_declares_before_acting_and_acts_when_it_was_decided_to_be_a_namesake()
    {
        await app.LawFirmAsync("重庆同名律师事务所", "辩丁");
        var caseId = await app.RegisteredAsync("841", "2026-6-17 9:00");
        var (namesake, officer) = await app.OfficerNamedAsync(Roles.Clerk, "陈某甲");

        var refused = await namesake.SubmitAsync($"/assignment/cases/{caseId}/propose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("当事人陈某甲与您同名", refused.Text, StringComparison.Ordinal);
        Assert.Contains("请先申报回避", (await namesake.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);

        await app.DeclareAsync(namesake, caseId, "Namesake");
        Assert.Contains("正在等待决定", (await namesake.SubmitAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
        await RecusalDesk.DecideAsync(await app.AsAsync(Roles.Director), (await app.RecusalAsync(caseId, officer.Id)).Id, grants: false);

        Assert.Equal(HttpStatusCode.Found, (await namesake.SubmitAsync($"/assignment/cases/{caseId}/propose")).Status);
    }

    [Fact]
    [Clause("BB-8.1", "CF-14")]
    public async Task The_same_number_under_another_name_is_found_too_and_another_number_is_another_person()
    {
        const string Number = "500109198503010022";
        var firm = await app.LawFirmAsync("重庆同号律师事务所");
        var member = await app.MemberAsync("名册名", firm, identity: Number);
        var (one, two) = (await LetterAsync("842", "别名某", Number), await LetterAsync("843", "赵某某", "500109199001010019"));
        var officer = await app.OfficerAsync("twice", Roles.Clerk, app.OfficeId, membershipId: member.Id);
        await app.InDbAsync(db => db.Users.Where(u => u.Id == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, "赵某某")));

        Assert.Equal("undeclared", await CodeAsync(officer, one));
        Assert.Null(await CodeAsync(officer, two));
    }

    [Fact]
    public async Task Two_declarations_at_once_leave_one_and_two_deciders_at_once_one_decision()
    {
        var caseId = await app.RegisteredAsync("844", "2026-6-17 9:00");
        var (clerk, officer) = await app.OfficerNamedAsync(Roles.Clerk, "双某");
        var declared = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.DeclareAsync(clerk, caseId, "OtherInterest")));
        Assert.Single(declared, answer => answer.Status == HttpStatusCode.Found);
        Assert.All(declared, answer => Assert.True(answer.Status is HttpStatusCode.Found or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, answer.Text));
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        var (first, second) = ((await app.OfficerNamedAsync(Roles.Director, "决甲")).Desk, (await app.OfficerNamedAsync(Roles.Director, "决乙")).Desk);

        var decided = await Task.WhenAll(
            first.SubmitAsync($"/recusals/{recusal.Id}", ("Form.Grants", "true")),
            second.SubmitAsync($"/recusals/{recusal.Id}", ("Form.Grants", "false"), ("Form.Reason", "无妨")));

        Assert.Single(decided, answer => answer.Status == HttpStatusCode.Found);
        Assert.All(decided, answer => Assert.True(answer.Status is HttpStatusCode.Found or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, answer.Text));
    }

    [Fact]
    public async Task Another_office_knows_nothing_of_the_case_its_recusals_and_its_officers()
    {
        var caseId = await app.RegisteredAsync("845", "2026-6-17 9:00");
        var (clerk, officer) = await app.OfficerNamedAsync(Roles.Clerk, "本处某");
        await app.DeclareAsync(clerk, caseId, "OtherInterest");
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        var elsewhere = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync());
        var (stranger, away) = (await app.AsAsync(Roles.Director, elsewhere), await app.OfficerAsync("away", Roles.Clerk, elsewhere));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/recusals/{recusal.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/cases/{caseId}/recusal")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await RecusalDesk.PostAsync(stranger, $"/recusals/{recusal.Id}", ("Form.Grants", "true"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await RecusalDesk.PostAsync(stranger, $"/cases/{caseId}/recusal", Fields(officer.Id))).Status);
        Assert.DoesNotContain("本处某", (await stranger.OpenAsync("/recusals")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await RecusalDesk.PostAsync(await app.AsAsync(Roles.Director), $"/cases/{caseId}/recusal", Fields(away.Id))).Status);
    }

    [Fact]
    public async Task A_declaration_without_relation_or_reason_or_party_comes_back()
    {
        var caseId = await app.RegisteredAsync("846", "2026-6-17 9:00");
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"/cases/{caseId}/recusal", ("Form.Reason", "如实"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"/cases/{caseId}/recusal", ("Form.Relation", "Sibling"))).Status);
        var nobody = await app.DeclareAsync(clerk, caseId, "Sibling", party: null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Contains("请选择当事人", nobody.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/recusals/{Guid.CreateVersion7()}")).Status);
    }

    private async Task<Guid> LetterAsync(string number, string recipient, string identity)
    {
        var answer = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", [.. TestData.Letter($"（2026）渝0109刑初{number}号", "2026-6-17 9:00", recipient), ("Form.RecipientIdentity", identity)]);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return NoticePath.IdOf(answer.Location!);
    }

    private Task<string?> CodeAsync(Store.Offices.Officer officer, Guid caseId) =>
        app.RunAsync<RecusalCheck, string?>(officer, async check => (await check.WhyNotActAsync([caseId], officer.Id, default))?.Code);

    private static (string, string)[] Fields(Guid officer) =>
        [("Form.OfficerId", officer.ToString()), ("Form.Relation", nameof(Relation.OtherInterest)), ("Form.Other", "某事"), ("Form.Reason", "如实")];
}
