using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Two handlers of one case: who leads and who stands in (QDN-4.4), named by the institution.</summary>
public sealed class HandlerPairTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("QDN-4.4", "BB-10.3")]
    public async Task An_institution_names_a_leading_handler_and_an_assistant_and_every_page_tells_them_apart()
    {
        app.Clock.Set(2026, 6, 17, 10);
        await app.LawFirmAsync("重庆双岗律师事务所", "岗某甲", "岗某乙");
        var agreed = await app.AgreedAsync("双岗");
        var people = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == agreed.InstitutionId).Select(m => new { m.Person.Name, m.Id }).ToDictionaryAsync(m => m.Name, m => m.Id));
        var firm = await agreed.ReceiverAsync();

        IsDone(await firm.SubmitAsync($"{agreed.Url}/handler", ("Form.HandlerId", people["岗某乙"].ToString()), ("Form.SecondHandlerId", people["岗某甲"].ToString())));

        const string told = "岗某乙（主办，A岗）、岗某甲（协办，B岗）";
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains($"承办人为{told}", (await firm.OpenAsync($"{agreed.Url}/notice")).Text, StringComparison.Ordinal);
        Assert.Contains(told, (await clerk.OpenAsync($"/cases/{agreed.CaseId}")).Text, StringComparison.Ordinal);
        Assert.Contains(told, (await clerk.OpenAsync(agreed.Url)).Text, StringComparison.Ordinal);
        Assert.Equal([(people["岗某乙"], HandlerRole.Lead), (people["岗某甲"], HandlerRole.Assistant)], await HandlersAsync(app, agreed.Id));
    }

    internal static Task<List<(Guid, HandlerRole)>> HandlersAsync(TestApp app, Guid assignmentId) =>
        app.InDbAsync(async db => (await db.CaseHandlers.Where(h => h.AssignmentId == assignmentId).OrderBy(h => h.Role == HandlerRole.Assistant).ToListAsync()).ConvertAll(h => (h.MembershipId, h.Role)));
}

/// <summary>The same where the turn goes to persons: the assistant is named with the approval.</summary>
public sealed class HandlerPairByApprovalTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.4")]
    public async Task The_director_names_a_colleague_beside_the_person_the_turn_fell_to()
    {
        var (why, people) = await ProposedAsync("双甲", people: 10);
        var (director, first) = (await app.AsAsync(Roles.Director), await app.LatestAsync(await CaseOfAsync(why)));
        var second = people.Single(id => id != first.MembershipId);

        IsDone(await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"), ("Form.AssistantId", second.ToString())));

        Assert.Equal([(first.MembershipId!.Value, HandlerRole.Lead), (second, HandlerRole.Assistant)], await HandlerPairTests.HandlersAsync(app, first.Id));
        Assert.Contains("（协办，B岗）", (await director.OpenAsync($"{why}/notice")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QDN-4.4")]
    public async Task One_person_of_a_small_case_stays_alone()
    {
        var (why, people) = await ProposedAsync("双乙", people: 9);
        var (director, first) = (await app.AsAsync(Roles.Director), await app.LatestAsync(await CaseOfAsync(why)));
        Assert.Null((await director.OpenAsync($"{why}/approval")).Document.QuerySelector("[name='Form.AssistantId']"));

        IsRefused(await director.PostedAsync($"{why}/approval", ("Form.Agrees", "true"), ("Form.AssistantId", people.Single(id => id != first.MembershipId).ToString())), "每件案件由1名承办人办理");
        IsDone(await director.PostedAsync($"{why}/approval", ("Form.Agrees", "true")));

        Assert.Equal([(first.MembershipId!.Value, HandlerRole.Lead)], await HandlerPairTests.HandlersAsync(app, first.Id));
    }

    private Task<Guid> CaseOfAsync(string why) => app.InDbAsync(db => db.Assignments.Where(a => a.Id == NoticePath.IdOf(why)).Select(a => a.CaseId).SingleAsync());

    private async Task<(string Why, List<Guid> People)> ProposedAsync(string recipient, int people)
    {
        app.Clock.Set(2026, 6, 17, 10);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "贵州双岗律师事务所")))
        {
            var firm = await app.InstitutionAsync("贵州双岗律师事务所", InstitutionKind.LawFirm);
            await app.PersonAsync("双赵", firm);
            await app.PersonAsync("双钱", firm);
        }

        var clerk = await app.AsAsync(Roles.Clerk);
        var fields = TestData.Application("2026-6-17 9:00", recipient).Where(field => field.Field != "Form.Headcount");
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Headcount", $"{people}")]);
        IsDone(await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true")));
        var sent = await clerk.SubmitAsync(ProposalOf(NoticePath.IdOf(taken.Location!)));
        IsDone(sent);
        return (sent.Location!, await app.InDbAsync(db => db.Memberships.Where(m => m.Institution.Name == "贵州双岗律师事务所").Select(m => m.Id).ToListAsync()));
    }
}
