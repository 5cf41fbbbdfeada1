using System.Net;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The stations of a notice's case, each done by the one who does it, at the moment the test's clock shows.</summary>
internal static class NoticePath
{
    public static async Task<Guid> RegisteredAsync(this TestApp app, string number, string receivedAt)
    {
        var registered = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）渝0109刑初{number}号", receivedAt));
        Assert.Equal(HttpStatusCode.Found, registered.Status);
        return Guid.Parse(registered.Location!["/cases/".Length..]);
    }

    /// <summary>Where the why page of the proposal is.</summary>
    public static async Task<string> ProposedAsync(this TestApp app, Guid caseId)
    {
        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/cases/{caseId}/propose");
        Assert.Equal(HttpStatusCode.Found, proposed.Status);
        return proposed.Location!;
    }

    public static async Task DecideAsync(this TestApp app, string why, bool agrees = true)
    {
        var decided = await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", agrees ? "true" : "false"), ("Form.Note", "意见"));
        Assert.Equal(HttpStatusCode.Found, decided.Status);
    }

    /// <summary>The institution names the first of its people.</summary>
    public static async Task NameAsync(this TestApp app, string why)
    {
        var id = IdOf(why);
        var (institution, member) = await app.InDbAsync(async db =>
        {
            var institution = await db.Assignments.Where(a => a.Id == id).Select(a => a.InstitutionId).SingleAsync();
            return (institution, await db.Memberships.Where(m => m.InstitutionId == institution).OrderBy(m => m.LicenceNumber).Select(m => m.Id).FirstAsync());
        });
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: institution);
        Assert.Equal($"{why}/notice", (await administrator.SubmitAsync($"{why}/handler", ("Form.HandlerId", member.ToString()))).Location);
    }

    public static async Task ReplyAsync(this TestApp app, string why) =>
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"{why}/reply")).Status);

    public static async Task<WebPage> ReceiptAsync(this TestApp app, string why, string receivedAt, string by = "收发室") =>
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"{why}/reply", ("Form.ReceivedAtUtc", receivedAt), ("Form.ReceivedBy", by));

    public static Guid IdOf(string url) => Guid.Parse(url[(url.LastIndexOf('/') + 1)..]);
}
