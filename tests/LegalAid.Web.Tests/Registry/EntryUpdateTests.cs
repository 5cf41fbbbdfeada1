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

/// <summary>A member asks at any time to have the own entry changed; the centre looks at it before it counts.</summary>
public sealed class EntryUpdateTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    private const string Page = "/registry/mine/update";

    [Fact]
    [Clause("WZ-4.3")]
    public async Task What_a_member_asks_for_counts_from_the_centres_confirmation_on_and_stays_sealed()
    {
        var member = await MemberAsync("更赵");
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        Assert.Contains("没有要更新的", (await own.SubmitAsync(Page, ("Form.Phone", "13900000000"))).Text, StringComparison.Ordinal);
        Assert.Contains("手机号应为11位", (await own.SubmitAsync(Page, ("Form.Phone", "1390000"))).Text, StringComparison.Ordinal);

        Assert.Equal("/registry/mine", (await own.SubmitAsync(Page, ("Form.Phone", "138 1234 5678"), ("Form.Address", "试验路1号"), ("Form.Specialities", "劳动争议、婚姻家庭"))).Location);

        var update = await app.InDbAsync(db => db.EntryUpdates.SingleAsync(u => u.MembershipId == member.Id));
        Assert.Equal(-1, update.NewPhone!.Bytes.AsSpan().IndexOf("13812345678"u8));
        Assert.Empty((await FoundAsync(member)).Specialities);       // nothing counts yet
        Assert.DoesNotContain("提交更新", (await own.OpenAsync(Page)).Text, StringComparison.Ordinal);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("件待核对", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        var shown = await clerk.OpenAsync($"/registry/updates/{update.Id}");
        Assert.Contains("138******78", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", shown.Html, StringComparison.Ordinal);

        Assert.Equal("/registry/updates", (await clerk.SubmitAsync($"/registry/updates/{update.Id}", ("Form.Agrees", "true"), ("Form.Note", "去电核实"))).Location);

        var found = await FoundAsync(member);
        Assert.Equal(("13812345678", "试验路1号"), (app.Cipher.Open(found.Phone), app.Cipher.Open(found.Address!)));
        Assert.Equal(["劳动争议", "婚姻家庭"], found.Specialities);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsync($"/registry/updates/{update.Id}", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Agrees", "true")])).Status);
        var lines = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == member.Id && (l.Act == Act.EntryUpdateProposed || l.Act == Act.EntryUpdated)).Select(l => l.Details).ToListAsync());
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.DoesNotContain("138", line, StringComparison.Ordinal));
        Assert.Contains("中心已经核对", (await own.OpenAsync("/inbox?unread=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-4.3")]
    public async Task Sent_back_with_a_reason_nothing_changes_and_the_member_may_ask_again()
    {
        var member = await MemberAsync("更钱");
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        await own.SubmitAsync(Page, ("Form.Languages", "温州话"));
        var update = await app.InDbAsync(db => db.EntryUpdates.SingleAsync(u => u.MembershipId == member.Id));
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("请写明理由", (await clerk.SubmitAsync($"/registry/updates/{update.Id}", ("Form.Agrees", "false"))).Text, StringComparison.Ordinal);
        await clerk.SubmitAsync($"/registry/updates/{update.Id}", ("Form.Agrees", "false"), ("Form.Note", "请先来电说明"));

        Assert.Empty((await FoundAsync(member)).Languages);
        Assert.Contains("已退回：请先来电说明", (await own.OpenAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync(Page, ("Form.Languages", "温州话"))).Status);
    }

    private async Task<Membership> MemberAsync(string name) => await app.PersonAsync(name, await app.InstitutionAsync($"浙江{name}律师事务所", InstitutionKind.LawFirm));

    private Task<Membership> FoundAsync(Membership member) => app.InDbAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Id == member.Id));
}
