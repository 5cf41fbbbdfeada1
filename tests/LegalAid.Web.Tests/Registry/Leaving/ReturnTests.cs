using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>At 温州 leaving is an exit with letter and consent; what is none the head records, and a mistake is soon taken back.</summary>
public sealed class ReturnTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Theory]
    [InlineData("2026-06-18", 18, 0)]       // on its day
    [InlineData("2026-06-17", 17, 7)]       // a week after it was recorded
    public async Task A_departure_recorded_by_mistake_is_taken_back_with_its_balance(string day, int recordedOn, int daysLater)
    {
        app.Clock.Set(2026, 6, 17);
        var mark = $"{day[^2..]}{recordedOn}";
        var firm = await app.InstitutionAsync($"浙江回{mark}律师事务所", InstitutionKind.LawFirm);
        var person = await app.PersonAsync($"回{mark}", firm);
        await app.PersonAsync($"伴{mark}", firm);        // alone in the queue, a turn would cost nothing
        await DepartureTests.AssignedAsync(app, $"回甲{mark}", person);
        app.Clock.Set(2026, 6, recordedOn);
        var before = await DepartureTests.BalanceAsync(app, person, closed: false);
        Assert.NotEqual(0, before);
        await RecordAsync(person, day);
        app.Clock.Set(2026, 6, recordedOn + daysLater);

        var back = await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/people/{person.Id}/return", ("Form.Reason", "录错了人"));

        Assert.Equal($"/registry/people/{person.Id}", back.Location);
        Assert.Equal(before, await DepartureTests.BalanceAsync(app, person, closed: false));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.Id == person.Id));
        Assert.Equal((null, person.JoinedOn), (member.LeftOn, member.JoinedOn));
        var acts = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == person.Id).OrderBy(l => l.Id).Select(l => l.Act).ToListAsync());
        Assert.Equal([Act.MemberLeft, Act.DepartureWithdrawn], acts);
    }

    [Fact]
    public async Task After_a_week_the_head_takes_it_back_and_after_ninety_days_nobody_does()
    {
        app.Clock.Set(2026, 6, 17);
        var person = await app.MemberAsync("回久", await app.InstitutionAsync("浙江回久律师事务所", InstitutionKind.LawFirm));
        await RecordAsync(person, "2026-6-17");
        var url = $"/registry/people/{person.Id}/return";

        app.Clock.Set(2026, 6, 25);
        Assert.Contains("由中心负责人撤回", (await PostedAsync(Roles.Clerk, url)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 9, 16);
        Assert.Contains("须重新申请入库", (await PostedAsync(Roles.Director, url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("撤回离开登记</a>", (await (await app.AsAsync(Roles.Director)).OpenAsync($"/registry/people/{person.Id}")).Html, StringComparison.Ordinal);
        app.Clock.Set(2026, 9, 15);
        Assert.Equal(HttpStatusCode.Found, (await PostedAsync(Roles.Director, url)).Status);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    [Clause("WZ-26.1", "WZ-29.1a", "WZ-29.1b")]
    public async Task Nobody_leaves_past_letter_and_consent_and_the_head_records_what_is_no_exit()
    {
        app.Clock.Set(2026, 6, 17);
        var person = await app.MemberAsync("回亡", await app.InstitutionAsync("浙江回亡律师事务所", InstitutionKind.LawFirm));
        var (clerk, head, url) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), $"/registry/people/{person.Id}/departure");
        (string, string)[] told = [("Form.Day", "2026-6-17"), ("Form.Reason", "讣告")];

        Assert.Contains("退出须由本人申请、负责人同意", (await clerk.SubmitAsync(url, [.. told, ("Form.Ground", "Death")])).Text, StringComparison.Ordinal);
        Assert.Contains("请选择死亡或者误登", (await head.SubmitAsync(url, told)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登记离开</a>", (await clerk.OpenAsync($"/registry/people/{person.Id}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await head.SubmitAsync(url, [.. told, ("Form.Ground", "Death")])).Status);

        Assert.Equal("死亡：讣告", await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == person.Id && l.Act == Act.MemberLeft).Select(l => l.Reason).SingleAsync()));
        Assert.False(await app.InDbAsync(db => db.Notices.AnyAsync(n => n.MembershipId == person.Id)));
    }

    [Fact]
    [Clause("WZ-29.1b")]
    public async Task Who_exited_is_told_and_no_click_brings_them_back()
    {
        app.Clock.Set(2026, 6, 17);
        var person = await app.MemberAsync("回退", await app.InstitutionAsync("浙江回退律师事务所", InstitutionKind.LawFirm));
        await (await app.AsAsync(Roles.Clerk)).UploadAsync($"/registry/people/{person.Id}/exit", "Form.Letter", "申请.pdf", "%PDF-1.7 退出申请书"u8.ToArray(), ("Form.Ground", "OwnWill"), ("Form.Reason", "转往外地执业"));
        var exit = await app.InDbAsync(db => db.PoolExits.SingleAsync(e => e.MembershipId == person.Id));
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/exits/{exit.Id}", ("Form.Day", "2026-6-17"), ("Form.Agrees", "true"));

        Assert.Contains("此人因退出离库，不能撤回", (await PostedAsync(Roles.Director, $"/registry/people/{person.Id}/return")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Notices.CountAsync(n => n.MembershipId == person.Id && n.Kind == NoticeKind.ExitDecided)));
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: person.Id)).OpenAsync("/inbox")).Status);
    }

    [Fact]
    [Clause("WZ-28.6")]
    public async Task Who_was_removed_comes_back_by_a_new_application_the_day_after_the_third_anniversary()
    {
        app.Clock.Set(2026, 6, 17);
        var person = await app.MemberAsync("回清", await app.InstitutionAsync("浙江回清律师事务所", InstitutionKind.LawFirm));
        await RemovedAsync(person);
        Assert.Contains("不得重新入库", (await PostedAsync(Roles.Director, $"/registry/people/{person.Id}/return")).Text, StringComparison.Ordinal);
        app.Clock.Set(2029, 6, 18);
        Assert.Contains("此人因清退离库", (await PostedAsync(Roles.Director, $"/registry/people/{person.Id}/return")).Text, StringComparison.Ordinal);

        Assert.Contains("被本机构清退", (await ChosenAsync(person, new(2029, 6, 17))).Text, StringComparison.Ordinal);
        Assert.NotNull(await app.InDbAsync(db => db.Memberships.Where(m => m.Id == person.Id).Select(m => m.LeftOn).SingleAsync()));
        var accepted = await ChosenAsync(person, new(2029, 6, 18));

        Assert.Equal(HttpStatusCode.Found, accepted.Status);
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync(accepted.Location!.Replace("/comparison", "/results/admit", StringComparison.Ordinal))).Status);
        var again = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.Id == person.Id));
        Assert.Equal((null, app.Clock.Today), (again.LeftOn, again.JoinedOn));
        app.Clock.Set(2026, 6, 17);
    }

    // Applies in a channel of its own, found good in everything a person confirms.
    private async Task<WebPage> ChosenAsync(Membership person, DateOnly day)
    {
        app.Clock.Set(day.Year, day.Month, day.Day);
        var (channel, firm) = (await app.ChannelAsync(), await app.InDbAsync(db => db.Institutions.SingleAsync(i => i.Id == person.InstitutionId)));
        var known = await app.InDbAsync(db => db.Persons.SingleAsync(p => p.Id == person.PersonId));
        var application = await app.ApplicationAsync(channel, firm, known.Name, a =>
        {
            (a.IdentityNumber, a.IdentityIndex, a.LicenceNumber) = (known.IdentityNumber, known.IdentityIndex, person.LicenceNumber);
            a.SubmittedAtUtc = app.Clock.UtcNow;
        });
        await app.VettedAsync(application);
        return await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/rounds/{channel.Id}/comparison", VettingDesk.Choice(true, "期满重新申请", application));
    }

    private async Task RecordAsync(Membership person, string day) => Assert.Equal(
        HttpStatusCode.Found,
        (await (await app.AsAsync(Roles.Director)).SubmitAsync($"/registry/people/{person.Id}/departure", ("Form.Ground", "Mistake"), ("Form.Day", day), ("Form.Reason", "录错了人"))).Status);

    private async Task RemovedAsync(Membership person)
    {
        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync(
            $"/registry/people/{person.Id}/removal", ("Form.Ground", "GraveBreach"), ("Form.Cited", "办法第二十八条第二项"), ("Form.Reason", "值班脱岗三次"), ("Form.ToldOn", "2026-6-1"));
        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync(proposed.Location!, ("Form.Note", "情节严重"), ("Form.Agrees", "true"))).Status);
    }

    private async Task<WebPage> PostedAsync(string role, string url)
    {
        var visitor = await app.AsAsync(role);
        return await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Reason", "录错了人")]);
    }
}
