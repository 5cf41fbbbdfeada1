using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>A removal meets a leaving of another kind: neither undoes or hides the other.</summary>
public sealed class RevokedRemovalTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    private static readonly byte[] Pdf = "%PDF-1.7 退出申请书"u8.ToArray();

    [Theory]
    [InlineData("2026-7-31")]       // agreed to before, for a day ahead
    [InlineData("2026-6-17")]       // takes effect on the day of the removal
    [Clause("WZ-26.1", "WZ-29.2a")]
    public async Task A_removal_given_up_leaves_an_exit_agreed_to_before_as_it_was(string exits)
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync($"并赵{exits}", await app.InstitutionAsync($"浙江并{exits}律师事务所", InstitutionKind.LawFirm));
        var removal = await ProposedAsync(member);
        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/exits/{await AppliedAsync(member)}", ("Form.Day", exits), ("Form.Agrees", "true"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(removal)).Status);
        Assert.Equal(app.Clock.Today, (await NowAsync(member)).LeftOn);
        app.Clock.Set(2026, 6, 20);

        var undone = await (await app.AsAsync(Roles.Director)).SubmitAsync(removal, ("Undone.Reason", "复核属实"));
        app.Clock.Set(2026, 6, 17);

        Assert.Equal(HttpStatusCode.Found, undone.Status);
        var (now, leaves) = (await NowAsync(member), (DateOnly?)DateOnly.Parse(exits));
        Assert.Equal((leaves, true), (now.LeftOn, now.Standings.TrueForAll(s => s.LeftOn == leaves)));
        Assert.All(await app.InDbAsync(db => db.QueuePlaces.Where(p => p.MembershipId == member.Id).Select(p => p.ClosedOn).ToListAsync()), closed => Assert.Equal(leaves, closed));
    }

    [Theory]
    [InlineData("removal")]
    [InlineData("closing")]
    [InlineData("departure")]
    [Clause("WZ-26.1", "WZ-29.1b")]
    public async Task An_application_to_leave_is_overtaken_by_whatever_else_ends_the_membership(string what)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync($"浙江{what}律师事务所", InstitutionKind.LawFirm);
        var member = await app.PersonAsync($"超{what}", firm);
        var exit = $"/registry/exits/{await AppliedAsync(member)}";
        var director = await app.AsAsync(Roles.Director);
        Assert.Contains("1 件待您审批", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);

        var left = what switch
        {
            "removal" => await DecideAsync(await ProposedAsync(member)),
            "closing" => await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/institutions/{firm.Id}/close", ("Form.Kind", "Dissolved"), ("Form.Day", "2026-6-17"), ("Form.Reason", "注销公告")),
            _ => await director.SubmitAsync($"/registry/people/{member.Id}/departure", ("Form.Ground", "Mistake"), ("Form.Day", "2026-6-18"), ("Form.Reason", "录错了人")),
        };

        Assert.True(left.Status == HttpStatusCode.Found, left.Text);
        var page = await director.OpenAsync(exit);
        Assert.Contains("已因其他原因离库", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("同意退出", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("件待您审批", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("已经决定", (await DeclineDesk.PostedAsync(director, exit, ("Form.Agrees", "true"))).Text, StringComparison.Ordinal);
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        Assert.Contains("已因其他原因离库", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PractitionerKind.Volunteer, "纸赵，志愿者，")]
    [InlineData(PractitionerKind.CentreStaff, "纸赵，中心工作人员，")]
    [InlineData(PractitionerKind.Lawyer, "纸赵，执业证号 15001")]
    [Clause("WZ-29.2a")]
    public async Task The_decision_names_whom_it_removes_with_or_without_a_licence(PractitionerKind kind, string begins)
    {
        app.Clock.Set(2026, 6, 17);
        var home = await app.InstitutionAsync($"温州{kind}", RosterAdmission.HomeOf(kind));
        var member = await app.MemberAsync("纸赵", home, m => (m.Kind, m.LicenceNumber) = (kind, kind == PractitionerKind.Lawyer ? m.LicenceNumber : ""));
        var removal = await ProposedAsync(member);

        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(removal)).Status);

        Assert.Contains(begins, (await (await app.AsAsync(Roles.Director)).OpenAsync(removal))["#paper"].TextContent, StringComparison.Ordinal);
    }

    private async Task<Guid> AppliedAsync(Membership member)
    {
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        Assert.Equal(HttpStatusCode.Found, (await own.UploadAsync("/registry/mine/exit", "Form.Letter", "申请.pdf", Pdf, ("Form.Ground", "OwnWill"), ("Form.Reason", "转往外地执业"))).Status);
        return await app.InDbAsync(db => db.PoolExits.Where(e => e.MembershipId == member.Id).Select(e => e.Id).SingleAsync());
    }

    private async Task<string> ProposedAsync(Membership member)
    {
        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync(
            $"/registry/people/{member.Id}/removal", ("Form.Ground", "GraveBreach"), ("Form.Cited", "办法第二十八条第二项"), ("Form.Reason", "值班脱岗三次，责令整改后再犯"), ("Form.ToldOn", "2026-6-1"));
        Assert.True(proposed.Status == HttpStatusCode.Found, proposed.Text);
        return proposed.Location!;
    }

    private async Task<WebPage> DecideAsync(string url) => await (await app.AsAsync(Roles.Director)).SubmitAsync(url, ("Form.Note", "情节严重"), ("Form.Agrees", "true"));

    private Task<Membership> NowAsync(Membership member) => app.InDbAsync(db => db.Memberships.Include(m => m.Standings).AsNoTracking().SingleAsync(m => m.Id == member.Id));
}
