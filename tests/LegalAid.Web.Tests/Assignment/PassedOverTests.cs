using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A soft rule is passed over with a reason in writing and a second person, one by one and in a batch.</summary>
public sealed class PassedOverTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Client = "重庆例牛商贸有限公司";

    [Fact]
    [Clause("CF-13", "BB-5.1")]
    public async Task A_warning_is_passed_over_with_a_reason_and_not_without()
    {
        var (clerk, caseId) = (await ClerkAsync(), await CaseAsync("例甲"));
        var url = PersonTurns.ProposalOf(caseId);
        var page = await clerk.OpenAsync(url);
        Assert.Contains("是本案对方当事人的常年法律顾问", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("label[for='Form_Note'] .need"));

        IsRefused(await clerk.SubmitAsync(url), "这项指派意见有例外，须在说明中写明理由");
        IsRefused(await clerk.SubmitAsync(url, ("Form.Note", "  ")), "CF-13");
        var sent = await clerk.SubmitAsync(url, ("Form.Note", "另一律师办理，已当面告知"));

        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var assignment = await app.LatestAsync(caseId);
        Assert.Equal(["CF-13"], assignment.PassedOver);
        Assert.Equal("另一律师办理，已当面告知", assignment.ProposalNote);
    }

    [Fact]
    [Clause("CF-13", "BB-5.1")]
    public async Task In_a_batch_the_reason_is_asked_for_too_and_without_it_nothing_is_proposed()
    {
        var (clerk, passing) = (await ClerkAsync(), await CaseAsync("例乙"));
        var plain = await CaseAsync("例丙", "某公司");
        var url = $"/assignment/batch?case={passing}&case={plain}";
        var page = await clerk.OpenAsync(url);
        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Id == passing).Select(c => c.Number).SingleAsync());
        var told = Assert.Single(page.Document.QuerySelectorAll("main form li"), item => item.TextContent.Contains(number, StringComparison.Ordinal));
        Assert.Contains("是本案对方当事人的常年法律顾问", told.TextContent, StringComparison.Ordinal);

        IsRefused(await clerk.SendAsync(url, page, []), "这项指派意见有例外");
        Assert.False(await app.InDbAsync(db => db.Assignments.AnyAsync(a => a.CaseId == passing || a.CaseId == plain)));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(url, await clerk.OpenAsync(url), [("Form.Note", "已告知")])).Status);

        Assert.Equal(["CF-13"], (await app.LatestAsync(passing)).PassedOver);
        Assert.Empty((await app.LatestAsync(plain)).PassedOver);
    }

    [Fact]
    [Clause("REG-26")]
    public async Task Years_of_criminal_defence_nobody_knows_are_passed_over_with_a_reason_and_too_few_are_no_choice()
    {
        var (clerk, firm) = (await ClerkAsync(), await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Name == "重庆例一律师事务所")));
        await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstCriminalCaseOn, (DateOnly?)null)));
        var fields = TestData.Letter("（2026）渝0109例一号", "2026-6-17 9:00", "例丁").Append(("Form.Flags", "LifeOrDeathPenalty")).ToArray();
        var url = PersonTurns.ProposalOf(NoticePath.IdOf((await clerk.SubmitAsync("/intake/letters/new", fields)).Location!));

        IsRefused(await clerk.SubmitAsync(url), "刑事辩护执业是否满3年没有登记");
        await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstCriminalCaseOn, new DateOnly(2023, 6, 18))));
        Assert.Contains("刑事辩护执业不满3年", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstCriminalCaseOn, new DateOnly(2023, 6, 17))));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url)).Status);
    }

    // One firm, which advises the other side.
    private async Task<Visitor> ClerkAsync()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var clerk = await app.AsAsync(Roles.Clerk);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            var firm = await app.LawFirmAsync("重庆例一律师事务所", "例一甲", "例一乙");
            IsDone(await clerk.SubmitAsync($"/registry/institutions/{firm.Id}/advisers", ("Form.Client", Client), ("Form.FirstOn", "2026-1-1")));
        }

        return clerk;
    }

    private async Task<Guid> CaseAsync(string recipient, string opponent = Client)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var fields = TestData.Application("2026-6-17 9:00", recipient).Where(field => field.Field != "Form.Opponents");
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Opponents", opponent)]);
        IsDone(await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true")));
        return NoticePath.IdOf(taken.Location!);
    }
}
