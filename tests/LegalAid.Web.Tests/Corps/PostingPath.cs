using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Store.Corps;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Corps;

/// <summary>What the tests of posted cases do again and again, at 凯里: a case posted on 17 June at ten, open for a day.</summary>
internal static class PostingPath
{
    public static string PostingOf(Guid caseId) => $"/assignment/cases/{caseId}/posting";

    public static string BidsOf(Guid caseId) => $"/assignment/cases/{caseId}/bids";

    /// <summary>A person of the county itself, in the queue.</summary>
    public static async Task<Membership> LocalAsync(this TestApp app, string name, Action<Membership>? but = null) =>
        await app.PersonAsync(name, await app.InstitutionAsync($"贵州{name}律师事务所", InstitutionKind.LawFirm), but);

    /// <summary>A person of another county who said to be willing.</summary>
    public static async Task<Membership> FromElsewhereAsync(this TestApp app, string name)
    {
        var firm = await app.InstitutionAsync($"贵州{name}律师事务所", InstitutionKind.LawFirm);
        await app.InDbAsync(db => db.Institutions.Where(i => i.Id == firm.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, "贵州省黔东南州雷山县")));
        return await app.PersonAsync(name, firm, m => m.WillingFromElsewhereOn = new(2026, 6, 1));
    }

    /// <summary>The prefecture's head records that a member of a county's roster joined the corps.</summary>
    public static async Task<WebPage> JoinsCorpsAsync(this TestApp app, Membership member, string on = "2026-6-17") =>
        await (await app.PrefectureAsync()).SubmitAsync($"/corps/people/{member.Id}", ("Form.On", on), ("Form.Evidence", "州局 2026 年成员名单"));

    public static async Task<Visitor> PrefectureAsync(this TestApp app) => await app.AsAsync(Roles.Director, await app.OfficeIdAsync("QDN"));

    public static Task<Guid> OfficeIdAsync(this TestApp app, string code) => app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());

    public static async Task<WebPage> PostAsync(this TestApp app, Guid caseId, params (string Field, string Value)[] but)
    {
        (string Field, string Value)[] whole = [("Form.Requirement", "劳动仲裁，两年以上经验"), ("Form.Rate", "每件 1200 元"), ("Form.ClosesAtUtc", "2026-6-18 10:00"), .. but];
        return await (await app.AsAsync(Roles.Clerk)).SubmitAsync(PostingOf(caseId), [.. whole.GroupBy(field => field.Field, StringComparer.Ordinal).Select(group => group.Last())]);
    }

    /// <summary>A granted case, posted.</summary>
    public static async Task<Guid> PostedAsync(this TestApp app, string recipient)
    {
        app.Clock.Set(2026, 6, 17);
        var caseId = await app.GrantedAsync(recipient);
        var posted = await app.PostAsync(caseId);
        Assert.True(posted.Status == HttpStatusCode.Found, posted.Text);
        return caseId;
    }

    public static Task<CasePosting> PostingAsync(this TestApp app, Guid caseId) =>
        app.InDbAsync(db => db.CasePostings.AsNoTracking().Include(p => p.Bids).OrderByDescending(p => p.OpenedAtUtc).FirstAsync(p => p.CaseId == caseId));

    public static Task<Visitor> VisitorAsync(this TestApp app, Membership member) => app.AsAsync(Roles.Practitioner, member.OfficeId, membershipId: member.Id);

    public static async Task<WebPage> BidAsync(this TestApp app, Membership member, Guid caseId, bool takesBack = false) =>
        await (await app.VisitorAsync(member)).PostedAsync("/postings", ("Form.PostingId", (await app.PostingAsync(caseId)).Id.ToString()), ("Form.TakesBack", takesBack ? "true" : "false"));

    public static async Task<WebPage> ChooseAsync(this TestApp app, Guid caseId, string reason, params Membership[] best) =>
        await (await app.AsAsync(Roles.Clerk)).PostedAsync(BidsOf(caseId), [("Form.Reason", reason), .. best.Select(member => ("Form.Best", member.Id.ToString()))]);
}
