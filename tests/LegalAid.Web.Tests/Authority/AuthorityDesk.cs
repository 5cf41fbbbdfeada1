using System.Net;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Authority;

/// <summary>The stations of an authority over HTTP.</summary>
internal static class AuthorityDesk
{
    public static Task<WebPage> GrantAsync(Visitor granter, Guid officerId, string letter, string first, string last, params string[] powers) =>
        granter.SubmitAsync("/authority/new", [
            ("Form.OfficerId", officerId.ToString()), ("Form.LetterNumber", letter), ("Form.FirstDay", first), ("Form.LastDay", last),
            .. powers.Select(power => ($"Form.{power}", "true"))]);

    public static async Task<ActingAuthority> GrantedAsync(this TestApp app, Guid officerId, string letter, string first, string last, params string[] powers)
    {
        var granted = await GrantAsync(await app.AsAsync(Roles.Director), officerId, letter, first, last, powers);
        Assert.Equal((HttpStatusCode.Found, "/authority"), (granted.Status, granted.Location));
        return await app.InDbAsync(db => db.ActingAuthorities.AsNoTracking().SingleAsync(a => a.LetterNumber == letter));
    }

    /// <summary>A case somebody else proposed for; where the why page is.</summary>
    public static async Task<(Guid CaseId, string Why)> ProposedCaseAsync(this TestApp app, string number, Visitor? proposer = null)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆代行律师事务所")))
        {
            await app.LawFirmAsync("重庆代行律师事务所", "行甲", "行乙");
        }

        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        var proposed = await (proposer ?? await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/cases/{caseId}/propose");
        return (caseId, proposed.Location!);
    }
}
