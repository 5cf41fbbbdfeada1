using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Somebody practising elsewhere takes a county's cases only by the own, recorded, revocable will (QDN-1.1).</summary>
public sealed class WillingnessTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-1.1")]
    public async Task Who_practises_elsewhere_is_proposed_from_the_day_of_the_will_and_no_longer_after_withdrawing()
    {
        var visitor = await VisitorAsync("外地甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        var proposal = PersonTurns.ProposalOf(await app.GrantedAsync("午甲", ("Form.WishedMembershipId", visitor.Id.ToString())));
        Assert.Contains("未登记自愿接受本机构指派", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);

        var recorded = await clerk.SubmitAsync(PageOf(visitor), ("Form.Since", "2026-6-17"), ("Form.Evidence", "本人申请书 2026-06-17"));
        Assert.Equal($"/registry/people/{visitor.Id}", recorded.Location);
        Assert.Contains("建议：外地甲", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);

        await clerk.SubmitAsync(PageOf(visitor), ("Form.Since", ""), ("Form.Evidence", "本人撤回 2026-06-17"));
        Assert.Contains("外地甲（贵州外地甲律师事务所） 在外地执业，未登记自愿接受本机构指派", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == visitor.Id && line.Act == LegalAid.Store.Journal.Act.WillingnessRecorded)));
    }

    [Theory]
    [InlineData("2026-6-18", "书", HttpStatusCode.UnprocessableEntity, "不能晚于今天")]
    [InlineData("2026-6-17", "", HttpStatusCode.BadRequest, "凭据")]
    [InlineData("明天", "书", HttpStatusCode.BadRequest, "日期")]
    public async Task What_cannot_be_recorded_is_told(string since, string evidence, HttpStatusCode status, string told)
    {
        var visitor = await VisitorAsync("外地" + since + evidence);

        var page = await (await app.AsAsync(Roles.Clerk)).SubmitAsync(PageOf(visitor), ("Form.Since", since), ("Form.Evidence", evidence));

        Assert.Equal(status, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
    }

    private static string PageOf(Membership member) => $"/registry/people/{member.Id}/willingness";

    private async Task<Membership> VisitorAsync(string name)
    {
        var firm = await app.InstitutionAsync($"贵州{name}律师事务所", InstitutionKind.LawFirm);
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, "贵州省黔东南州雷山县")));
        return await app.PersonAsync(name, firm);
    }
}

/// <summary>Where the rules do not ask for a will, none is recorded.</summary>
public sealed class NoWillingnessTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_office_of_its_own_district_records_none()
    {
        var member = await app.MemberAsync("本区甲", await app.LawFirmAsync("重庆本区律师事务所"));
        var clerk = await app.AsAsync(Roles.Clerk);

        var page = await clerk.SubmitAsync($"/registry/people/{member.Id}/willingness", ("Form.Since", "2026-6-17"), ("Form.Evidence", "书"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("BB-2.3", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("登记跨区承办意愿", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
    }
}
