using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Somebody outside the pool was needed: director and bureau are told what the pool lacks.</summary>
public sealed class ShortageTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-9.1", "WZ-21.2")]
    public async Task An_approved_assignment_outside_the_pool_tells_what_the_pool_lacks()
    {
        var firm = await app.InstitutionAsync("浙江缺律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("缺赵", firm, m => m.Intents = ServiceIntents.CriminalDefence);
        var outsider = await app.MemberAsync("缺钱", firm, m => m.NotForCases());
        var (director, bureau) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Bureau));
        var strength = (await bureau.OpenAsync("/assignment/strength")).Document.QuerySelectorAll("tbody tr").Select(row => Flat(row.TextContent)).ToList();
        Assert.Contains(strength, row => row.StartsWith("劳动仲裁没有人", StringComparison.Ordinal) && row.Contains("服务意向不含劳动仲裁", StringComparison.Ordinal));       // told before a case comes
        var caseId = await app.GrantedAsync("缺甲");
        var clerk = await app.AsAsync(Roles.Clerk);

        var drawn = await clerk.SubmitAsync(ProposalOf(caseId) + "?handler=Preview", ("Form.Step", nameof(OrderStep.OutsidePool)), ("Form.OutsiderId", outsider.Id.ToString()), ("Form.OutOfTurnReason", "库内无人可办劳动仲裁"));
        var why = (await clerk.SendAsync(ProposalOf(caseId), drawn, [])).Location!;
        Assert.DoesNotContain("短缺提示。", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);      // a proposal is no assignment
        IsDone(await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true")));

        var notice = await app.InDbAsync(db => db.ShortageNotices.AsNoTracking().SingleAsync());
        Assert.Equal((caseId, "1人服务意向不含劳动仲裁"), (notice.CaseId, Assert.Single(notice.Missing)));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == caseId && l.Act == Act.ShortageRaised)));
        foreach (var visitor in new[] { director, bureau })
        {
            Assert.Contains("近三十日有 1 件案件指派了库外人员", (await visitor.OpenAsync("/")).Text, StringComparison.Ordinal);
            Assert.Contains("1人服务意向不含劳动仲裁", (await visitor.OpenAsync("/assignment/shortages"))["#outside"].TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("近三十日有", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    private static string Flat(string text) => string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
