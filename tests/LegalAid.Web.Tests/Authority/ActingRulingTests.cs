using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Recusals;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Authority;

/// <summary>Whoever decides proposals in the head's stead rules on their declining too; everybody concerned is told.</summary>
public sealed class ActingRulingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.1")]
    public async Task A_declining_is_ruled_on_in_the_heads_stead_and_those_concerned_are_told()
    {
        await app.LawFirmAsync("重庆裁定律师事务所", "裁甲", "裁乙");
        var agreed = await app.AgreedAsync("裁1");
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某裁");
        Assert.DoesNotContain("授权</a>至", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);
        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕81号", "2026-6-17", "2026-6-18", "DecidesProposals");
        Assert.Contains("代中心负责人（授权书碚援授〔2026〕81号），授权至2026年6月18日", (await desk.OpenAsync("/")).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var granted = await app.InDbAsync(db => db.Notices.SingleAsync(n => n.AuthorityId == authority.Id));
        Assert.Equal((NoticeKind.AuthorityGranted, acting.Id), (granted.Kind, granted.OfficerId));
        Assert.Equal($"/authority/{authority.Id}", (await desk.PostedAsync($"/inbox/{granted.Id}")).Location);

        IsDone(await agreed.DeclineAsync());
        Assert.Contains(acting.Id, await app.InDbAsync(db => db.Notices.Where(n => n.CaseId == agreed.CaseId && n.Kind == NoticeKind.DeclineWaits).Select(n => n.OfficerId).ToListAsync()));
        Assert.Contains($"{agreed.Url}/ruling", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("您将代中心负责人（授权书碚援授〔2026〕81号）裁定", (await desk.OpenAsync($"{agreed.Url}/ruling")).Text, StringComparison.Ordinal);
        IsDone(await desk.SubmitAsync($"{agreed.Url}/ruling", ("Form.Justified", "true"), ("Form.Reason", "属实")));

        var ruled = await app.InDbAsync(db => db.Declines.SingleAsync(d => d.AssignmentId == agreed.Id));
        Assert.Equal((DeclineStatus.Justified, acting.Id, authority.Id), (ruled.Status, ruled.RuledById, ruled.RuledUnderId));
        Assert.Contains("裁定辞接", (await desk.OpenAsync($"/authority/{authority.Id}"))["#decisions"].TextContent, StringComparison.Ordinal);
        Assert.Equal(agreed.InstitutionId, await app.InDbAsync(db => db.Notices.Where(n => n.CaseId == agreed.CaseId && n.Kind == NoticeKind.DeclineRuled).Select(n => n.InstitutionId).SingleAsync()));
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task A_head_does_not_rule_on_the_declining_of_what_they_proposed()
    {
        await app.LawFirmAsync("重庆裁辛律师事务所", "裁甲", "裁乙");
        app.Clock.Set(2026, 6, 17);
        var ((proposer, own), (other, _)) = (await app.OfficerNamedAsync(Roles.Director, "提某"), await app.OfficerNamedAsync(Roles.Director, "定某"));
        var why = (await proposer.SubmitAsync(PersonTurns.ProposalOf(await app.RegisteredAsync("裁9", "2026-6-17 9:00")))).Location!;
        IsDone(await other.SubmitAsync($"{why}/approval", ("Form.Agrees", "true")));
        var agreed = await app.AgreedAsync(NoticePath.IdOf(why));
        IsDone(await agreed.DeclineAsync());

        Assert.DoesNotContain(own.Id, await app.InDbAsync(db => db.Notices.Where(n => n.CaseId == agreed.CaseId && n.Kind == NoticeKind.DeclineWaits).Select(n => n.OfficerId).ToListAsync()));
        Assert.DoesNotContain($"{why}/ruling", (await proposer.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Null((await proposer.OpenAsync($"{why}/ruling")).Document.QuerySelector("button[name='Form.Justified']"));
        IsRefused(await proposer.PostedAsync($"{why}/ruling", ("Form.Justified", "true"), ("Form.Reason", "试")), "提出意见的人不能裁定对它的辞接");
        IsDone(await other.SubmitAsync($"{why}/ruling", ("Form.Justified", "true"), ("Form.Reason", "属实")));
    }

    [Theory]
    [Clause("BB-5.1")]
    [InlineData("Revokes", "由负责人裁定")]       // another power
    [InlineData(null, "由负责人裁定")]
    public async Task Without_that_power_nobody_rules(string? power, string says)
    {
        await app.LawFirmAsync($"重庆裁庚{power}律师事务所", "裁甲", "裁乙");

        var agreed = await app.AgreedAsync($"裁2{power}");
        IsDone(await agreed.DeclineAsync());
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, $"代某{power ?? "无"}");
        if (power is not null)
        {
            await app.GrantedAsync(acting.Id, "碚援授〔2026〕82号", "2026-6-17", "2026-6-18", power);
        }

        IsRefused(await desk.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", "true"), ("Form.Reason", "试")), says);
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync($"{agreed.Url}/ruling")).Status);
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task Who_proposed_the_assignment_does_not_rule_on_its_declining_in_anothers_stead()
    {
        await app.LawFirmAsync("重庆裁己律师事务所", "裁丙");
        app.Clock.Set(2026, 6, 17, 10);
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某己");
        var (_, why) = await app.ProposedCaseAsync("裁3", desk);
        await app.DecideAsync(why);
        var agreed = await app.AgreedAsync(NoticePath.IdOf(why));
        IsDone(await agreed.DeclineAsync());
        await app.GrantedAsync(acting.Id, "碚援授〔2026〕83号", "2026-6-17", "2026-6-18", "DecidesProposals");

        IsRefused(await desk.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", "true"), ("Form.Reason", "试")), "提出意见的人不能自己决定");
        Assert.DoesNotContain($"{agreed.Url}/ruling", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);
    }
}
