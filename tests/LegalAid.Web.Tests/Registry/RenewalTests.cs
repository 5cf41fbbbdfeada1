using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>A round of renewal in which many are kept with one click.</summary>
public sealed class RenewalTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-4.2")]
    public async Task Those_who_confirmed_and_nothing_speaks_against_are_kept_together_or_not_at_all()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江同续律师事务所", InstitutionKind.LawFirm);
        Membership[] members = [await app.PersonAsync("同赵", firm), await app.PersonAsync("同钱", firm), await app.PersonAsync("同孙", firm), await app.PersonAsync("同李", firm)];
        var (director, clerk) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Clerk));
        await director.SubmitAsync("/registry/renewals", ("Form.Reason", "试运行"));
        var entries = await app.InDbAsync(db => db.Renewals.AsNoTracking().Where(r => r.Outcome == RenewalOutcome.Waiting).ToListAsync());
        Guid[] ids = [.. members.Select(member => entries.Find(entry => entry.MembershipId == member.Id)!.Id)];
        foreach (var (member, statement) in members.Zip(["", "", "专长有误"]))
        {
            await (await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id)).SubmitAsync("/registry/mine", ("Confirmed.Statement", statement));
        }

        var offered = (await director.OpenAsync("/registry/renewals")).Document.QuerySelectorAll("[name='Kept.Ids']").Select(box => Guid.Parse(box.GetAttribute("value")!)).ToHashSet();
        Assert.Equal([true, true, false, false], ids.Select(offered.Contains));         // a statement is looked at alone; who has not confirmed too
        Assert.Empty((await clerk.OpenAsync("/registry/renewals")).Document.QuerySelectorAll("[name='Kept.Ids']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await KeepAsync(clerk, ids[0])).Status);

        Assert.Contains("请勾选要决定的人员", (await KeepAsync(director)).Text, StringComparison.Ordinal);
        Assert.Contains("本人还没有确认档案", (await KeepAsync(director, ids[0], ids[3])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await KeepAsync(director, ids[0], Guid.CreateVersion7())).Status);
        Assert.True(await app.InDbAsync(db => db.Renewals.AnyAsync(r => r.Id == ids[0] && r.Outcome == RenewalOutcome.Waiting)));
        var both = await Task.WhenAll(KeepAsync(director, ids[0], ids[1]), KeepAsync(await app.AsAsync(Roles.Director), ids[0], ids[1]));

        Assert.Single(both, answer => answer.Status == HttpStatusCode.Found);
        Assert.Equal(2, await app.InDbAsync(db => db.Renewals.CountAsync(r => ids.Contains(r.Id) && r.Outcome == RenewalOutcome.Kept)));
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(line => line.Act == Act.MemberRenewed && members.Select(member => member.Id).Contains(line.SubjectId))));
    }

    private static async Task<WebPage> KeepAsync(Visitor officer, params Guid[] ids) =>
        await officer.PostAsync("/registry/renewals?handler=Keep", [await officer.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. ids.Select(id => ("Kept.Ids", id.ToString()))]);
}
