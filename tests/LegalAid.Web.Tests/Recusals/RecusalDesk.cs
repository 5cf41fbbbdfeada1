using System.Net;
using System.Security.Cryptography;
using System.Text;
using LegalAid.Store.Offices;
using LegalAid.Store.Recusals;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Recusals;

/// <summary>The stations of a recusal over HTTP.</summary>
internal static class RecusalDesk
{
    /// <summary>An officer with a name of their own, signed in.</summary>
    public static async Task<(Visitor Desk, Officer Officer)> OfficerNamedAsync(this TestApp app, string role, string name)
    {
        var userName = $"{role}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12]}";
        var desk = await app.AsAsync(role, app.OfficeId, name: userName);
        var officer = await app.InDbAsync(async db =>
        {
            var found = await db.Users.SingleAsync(u => u.UserName == userName);
            found.DisplayName = name;
            await db.SaveChangesAsync();
            return found;
        });
        return (desk, officer);
    }

    public static async Task<WebPage> DeclareAsync(this TestApp app, Visitor desk, Guid caseId, string relation, string? party = "陈某甲", Guid? officerId = null, string? other = null)
    {
        var partyId = await app.InDbAsync(db => db.CaseParties.Where(p => p.CaseId == caseId && p.Name == party).Select(p => (Guid?)p.Id).FirstOrDefaultAsync());
        (string Field, string Value)[] fields = [("Form.Relation", relation), ("Form.PartyId", partyId?.ToString() ?? ""), ("Form.Other", other ?? ""), ("Form.Reason", "如实申报")];
        return await desk.SubmitAsync($"/cases/{caseId}/recusal", officerId is { } id ? [.. fields, ("Form.OfficerId", id.ToString())] : fields);
    }

    public static Task<Recusal> RecusalAsync(this TestApp app, Guid caseId, Guid officerId) =>
        app.InDbAsync(db => db.Recusals.AsNoTracking().Where(r => r.CaseId == caseId && r.OfficerId == officerId).OrderByDescending(r => r.DeclaredAtUtc).ThenByDescending(r => r.Id).FirstAsync());

    public static async Task DecideAsync(Visitor desk, Guid recusalId, bool grants)
    {
        var decided = await desk.SubmitAsync($"/recusals/{recusalId}", ("Form.Grants", grants ? "true" : "false"), ("Form.Reason", "经核实"));
        Assert.Equal((HttpStatusCode.Found, "/recusals"), (decided.Status, decided.Location));
    }

    public static async Task<WebPage> PostAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
