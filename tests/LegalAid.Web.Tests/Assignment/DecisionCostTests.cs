using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>What a proposal costs: the turn is given under the queue's lock, so each way to the database and back is one the next case waits for.</summary>
public sealed class DecisionCostTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 22;

    [Fact]
    public async Task A_proposal_goes_to_the_database_few_times_however_many_people_there_are()
    {
        await app.LawFirmAsync("重庆省事律师事务所", "省事甲", "省事乙");
        var clerk = await app.OfficerAsync("cost-clerk", Roles.Clerk, app.OfficeId);
        await ProposingAsync(clerk, "省1");      // whose recipient the next ones' conflict check finds again
        var few = await ProposingAsync(clerk, "省2");
        var firm = await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Name == "重庆省事律师事务所"));
        for (var n = 0; n < 20; n++)
        {
            await app.MemberAsync($"省事{n}", firm);
        }

        var many = await ProposingAsync(clerk, "省3");

        Assert.True(many.Count <= Most, $"{many.Count}:\n{string.Join("\n\n", many)}");
        Assert.Equal(few.Count, many.Count);
    }

    private async Task<IReadOnlyList<string>> ProposingAsync(Officer clerk, string number)
    {
        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        Outcome<CaseAssignment>? outcome = null;
        var told = await RoundTrips.OfAsync(async () => outcome = await app.RunAsync<ProposeAssignment, Outcome<CaseAssignment>?>(clerk, use => use.RunAsync(caseId, new(Seen: null), default)));
        Assert.NotNull(outcome?.Value);
        return told;
    }
}
