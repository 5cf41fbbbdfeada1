using System.Net;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Corps;

/// <summary>黔东南: people apply for the service corps, the prefecture takes them in and looks at them anew each January; the counties read it.</summary>
public sealed class CorpsRoundTests(QiandongnanApp app) : IClassFixture<QiandongnanApp>
{
    [Fact]
    [Clause("QDN-3.1", "QDN-4.1a", "QDN-4.1c", "QDN-4.2a")]
    public async Task Who_applies_and_is_found_good_joins_the_corps_and_keeps_the_place_on_the_county_roster()
    {
        var (known, firm) = await CountyMemberAsync("团州甲", 7001);
        var channel = await app.RoundAsync("服务团常年招募", closes: null);
        var one = await AppliedAsync(channel, "团州甲", firm, 7001);
        var two = await AppliedAsync(channel, "团州乙", firm, 7002);

        var admitted = await AdmittedAsync(channel, one, two);

        Assert.Equal(HttpStatusCode.Found, admitted.Status);
        var corps = await app.InDbAsync(db => db.CorpsMembers.AsNoTracking().Where(m => m.Evidence.Contains("服务团常年招募")).ToListAsync());
        Assert.Equal(2, corps.Count);
        var (first, second) = (await app.InDbAsync(db => db.PoolApplications.SingleAsync(a => a.Id == one)), await app.InDbAsync(db => db.PoolApplications.SingleAsync(a => a.Id == two)));
        Assert.Equal((ApplicationStatus.Admitted, null, known.PersonId), (first.Status, first.MembershipId, corps.Single(m => m.Id == first.CorpsMemberId).PersonId));
        Assert.NotNull(second.MembershipId);        // on no roster before, and now on the prefecture's
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(line => line.Act == Act.CorpsJoined)));
        var county = await app.AsAsync(Roles.Director, known.OfficeId);
        Assert.Contains("团州甲", (await county.OpenAsync("/corps")).Text, StringComparison.Ordinal);
        Assert.Contains("成员身份由州司法局登记", (await DraftAsync(await app.AsAsync(Roles.Clerk, known.OfficeId))).Text, StringComparison.Ordinal);

        var again = await app.RoundAsync("服务团再次招募", closes: null);
        Assert.Contains("已经是服务团成员", (await AdmittedAsync(again, await AppliedAsync(again, "团州甲", firm, 7001))).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QDN-4.1b", "QDN-4.1d", "QDN-4.2a")]
    public async Task Each_January_the_program_opens_the_adjustment_once_members_confirm_and_the_prefecture_keeps_or_ends_each()
    {
        var (known, firm) = await CountyMemberAsync("调州甲", 7011);
        var channel = await app.RoundAsync("服务团调整前招募", closes: null);
        await AdmittedAsync(channel, await AppliedAsync(channel, "调州甲", firm, 7011), await AppliedAsync(channel, "调州乙", firm, 7012));
        var director = await app.AsAsync(Roles.Director);
        app.Clock.Set(2027, 1, 4);

        Assert.Equal((1, 0), (await OpenDueAsync(), await OpenDueAsync()));

        Assert.Contains("集中更新到期", (await director.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
        var page = await director.OpenAsync("/registry/renewals");
        Assert.Contains("调州甲", page.Text, StringComparison.Ordinal);
        Assert.Contains("贵州州团调州甲律师事务所", page.Text, StringComparison.Ordinal);      // as the county's roster has it
        var own = await app.AsAsync(Roles.Practitioner, known.OfficeId, membershipId: known.Id);        // the account is the county's, the entry the prefecture's
        Assert.Contains("集中更新已经开始，请核对您的记录", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
        Assert.Contains("请核对您的记录", (await own.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("由州司法局决定是否续任", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync("/registry/mine", ("Confirmed.Statement", "专长应为苗语"))).Status);
        Assert.Contains("已经确认", (await own.PostAsync("/registry/mine?handler=Confirm", [await own.TokenAsync(), ("__key", Guid.CreateVersion7().ToString())])).Text, StringComparison.Ordinal);
        Assert.Contains("更正：专长应为苗语", (await director.OpenAsync("/registry/renewals")).Text, StringComparison.Ordinal);
        var entries = await app.InDbAsync(db => db.Renewals.AsNoTracking().Join(db.CorpsMembers, r => r.CorpsMemberId, m => m.Id, (r, m) => new { r.Id, m.PersonId }).ToListAsync());
        var goes = entries.Single(entry => entry.PersonId == known.PersonId);
        Assert.Contains("请写明理由", (await director.SubmitAsync($"/registry/renewals/{goes.Id}", ("Form.Agrees", "false"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/renewals/{goes.Id}", ("Form.Agrees", "false"), ("Form.Note", "全年没有接案"))).Status);
        foreach (var stays in entries.Where(entry => entry.Id != goes.Id))
        {
            Assert.Contains("本人还没有确认档案", (await director.SubmitAsync($"/registry/renewals/{stays.Id}", ("Form.Agrees", "true"))).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/renewals/{stays.Id}", ("Form.Agrees", "true"), ("Form.Note", "电话核实，愿意继续"))).Status);
        }

        var ended = await app.InDbAsync(db => db.CorpsMembers.SingleAsync(m => m.PersonId == known.PersonId));
        Assert.Equal(((DateOnly?)new DateOnly(2027, 1, 4), CorpsEnd.Adjusted, "全年没有接案"), (ended.LeftOn, ended.End!.Value, ended.EndReason));
        Assert.Null(await app.InDbAsync(known.OfficeId, db => db.Memberships.Where(m => m.Id == known.Id).Select(m => m.LeftOn).SingleAsync()));       // the county's roster is the county's
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/registry/renewals")).Status);
        Assert.Contains("下次应在 2028年1月1日", (await director.OpenAsync("/registry/renewals")).Text, StringComparison.Ordinal);
        Assert.Contains("提前更新的，请写明理由", (await director.SubmitAsync("/registry/renewals")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/registry/renewals", ("Form.Reason", "两县短缺，提前调整"))).Status);
        Assert.Contains("本机构的规则没有集中更新", (await (await app.AsAsync(Roles.Director, known.OfficeId)).OpenAsync("/registry/renewals")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    // On the roster of 凯里, at a firm there.
    private async Task<(Membership Known, Institution Firm)> CountyMemberAsync(string name, int number)
    {
        app.Clock.Set(2026, 6, 17);
        await app.GoToAsync("QDN01");
        var known = await app.MemberAsync(name, await app.InstitutionAsync($"贵州州团{name}律师事务所", InstitutionKind.LawFirm), identity: RecruitmentDesk.Identity(number));
        await app.GoToAsync("QDN");
        return (known, await app.InstitutionAsync($"贵州州团{name}报名律师事务所", InstitutionKind.LawFirm));
    }

    private async Task<Guid> AppliedAsync(Guid round, string name, Institution firm, int number)
    {
        var applicant = await app.ApplicantAsync(name, "QDN");
        var url = await applicant.FilledAsync(round, name, ("Form.InstitutionId", firm.Id.ToString()), ("Form.IdentityNumber", RecruitmentDesk.Identity(number)));
        Assert.Equal(url, (await applicant.HandInAsync(url)).Location);
        return RecruitmentDesk.IdOf(url);
    }

    private async Task<WebPage> AdmittedAsync(Guid round, params Guid[] applications)
    {
        var chosen = await app.InDbAsync(db => db.PoolApplications.Where(a => applications.Contains(a.Id)).ToListAsync());
        var selected = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/rounds/{round}/comparison", VettingDesk.Choice(true, "自愿参加，专长合适", [.. chosen]));
        Assert.True(selected.Status == HttpStatusCode.Found, selected.Text);
        return await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/rounds/{round}/results/admit");
    }

    private static Task<WebPage> DraftAsync(Visitor clerk) =>
        clerk.SubmitAsync("/registry/rounds/new", ("Form.Title", "县里招募"), ("Form.OpensAtUtc", "2026-6-18 0:00"), ("Form.NoticeText", "县里招募"));

    private async Task<int> OpenDueAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenDueRenewals>().RunAsync(default);
    }
}
