using System.Net;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Recusals;
using Xunit;

namespace LegalAid.Web.Tests.Authority;

/// <summary>A clerk decides in the head's stead: by letter, for a time, for what it names, and never the own or the head's own proposal.</summary>
public sealed class AuthorityTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Proposals = "DecidesProposals";

    [Fact]
    [Clause("BB-5.1")]
    public async Task A_proposal_is_decided_in_the_heads_stead_and_record_home_paper_and_journal_say_so()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (caseId, why) = await app.ProposedCaseAsync("701");
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某甲");
        Assert.DoesNotContain($"{why}/approval", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);
        Says("没有代行的授权", await desk.VerdictAsync(why));

        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕1号", "2026-6-17", "2026-6-18", Proposals);
        Assert.Contains($"{why}/approval", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("您将代中心负责人（授权书碚援授〔2026〕1号）决定", (await desk.OpenAsync($"{why}/approval")).Text, StringComparison.Ordinal);
        Assert.Equal($"/cases/{caseId}", (await desk.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"))).Location);

        var decided = await app.LatestAsync(caseId);
        Assert.Equal((AssignmentStatus.Approved, acting.Id, authority.Id), (decided.Status, decided.DecidedById, decided.DecidedUnderId));
        const string Signed = "代中心负责人（授权书碚援授〔2026〕1号）";
        Assert.Contains($"代某甲{Signed}", (await desk.OpenAsync(why)).Text, StringComparison.Ordinal);
        Assert.Contains(Signed, (await desk.OpenAsync("/journal")).Text, StringComparison.Ordinal);
        await app.NameAsync(why);
        Assert.Contains($"本案指派由代某甲{Signed}决定", (await desk.OpenAsync($"{why}/notice")).Text, StringComparison.Ordinal);
        Assert.Contains("决定指派意见", (await desk.OpenAsync($"/authority/{authority.Id}"))["#decisions"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task It_holds_from_its_first_day_through_its_last_and_not_an_hour_longer()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (_, first) = await app.ProposedCaseAsync("711");
        var (_, second) = await app.ProposedCaseAsync("712");
        var (_, third) = await app.ProposedCaseAsync("713");
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某乙");
        await app.GrantedAsync(acting.Id, "碚援授〔2026〕2号", "2026-6-18", "2026-6-19", Proposals);

        app.Clock.Set(2026, 6, 17, 23);
        Says("没有代行的授权", await desk.VerdictAsync(first));
        app.Clock.Set(2026, 6, 18, 0);
        Assert.Equal(HttpStatusCode.Found, (await desk.VerdictAsync(first)).Status);
        app.Clock.Set(2026, 6, 19, 23);
        Assert.Equal(HttpStatusCode.Found, (await desk.VerdictAsync(second)).Status);
        app.Clock.Set(2026, 6, 20, 0);
        Says("没有代行的授权", await desk.VerdictAsync(third));
    }

    [Fact]
    [Clause("BB-5.1", "CF-14")]
    public async Task Neither_the_own_proposal_nor_the_heads_nor_a_case_the_head_stands_aside_from_is_decided_in_the_heads_stead()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某丙");
        var director = await app.AsAsync(Roles.Director);
        await app.GrantedAsync(acting.Id, "碚援授〔2026〕3号", "2026-6-17", "2026-6-30", Proposals);

        Says("不能自己决定", await desk.VerdictAsync((await app.ProposedCaseAsync("721", desk)).Why));
        Says("授权人本人提出", await desk.VerdictAsync((await app.ProposedCaseAsync("722", director)).Why));
        var (caseId, why) = await app.ProposedCaseAsync("723");
        Assert.Equal(HttpStatusCode.Found, (await app.DeclareAsync(director, caseId, nameof(Relation.Sibling))).Status);
        Says("授权人已从本案回避", await desk.VerdictAsync(why));
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task Only_what_the_letter_names_is_decided_and_nothing_once_it_was_ended()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (caseId, why) = await app.ProposedCaseAsync("731");
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某丁");
        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕4号", "2026-6-17", "2026-6-30", "Revokes");
        Says("没有代行的授权", await desk.VerdictAsync(why));
        await app.DecideAsync(why);

        Assert.Equal($"/cases/{caseId}", (await desk.SubmitAsync($"{why}/undo", ("Form.Reason", "该所不能承办"))).Location);
        var revoked = await app.LatestAsync(caseId);
        Assert.Equal((AssignmentStatus.Revoked, authority.Id), (revoked.Status, revoked.UndoneUnderId));

        var (_, next) = await app.ProposedCaseAsync("732");
        await app.DecideAsync(next);
        Says("由负责人或者司法局结束", await RecusalDesk.PostAsync(desk, $"/authority/{authority.Id}", ("Form.Reason", "试")));
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync($"/authority/{authority.Id}", ("Form.Reason", "负责人已返回"))).Status);
        Says("由负责人撤销", await RecusalDesk.PostAsync(desk, $"{next}/undo", ("Form.Reason", "该所不能承办")));
    }

    [Fact]
    [Clause("BB-8.2")]
    public async Task A_colleagues_recusal_is_decided_in_the_heads_stead_and_never_the_own()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (caseId, _) = await app.ProposedCaseAsync("741");
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某戊");
        var (colleague, concerned) = await app.OfficerNamedAsync(Roles.Clerk, "同某甲");
        await app.DeclareAsync(colleague, caseId, nameof(Relation.OtherRelative));
        var recusal = await app.RecusalAsync(caseId, concerned.Id);
        Says("不由您决定", await RecusalDesk.PostAsync(desk, $"/recusals/{recusal.Id}", ("Form.Grants", "true")));
        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕5号", "2026-6-17", "2026-6-30", "DecidesRecusals");

        await RecusalDesk.DecideAsync(desk, recusal.Id, grants: true);

        Assert.Equal((RecusalStatus.Recused, authority.Id), ((await app.RecusalAsync(caseId, concerned.Id)).Status, (await app.RecusalAsync(caseId, concerned.Id)).DecidedUnderId));
        var (other, _) = await app.ProposedCaseAsync("742");
        await app.DeclareAsync(desk, other, nameof(Relation.OtherRelative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecusalDesk.PostAsync(desk, $"/recusals/{(await app.RecusalAsync(other, acting.Id)).Id}", ("Form.Grants", "false"), ("Form.Reason", "不影响"))).Status);
    }

    [Theory]
    [InlineData("2026-6-16", "2026-6-20", Proposals, "最早为今天")]
    [InlineData("2026-6-20", "2026-6-19", Proposals, "截止日期早于起始日期")]
    [InlineData("2026-6-20", "2027-6-21", Proposals, "最长一年")]
    [InlineData("2026-6-20", "2026-6-20", "None", "至少选择一个代行事项")]
    public async Task A_letter_that_cannot_hold_is_not_granted(string first, string last, string power, string says)
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (_, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某己");

        Says(says, await AuthorityDesk.GrantAsync(await app.AsAsync(Roles.Director), acting.Id, $"碚援授〔2026〕{first}{last}", first, last, power));
    }

    [Fact]
    public async Task Two_letters_never_hold_at_once_and_another_office_knows_none_of_them()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (_, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某庚");
        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕8号", "2026-7-1", "2026-7-3", Proposals);
        var director = await app.AsAsync(Roles.Director);

        Says("已有授权", await AuthorityDesk.GrantAsync(director, acting.Id, "碚援授〔2026〕9号", "2026-7-3", "2026-7-9", Proposals));
        Says("文号已经用过", await AuthorityDesk.GrantAsync(director, acting.Id, "碚援授〔2026〕8号", "2026-7-4", "2026-7-9", Proposals));
        Assert.Equal(HttpStatusCode.Found, (await AuthorityDesk.GrantAsync(director, acting.Id, "碚援授〔2026〕10号", "2026-7-4", "2026-7-9", Proposals)).Status);
        var elsewhere = await app.InDbAsync(db => Task.FromResult(db.Offices.First(o => o.Code == "WZ").Id));
        var stranger = await app.AsAsync(Roles.Director, elsewhere);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/authority/{authority.Id}")).Status);
        Assert.DoesNotContain("碚援授", (await stranger.OpenAsync("/authority")).Text, StringComparison.Ordinal);
    }

    private static void Says(string text, WebPage page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(text, page["main .refusals"].TextContent, StringComparison.Ordinal);
    }
}
