using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Somebody is removed from the pool.</summary>
public sealed class RemovalTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-28.1", "WZ-28.2", "WZ-28.6", "WZ-29.2a", "WZ-29.2b")]
    public async Task A_removal_ends_everything_at_once_and_tells_until_when_it_bars()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("清赵", await app.InstitutionAsync("浙江清一律师事务所", InstitutionKind.LawFirm), m => m.Specialities = ["清退试验"]);
        Assert.Contains("清赵", (await app.Anybody().OpenAsync("/public/WZ/people?speciality=清退试验")).Text, StringComparison.Ordinal);
        var url = await ProposedAsync(member, "2026-6-17");
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        Assert.Contains("还不能决定", (await DecideAsync(url)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync("/registry/mine", ("Stated.Statement", "数字有误"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(url)).Status);

        var now = await app.InDbAsync(db => db.Memberships.Include(m => m.Standings).AsNoTracking().SingleAsync(m => m.Id == member.Id));
        Assert.Equal(((DateOnly?)app.Clock.Today, 2, true), (now.LeftOn, now.Standings.Count, now.Standings.TrueForAll(s => s.LeftOn == app.Clock.Today)));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null)));
        Assert.DoesNotContain("清赵", (await app.Anybody().OpenAsync("/public/WZ/people?speciality=清退试验")).Text, StringComparison.Ordinal);
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync(url);
        Assert.Contains("援清字〔2026〕第", page.Text, StringComparison.Ordinal);
        Assert.Contains("至2029年6月17日不得重新申请", page.Text, StringComparison.Ordinal);
        Assert.Contains("禁入期内", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-28.6")]
    public async Task A_roster_brings_nobody_back_who_is_barred_under_whatever_name_and_licence()
    {
        app.Clock.Set(2026, 6, 17);
        var told = TestRoster.Person(81) with { Institution = "浙江清册律师事务所" };
        await ImportAsync(told);
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.LicenceNumber == told.Licence));
        var url = await ProposedAsync(member, "2026-6-11");
        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(url)).Status);

        var renamed = told with { Name = "试改名", Licence = TestRoster.Person(82).Licence };
        var preview = await RegistryPages.UploadAsync(await app.AsAsync(Roles.Clerk), "/registry/import", "Roster", TestRoster.File(renamed));

        Assert.Contains("2026-06-17被本机构清退", preview.Text, StringComparison.Ordinal);
        Assert.NotNull(await app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.LeftOn).SingleAsync()));
    }

    [Fact]
    [Clause("WZ-29.2a")]
    public async Task Two_people_remove_each_receives_it_and_an_objection_may_undo_it()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("清钱", await app.InstitutionAsync("浙江清二律师事务所", InstitutionKind.LawFirm));
        var director = await app.AsAsync(Roles.Director);
        var proposed = await director.SubmitAsync($"/registry/people/{member.Id}/removal", [.. Ground, ("Form.ToldOn", "2026-6-1")]);
        Assert.Contains("不能同时决定", (await DecideAsync(proposed.Location!)).Text, StringComparison.Ordinal);
        await app.InDbAsync(db => db.RemovalProposals.Where(p => p.MembershipId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.ProposedById, Guid.CreateVersion7())));
        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(proposed.Location!)).Status);
        Assert.Equal("RemovalProposed RemovalDecided; RemovalDecided", await ToldAsync(member));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Contains("决定之日", (await clerk.SubmitAsync(proposed.Location!, ("Served.PersonOn", "2026-6-16"))).Text, StringComparison.Ordinal);
        await clerk.SubmitAsync(proposed.Location!, ("Served.PersonOn", "2026-6-17"), ("Served.InstitutionOn", "2026-6-17"), ("Served.Objection", "事实不符"));

        var undone = await director.SubmitAsync(proposed.Location!, ("Undone.Reason", "复核属实"));

        Assert.Equal(HttpStatusCode.Found, undone.Status);
        Assert.Equal("RemovalProposed RemovalDecided RemovalRevoked; RemovalDecided RemovalRevoked", await ToldAsync(member));
        var now = await app.InDbAsync(db => db.Memberships.Include(m => m.Standings).AsNoTracking().SingleAsync(m => m.Id == member.Id));
        Assert.Equal((null, true), (now.LeftOn, now.Standings.TrueForAll(s => s.LeftOn is null)));
        Assert.NotNull(await app.InDbAsync(db => db.PoolRemovals.Where(r => r.MembershipId == member.Id).Select(r => r.RevokedAtUtc).SingleAsync()));
        Assert.Equal(2, await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null)));       // one in each queue
    }

    [Fact]
    [Clause("WZ-28.5")]
    public async Task Grave_harm_of_another_kind_is_a_persons_finding_with_the_facts_written_down()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("清孙", await app.InstitutionAsync("浙江清三律师事务所", InstitutionKind.LawFirm));
        var url = $"/registry/people/{member.Id}/removal";
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Ground", "GraveHarm"), ("Form.Cited", "办法第二十八条第五项"), ("Form.Reason", ""), ("Form.ToldOn", "2026-6-1"))).Status);

        var proposed = await clerk.SubmitAsync(url, ("Form.Ground", "GraveHarm"), ("Form.Cited", "办法第二十八条第五项"), ("Form.Reason", "遗失卷宗，致当事人败诉"), ("Form.ToldOn", "2026-6-1"));
        Assert.Equal(HttpStatusCode.Found, (await DecideAsync(proposed.Location!)).Status);

        var removal = await app.InDbAsync(db => db.PoolRemovals.SingleAsync(r => r.MembershipId == member.Id));
        Assert.Equal((RemovalGround.GraveHarm, "遗失卷宗，致当事人败诉"), (removal.Ground, removal.Reason));
        Assert.Contains("造成重大不良影响和损失", (await clerk.OpenAsync(proposed.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_suspension_is_told_once_the_day_after_it()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("停李", await app.InstitutionAsync("浙江停一律师事务所", InstitutionKind.LawFirm));
        await app.InDbAsync(db =>
        {
            db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = AbsenceKind.Suspension, FirstDay = new(2026, 6, 1), LastDay = new(2026, 6, 17), Reason = "整改" });
            db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = AbsenceKind.Suspension, FirstDay = new(2025, 6, 1), LastDay = new(2025, 6, 17), Reason = "很久以前" });
            return db.SaveChangesAsync();
        });

        await LookAsync();
        Assert.Equal("; ", await ToldAsync(member));        // the last day itself is still a day of suspension
        app.Clock.Set(2026, 6, 18);
        await LookAsync();
        await LookAsync();

        Assert.Equal("SuspensionOver; SuspensionOver", await ToldAsync(member));
        Assert.Contains("您的暂停已经结束", (await (await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id)).OpenAsync("/inbox")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    private async Task LookAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellOfSuspensions>().RunAsync(default);
    }

    // What the member was told, and the institution.
    private Task<string> ToldAsync(Membership member) => app.InDbAsync(async db =>
    {
        var told = await db.Notices.Where(n => n.MembershipId == member.Id || n.InstitutionId == member.InstitutionId).OrderBy(n => n.WrittenAtUtc).ThenBy(n => n.Id).ToListAsync();
        return $"{string.Join(' ', told.Where(n => n.MembershipId != null).Select(n => n.Kind))}; {string.Join(' ', told.Where(n => n.InstitutionId != null).Select(n => n.Kind))}";
    });

    private static (string, string)[] Ground => [("Form.Ground", "GraveBreach"), ("Form.Cited", "办法第二十八条第二项"), ("Form.Reason", "值班脱岗三次，责令整改后再犯")];

    private async Task<string> ProposedAsync(Membership member, string toldOn)
    {
        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/people/{member.Id}/removal", [.. Ground, ("Form.ToldOn", toldOn)]);
        Assert.True(proposed.Status == HttpStatusCode.Found, proposed.Text);
        return proposed.Location!;
    }

    private async Task<WebPage> DecideAsync(string url) =>
        await (await app.AsAsync(Roles.Director)).SubmitAsync(url, ("Form.Note", "情节严重"), ("Form.Agrees", "true"));

    private async Task ImportAsync(TestPerson told)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await RegistryPages.ConfirmAsync(clerk, await RegistryPages.UploadAsync(clerk, "/registry/import", "Roster", TestRoster.File(told)));
    }
}
