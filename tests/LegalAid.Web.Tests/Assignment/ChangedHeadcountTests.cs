using System.Globalization;
using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Forty-nine become fifty and fifty forty-nine before anybody has decided: the path changes, and nobody decides on the old one.</summary>
public sealed class ChangedHeadcountTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-5.2")]
    [InlineData(50, 49, DecidingBody.BureauAfterDiscussion, DecidingBody.CentreDirector)]
    [InlineData(49, 50, DecidingBody.CentreDirector, DecidingBody.BureauAfterDiscussion)]
    public async Task A_corrected_headcount_withdraws_the_proposal_in_the_middle_and_the_next_is_the_other_bodys(int before, int after, DecidingBody was, DecidingBody becomes)
    {
        var caseId = await app.WageCaseAsync(before, $"更正{before}");
        var why = was == DecidingBody.BureauAfterDiscussion ? await app.AskedAsync(caseId) : await app.ProposedAsync(caseId);
        Assert.Equal(was, (await app.LatestAsync(caseId)).DecidingBody);
        var clerk = await app.AsAsync(Roles.Clerk);

        var corrected = await clerk.SubmitAsync($"/cases/{caseId}/correct", ("Form.Headcount", after.ToString(CultureInfo.InvariantCulture)), ("Form.Reason", "人数核实"));

        Assert.Equal(HttpStatusCode.Found, corrected.Status);
        Assert.Equal(AssignmentStatus.Withdrawn, (await app.LatestAsync(caseId)).Status);
        foreach (var role in new[] { Roles.Director, Roles.Bureau })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.AsAsync(role)).VerdictAsync(why)).Status);
        }

        var again = await app.ProposedAsync(caseId);
        Assert.Equal(becomes, (await app.LatestAsync(caseId)).DecidingBody);
        if (becomes == DecidingBody.CentreDirector)
        {
            Assert.Equal($"/cases/{caseId}", (await (await app.AsAsync(Roles.Director)).VerdictAsync(again)).Location);
        }
        else
        {
            await app.DiscussAsync(again);
            await app.AskBureauAsync(again);
            Assert.Equal($"/cases/{caseId}", (await (await app.AsAsync(Roles.Bureau)).VerdictAsync(again)).Location);
        }

        Assert.Equal(CaseStatus.Assigned, await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task A_fiftieth_accused_of_the_same_letter_takes_the_case_out_of_the_directors_hands()
    {
        var (caseId, director) = (await LetterAsync("1049", 49), await app.AsAsync(Roles.Director));
        var why = await app.ProposedAsync(caseId);
        await AccusedAsync(caseId);

        BureauPathRefusalTests.Says("现须经中心集体讨论", "BB-5.2", await director.VerdictAsync(why));

        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{why}/undo", ("Form.Reason", "人数已变"))).Status);
        await app.ProposedAsync(caseId);
        Assert.Equal(DecidingBody.BureauAfterDiscussion, (await app.LatestAsync(caseId)).DecidingBody);
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task The_fiftieth_accused_voided_again_takes_it_out_of_the_bureaus()
    {
        var caseId = await LetterAsync("1050", 49);
        var added = await AccusedAsync(caseId);
        var why = await app.AskedAsync(caseId);
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/{added}/void", ("Form.Reason", "重复登记"))).Status);

        BureauPathRefusalTests.Says("现由中心负责人决定", "BB-5.1", await (await app.AsAsync(Roles.Bureau)).VerdictAsync(why));

        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Bureau)).VerdictAsync(why, agrees: false, "退回")).Status);      // refusing sends it back, whoever it is for now
    }

    private async Task<Guid> LetterAsync(string number, int people)
    {
        await app.WageCaseAsync(1, $"铺垫{number}");      // the firm, and the morning of 17 June
        var fields = TestData.Letter($"（2026）渝0109刑初{number}号", "2026-6-17 9:20").Where(field => field.Field != "Form.Headcount");
        var registered = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", [.. fields, ("Form.Headcount", people.ToString(CultureInfo.InvariantCulture))]);
        return NoticePath.IdOf(registered.Location!);
    }

    private async Task<Guid> AccusedAsync(Guid caseId)
    {
        var letter = await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.LetterId).SingleAsync());
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/intake/letters/{letter}/accused", ("Form.Name", "同案某某"))).Status);
        return await app.InDbAsync(db => db.Cases.Where(c => c.LetterId == letter && c.Id != caseId).Select(c => c.Id).SingleAsync());
    }
}
