using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Corps;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>What a recipient needs, from intake to the proposal, and what the director is told before a case arrives.</summary>
public sealed class NeedsAndStrengthTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task Who_speaks_the_language_comes_first_and_where_nobody_does_the_director_is_told_beforehand()
    {
        var firm = await app.InstitutionAsync("浙江午一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("午赵", firm);
        var speaker = await app.PersonAsync("午钱", firm);
        var aidCase = await app.GrantedAsync("午甲", ("Form.Needs.NeededLanguage", "手语"));
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        Assert.Contains("受援人需要会手语，该承办人不能满足", (await clerk.OpenAsync(ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        Assert.Contains("现在没有人能承办：民事：需要会手语", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == speaker.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Languages, new List<string> { "手语" })));

        var proposed = await clerk.OpenAsync(ProposalOf(aidCase));
        Assert.Contains("建议：午钱", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("受援人需要会手语，有人能满足，本案不轮到", proposed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("现在没有人能承办", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("民事：需要会手语 1 1", (await clerk.OpenAsync("/assignment/strength")).Text, StringComparison.Ordinal);

        await clerk.SubmitAsync($"/cases/{aidCase}/needs", ("Form.NeededLanguage", ""), ("Form.NeededGender", "女"), ("Form.PartyPlaces", "浙江省温州市鹿城区、重庆市北碚区"));
        Assert.Contains("由女性承办", (await clerk.OpenAsync($"/cases/{aidCase}")).Text, StringComparison.Ordinal);
        Assert.Equal(["浙江省温州市鹿城区", "重庆市北碚区"], await app.InDbAsync(db => db.Cases.Where(c => c.Id == aidCase).Select(c => c.PartyPlaces).SingleAsync()));
        await clerk.SubmitAsync(ProposalOf(aidCase));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"/cases/{aidCase}/needs", ("Form.NeededLanguage", "手语"))).Status);
    }

    [Theory]
    [InlineData("Form.NeededGender", "无")]
    [InlineData("Form.NeededLanguage", "一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("Form.PartyPlaces", "北碚区")]
    [InlineData("Form.PartyPlaces", "重庆市北碚区、渝中区")]
    [InlineData("Form.PartyPlaces", "某省某市某区某省某市某区某省某市某区某省某市某区某省某市某区某省")]
    public async Task What_cannot_be_read_is_told(string field, string value)
    {
        var aidCase = await app.GrantedAsync("午乙" + field[5..9]);

        Assert.Equal(HttpStatusCode.BadRequest, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/{aidCase}/needs", (field, value))).Status);
    }
}

/// <summary>Who from elsewhere comes before whom in a county (QDN-3.3, QDN-4.2b).</summary>
public sealed class ElsewhereOrderTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.2b", "QDN-3.3", "QDN-4.2c", "QDN-2.1")]
    public async Task Partners_then_the_corps_then_others_and_ones_own_before_all()
    {
        var (first, second, third) = (await VisitorAsync("未一"), await VisitorAsync("未二"), await VisitorAsync("未三"));
        var clerk = await app.AsAsync(Roles.Clerk);
        var aidCase = await app.GrantedAsync("未甲");
        await ExpectAsync(clerk, aidCase, "未一");

        await app.JoinsCorpsAsync(second);
        await app.JoinsCorpsAsync(third);
        await ExpectAsync(clerk, aidCase, "未二");
        Assert.Contains("服务团有成员可派，先派服务团成员", (await clerk.OpenAsync(ProposalOf(aidCase))).Text, StringComparison.Ordinal);

        var paired = await clerk.SubmitAsync($"/registry/institutions/{third.InstitutionId}/partner", ("Form.Paired", "true"), ("Form.Evidence", "协作协议"));
        Assert.Equal($"/registry/institutions/{third.InstitutionId}", paired.Location);
        await ExpectAsync(clerk, aidCase, "未三");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync($"/registry/institutions/{third.InstitutionId}/partner", ("Form.Paired", "true"), ("Form.Evidence", "协作协议"))).Status);
        await clerk.SubmitAsync($"/registry/institutions/{third.InstitutionId}/partner", ("Form.Paired", "false"), ("Form.Evidence", "协议到期"));
        await ExpectAsync(clerk, aidCase, "未二");

        await app.PersonAsync("未四", await app.InstitutionAsync("贵州未本律师事务所", InstitutionKind.LawFirm));
        await ExpectAsync(clerk, aidCase, "未四");
        await clerk.SubmitAsync(ProposalOf(aidCase));
        Assert.Equal(app.OfficeId, (await app.AssignmentAsync(aidCase)).OfficeId);      // whoever assigns supervises and pays
        Assert.True(first.Id != second.Id);
    }

    private static async Task ExpectAsync(Visitor clerk, Guid aidCase, string name) =>
        Assert.Contains($"建议：{name}", (await clerk.OpenAsync(ProposalOf(aidCase))).Text, StringComparison.Ordinal);

    private async Task<LegalAid.Store.Registry.Membership> VisitorAsync(string name)
    {
        var firm = await app.InstitutionAsync($"贵州{name}律师事务所", InstitutionKind.LawFirm);
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, "贵州省黔东南州雷山县")));
        return await app.PersonAsync(name, firm, m => m.WillingFromElsewhereOn = new(2026, 6, 1));
    }
}

/// <summary>Who may assign, who interprets and on what the book rests, as the pages of 北碚 say.</summary>
public sealed class WhoAssignsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-3.1")]
    [InlineData(Roles.Clerk, HttpStatusCode.OK)]
    [InlineData(Roles.Director, HttpStatusCode.OK)]
    [InlineData(Roles.Bureau, HttpStatusCode.Forbidden)]
    [InlineData(Roles.FirmAdministrator, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Auditor, HttpStatusCode.Forbidden)]
    public async Task Only_the_centre_proposes_an_assignment(string role, HttpStatusCode answer)
    {
        await app.LawFirmAsync($"重庆申{role}律师事务所", $"申{role}");
        var aidCase = await app.GrantedAsync($"申甲{role}");
        var visitor = role == Roles.FirmAdministrator
            ? await app.AsAsync(role, app.OfficeId, institutionId: await app.InDbAsync(db => db.Institutions.Select(i => i.Id).FirstAsync()))
            : await app.AsAsync(role);

        Assert.Equal(answer, (await visitor.OpenAsync(ProposalOf(aidCase))).Status);
    }

    [Fact]
    [Clause("BB-14.1", "BB-1.1")]
    public async Task The_book_says_who_interprets_it_and_on_what_it_rests()
    {
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("解释机关重庆市北碚区司法局", (await clerk.OpenAsync("/rules")).Text, StringComparison.Ordinal);
        Assert.Contains("没有规定的，适用有关法律法规", (await clerk.OpenAsync("/rules/clauses/BB-14.1")).Text, StringComparison.Ordinal);
        Assert.Contains("法律援助法和重庆市的条例", (await clerk.OpenAsync("/rules/clauses/BB-1.1")).Text, StringComparison.Ordinal);
    }
}
