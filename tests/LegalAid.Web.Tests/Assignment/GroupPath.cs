using System.Globalization;
using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The stations of a wage case of many people: application, proposal, discussion, report.</summary>
internal static class GroupPath
{
    private const string Firm = "重庆众诉律师事务所";

    /// <summary>Taken and granted on the morning of 17 June 2026, one firm there to take it.</summary>
    public static async Task<Guid> WageCaseAsync(this TestApp app, int people, string recipient)
    {
        app.Clock.Set(2026, 6, 17, 10);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == Firm)))
        {
            await app.LawFirmAsync(Firm, "众甲", "众乙");
        }

        var clerk = await app.AsAsync(Roles.Clerk);
        var fields = TestData.Application("2026-6-17 9:00", recipient).Where(field => field.Field != "Form.Headcount");
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Headcount", people.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"))).Status);
        return NoticePath.IdOf(taken.Location!);
    }

    /// <summary>The clerk, the director and whoever else sits in the centre.</summary>
    public static async Task<List<Guid>> CentreAsync(this TestApp app)
    {
        await app.AsAsync(Roles.Clerk);
        await app.AsAsync(Roles.Director);
        return await app.InDbAsync(db => db.Users.Where(u => u.OfficeId == app.OfficeId && (u.Role == Roles.Clerk || u.Role == Roles.Director)).OrderBy(u => u.UserName).Select(u => u.Id).ToListAsync());
    }

    public static (string Field, string Value)[] Minutes(IEnumerable<Guid> present, string heldOn = "2026-6-17", string agrees = "true") =>
    [
        ("Form.HeldOn", heldOn), ("Form.Opinions", "均同意由该所承办。"), ("Form.Agrees", agrees), ("Form.Conclusion", "报区司法局决定"),
        .. present.Select(id => ("Form.Attendees", id.ToString())),
    ];

    public static async Task<WebPage> DiscussAsync(this TestApp app, string why, string heldOn = "2026-6-17", string agrees = "true", int? present = null) =>
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"{why}/discussion", Minutes((await app.CentreAsync()).Take(present ?? 2), heldOn, agrees));

    public static async Task<WebPage> AskBureauAsync(this TestApp app, string why) =>
        await (await app.AsAsync(Roles.Clerk)).PostAsync($"{why}/discussion?handler=Report", [await (await app.AsAsync(Roles.Clerk)).TokenAsync(), ("__key", Guid.CreateVersion7().ToString())]);

    /// <summary>Discussed and reported; where the why page is.</summary>
    public static async Task<string> AskedAsync(this TestApp app, Guid caseId)
    {
        var why = await app.ProposedAsync(caseId);
        Assert.Equal(HttpStatusCode.Found, (await app.DiscussAsync(why)).Status);
        Assert.Equal(HttpStatusCode.Found, (await app.AskBureauAsync(why)).Status);
        return why;
    }

    /// <summary>Decides with whatever form the page holds, or without one.</summary>
    public static async Task<WebPage> VerdictAsync(this Visitor visitor, string why, bool agrees = true, string? note = null) =>
        await visitor.PostAsync($"{why}/approval", [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Agrees", agrees ? "true" : "false"), ("Form.Note", note ?? "")]);

    public static Task<CaseAssignment> LatestAsync(this TestApp app, Guid caseId) =>
        app.InDbAsync(db => db.Assignments.AsNoTracking().Where(a => a.CaseId == caseId).OrderByDescending(a => a.Id).FirstAsync());
}
