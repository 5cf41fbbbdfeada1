using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Reviews;

/// <summary>The centre's head gives a case to a reviewer, who reads it without anybody's number; nobody reviews the own institution's (CF-17).</summary>
public sealed class ReviewTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Phone = "13900005678";

    [Fact]
    [Clause("CF-17")]
    public async Task A_reviewer_of_the_handlers_institution_is_refused_and_another_reads_the_case()
    {
        var (caseId, firm) = await HandledAsync("重庆评一律师事务所", "评某甲");
        var director = await app.AsAsync(Roles.Director);
        var own = await app.OfficerAsync("review.own", Roles.Reviewer, app.OfficeId, institutionId: firm);
        var other = await app.OfficerAsync("review.other", Roles.Reviewer, app.OfficeId);
        var url = $"/cases/{caseId}/review";

        var refused = await director.SubmitAsync(url, ("Form.ReviewerId", own.Id.ToString()), ("Form.DueOn", "2026-6-30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("CF-17", refused["main .refusals"].TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync(url, ("Form.ReviewerId", other.Id.ToString()), ("Form.DueOn", "2026-6-30"))).Status);

        var reviewer = await SignedInAsync("review.other");
        var link = (await reviewer.OpenAsync("/"))["main .call a"].GetAttribute("href")!;
        var page = await reviewer.OpenAsync(link);
        Assert.Contains("评某甲", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("139****", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync("review.own")).OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.OpenAsync($"/cases/{caseId}")).Status);

        var given = link["/reviews/".Length..];
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{url}?handler=TakeBack", ("ReviewId", given))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.OpenAsync(link)).Status);
        Assert.Contains(Act.ReviewTakenBack, await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == caseId).Select(l => l.Act).ToListAsync()));
    }

    private async Task<(Guid CaseId, Guid Firm)> HandledAsync(string firmName, string recipient)
    {
        var firm = await app.LawFirmAsync(firmName, "律" + recipient);
        var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).Select(m => m.Id).SingleAsync());
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var taken = (await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", recipient), ("Form.RecipientPhone", Phone)])).Location!;
        await clerk.SubmitAsync($"{taken}/decision", ("Form.Grants", "true"));
        var why = (await clerk.SubmitAsync($"/assignment{taken}/propose")).Location!;
        await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync($"{why}/handler", ("Form.HandlerId", member.ToString()))).Status);
        return (Guid.Parse(taken["/cases/".Length..]), firm.Id);
    }

    private async Task<Visitor> SignedInAsync(string userName)
    {
        var visitor = app.Anybody();
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", TestApp.Password))).Status);
        return visitor;
    }
}
