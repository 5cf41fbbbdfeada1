using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>The grounds of a case are corrected while nobody has it, by intake's own standards; afterwards only facts go on record.</summary>
public sealed class CorrectedGroundsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-5.2")]
    [InlineData(50, HttpStatusCode.Found)]
    [InlineData(48, HttpStatusCode.UnprocessableEntity)]
    public async Task After_a_handler_is_named_more_people_go_on_record_and_the_deciding_path_stays(int headcount, HttpStatusCode expected)
    {
        var caseId = await app.WageCaseAsync(49, $"后更{headcount}");
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        var clerk = await app.AsAsync(Roles.Clerk);

        var corrected = await clerk.SubmitAsync($"/cases/{caseId}/correct", ("Form.Headcount", $"{headcount}"), ("Form.Reason", "又来一人"));

        Assert.Equal(expected, corrected.Status);
        Assert.Equal(expected == HttpStatusCode.Found ? headcount : 49, await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Headcount).SingleAsync()));
        Assert.Equal(DecidingBody.CentreDirector, (await app.LatestAsync(caseId)).DecidingBody);
        if (expected == HttpStatusCode.Found)
        {
            Assert.Contains("只作记录", (await clerk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Clause("LAW-25")]
    public async Task A_notices_ground_is_corrected_until_the_case_is_assigned()
    {
        await app.WageCaseAsync(1, "更事由");       // the firm, and the morning of 17 June
        var caseId = await app.RegisteredAsync("更事由", "2026-6-17 9:00");
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/cases/{caseId}/correct", ("Form.NotificationGround", "Minor"), ("Form.Reason", "看错"))).Status);
        Assert.Equal(NotificationGround.Minor, await app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.NotificationGround).SingleAsync()));
        await app.DecideAsync(await app.ProposedAsync(caseId));
        var form = await clerk.OpenAsync($"/cases/{caseId}/correct");
        Assert.Null(form.Document.QuerySelector("[name='Form.NotificationGround']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SendAsync($"/cases/{caseId}/correct", form, [("Form.NotificationGround", "TrialInAbsence"), ("Form.Reason", "再改")])).Status);
    }

    [Theory]
    [Clause("LAW-31", "LAW-41")]
    [InlineData("Form.ScopeGround", "PersonalInjury", HttpStatusCode.Found)]
    [InlineData("Form.ScopeGround", "Defence", HttpStatusCode.UnprocessableEntity)]            // not of a labour dispute
    [InlineData("Form.HardshipBasis", "SharedData", HttpStatusCode.Found)]
    [InlineData("Form.HardshipBasis", "NotExamined", HttpStatusCode.UnprocessableEntity)]
    public async Task What_was_granted_has_to_be_grantable_on_the_corrected_grounds(string field, string value, HttpStatusCode expected)
    {
        var caseId = await app.WageCaseAsync(1, "更范围" + value);

        Assert.Equal(expected, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/{caseId}/correct", (field, value), ("Form.Reason", "看错"))).Status);
    }

    [Theory]
    [InlineData("Form.Victims")]
    [InlineData("Form.CoDefendants")]
    public async Task A_civil_case_has_neither_victims_nor_co_defendants(string field)
    {
        var caseId = await app.WageCaseAsync(1, "更民事" + field[5..]);
        var clerk = await app.AsAsync(Roles.Clerk);
        var form = await clerk.OpenAsync($"/cases/{caseId}/correct");

        var sent = await clerk.SendAsync($"/cases/{caseId}/correct", form, [(field, "某人"), ("Form.Reason", "试")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("只有刑事案件", sent.Text, StringComparison.Ordinal);
    }
}
