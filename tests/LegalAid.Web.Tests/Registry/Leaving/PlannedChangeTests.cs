using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>Changes of firm and of pools recorded ahead: nothing before their day, once on it, and told where they no longer hold.</summary>
public sealed class PlannedChangeTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-5.3", "WZ-21.1")]
    public async Task A_change_of_firm_acts_on_its_day_once_and_a_proposal_names_the_firm_of_the_day()
    {
        var (member, to) = await MovingAsync("预一");
        var aidCase = await app.GrantedAsync("预一甲", ("Form.WishedMembershipId", member.Id.ToString()));
        var clerk = await app.AsAsync(Roles.Clerk);

        var recorded = await clerk.SubmitAsync($"/registry/people/{member.Id}/firm", ("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-20"), ("Form.Reason", "变更批复"));

        Assert.Contains("自2026年6月20日起生效", (await clerk.OpenAsync(recorded.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("已登记、尚未生效：自 2026年6月20日 起转到浙江预一新律师事务所", (await clerk.OpenAsync(recorded.Location!)).Text, StringComparison.Ordinal);
        var own = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);
        Assert.Contains("已登记、尚未生效：自 2026年6月20日 起转到浙江预一新律师事务所", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 19, 23, 59);
        Assert.Equal((0, member.InstitutionId), (await ActAsync(), await FirmOfAsync(member)));       // the eve
        Assert.Contains("建议：预一赵（浙江预一旧律师事务所）", (await clerk.OpenAsync(PersonTurns.ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 20, 0, 5);
        Assert.Equal((1, to.Id), (await ActAsync(), await FirmOfAsync(member)));
        Assert.Equal(0, await ActAsync());
        Assert.Contains("建议：预一赵（浙江预一新律师事务所）", (await clerk.OpenAsync(PersonTurns.ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        Assert.Equal((1, 2), (await NotedAsync(member, Act.FirmChanged), await app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null))));
        Assert.Contains("已生效", (await clerk.OpenAsync("/registry/changes")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未生效", (await own.OpenAsync("/registry/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-5.2")]
    public async Task A_change_of_pools_acts_on_its_day_with_a_place_in_the_queues()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江预二律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("预二钱", firm);
        var member = await app.MemberAsync("预二赵", firm, m =>
        {
            m.FirstLicensedOn = new(2024, 6, 20);       // two years on the day itself
            m.NotForCases();
        });
        await PassedAsync(member);
        var aidCase = await app.GrantedAsync("预二甲", ("Form.WishedMembershipId", member.Id.ToString()));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/pools";
        (string, string)[] both = [("Form.Duty", "true"), ("Form.Cases", "true"), ("Form.Reason", "本人申请")];
        Assert.Contains("进入办案库须执业满2年", (await clerk.SubmitAsync(url, [.. both, ("Form.Day", "2026-6-19")])).Text, StringComparison.Ordinal);       // not met on that day

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, [.. both, ("Form.Day", "2026-6-20")])).Status);

        Assert.Contains("请先撤回", (await clerk.SubmitAsync(url, [.. both, ("Form.Day", "2026-6-21")])).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 19);
        Assert.Equal((0, 0), (await ActAsync(), await PlacesAsync(member)));
        Assert.DoesNotContain("建议：预二赵", (await clerk.OpenAsync(PersonTurns.ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 20);
        Assert.Equal((1, 2), (await ActAsync(), await PlacesAsync(member)));
        Assert.Contains("建议：预二赵", (await clerk.OpenAsync(PersonTurns.ProposalOf(aidCase))).Text, StringComparison.Ordinal);
        Assert.Equal(0, await ActAsync());
        Assert.Equal(new DateOnly(2026, 6, 20), await app.InDbAsync(db => db.PoolStandings.Where(s => s.MembershipId == member.Id && s.Pool == Pools.Cases).Select(s => s.EnteredOn).SingleAsync()));
    }

    [Theory]
    [Clause("WZ-6.4a", "WZ-29.1b")]
    [InlineData("closed", "注销")]
    [InlineData("penalty", "行政处罚")]
    [InlineData("left", "离开资源库")]
    [InlineData("stopped", "停止执业")]
    public async Task A_change_that_no_longer_holds_is_not_done_and_the_centre_is_told(string what, string told)
    {
        var (member, to) = await MovingAsync($"不再{told[..2]}");
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/people/{member.Id}/firm", ("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-20"), ("Form.Reason", "变更批复"));
        await HappensAsync(what, member, to);
        app.Clock.Set(2026, 6, 20);

        Assert.Equal((1, member.InstitutionId), (await ActAsync(), await FirmOfAsync(member)));

        var change = await app.InDbAsync(db => db.PlannedChanges.SingleAsync(c => c.MembershipId == member.Id));
        Assert.Equal(PlannedChangeStatus.Failed, change.Status);
        var url = $"/registry/changes/{change.Id}";
        Assert.Contains(told, (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains("项到日没有生效", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("到日没有生效：自 2026年6月20日 起转到", (await clerk.OpenAsync($"/registry/people/{member.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await NotedAsync(member, Act.PlannedChangeFailed));
        Assert.Equal("/registry/changes", (await clerk.SubmitAsync($"{url}?handler=Note")).Location);
        Assert.DoesNotContain("项到日没有生效", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostedAsync(clerk, $"{url}?handler=Note")).Status);
        Assert.Equal(0, await ActAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_done_holds_up_none_and_is_tried_again()
    {
        var (broken, _) = await MovingAsync("坏预");
        var (member, to) = await MovingAsync("好预");
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync($"/registry/people/{member.Id}/firm", ("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-20"), ("Form.Reason", "变更批复"));
        await app.InDbAsync(db => AddedAsync(db, new PlannedChange       // by an account that is not there
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            MembershipId = broken.Id,
            Kind = PlannedChangeKind.Pools,
            TakesEffectOn = new(2026, 6, 19),
            Wanted = Pools.Duty,
            Reason = "试",
            PlannedById = Guid.CreateVersion7(),
            PlannedAtUtc = app.Clock.UtcNow,
            Status = PlannedChangeStatus.Pending,
        }));
        app.Clock.Set(2026, 6, 20);

        await Assert.ThrowsAsync<AggregateException>(ActAsync);

        Assert.Equal(to.Id, await FirmOfAsync(member));
        Assert.Equal(PlannedChangeStatus.Pending, await app.InDbAsync(db => db.PlannedChanges.Where(c => c.MembershipId == broken.Id).Select(c => c.Status).SingleAsync()));
        await app.InDbAsync(db => db.PlannedChanges.Where(c => c.MembershipId == broken.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, PlannedChangeStatus.Withdrawn).SetProperty(c => c.WithdrawnReason, "试完").SetProperty(c => c.SettledAtUtc, app.Clock.UtcNow)));
    }

    [Fact]
    public async Task A_change_is_withdrawn_with_a_reason_until_its_day()
    {
        var (member, to) = await MovingAsync("撤预");
        var clerk = await app.AsAsync(Roles.Clerk);
        var firm = $"/registry/people/{member.Id}/firm";
        (string, string)[] order = [("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-20"), ("Form.Reason", "变更批复")];
        await clerk.SubmitAsync(firm, order);
        var url = $"/registry/changes/{(await app.InDbAsync(db => db.PlannedChanges.SingleAsync(c => c.MembershipId == member.Id))).Id}";

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"{url}?handler=Withdraw", ("Form.Reason", ""))).Status);
        Assert.Equal($"/registry/people/{member.Id}", (await clerk.SubmitAsync($"{url}?handler=Withdraw", ("Form.Reason", "批复作废"))).Location);

        Assert.Contains("批复作废", (await clerk.OpenAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostedAsync(clerk, $"{url}?handler=Withdraw", ("Form.Reason", "再撤"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(firm, order)).Status);      // another may wait then
        app.Clock.Set(2026, 6, 20);
        var second = await app.InDbAsync(db => db.PlannedChanges.SingleAsync(c => c.MembershipId == member.Id && c.Status == PlannedChangeStatus.Pending));
        Assert.Contains("已到生效日", (await PostedAsync(clerk, $"/registry/changes/{second.Id}?handler=Withdraw", ("Form.Reason", "晚了"))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await ActAsync());
        Assert.Equal((1, 1), (await NotedAsync(member, Act.PlannedChangeWithdrawn), await NotedAsync(member, Act.FirmChanged)));
    }

    [Fact]
    public async Task Two_at_once_leave_one_change_and_others_see_nothing_of_it()
    {
        var (member, to) = await MovingAsync("同预");
        var clerk = await app.AsAsync(Roles.Clerk);
        var firm = $"/registry/people/{member.Id}/firm";
        (string, string)[] order = [("Form.InstitutionId", to.Id.ToString()), ("Form.Day", "2026-6-20"), ("Form.Reason", "变更批复")];
        var (one, other) = (await clerk.OpenAsync(firm), await clerk.OpenAsync(firm));

        var both = await Task.WhenAll(clerk.SendAsync(firm, one, order), clerk.SendAsync(firm, other, order));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity], both.Select(page => page.Status).Order());
        var change = await app.InDbAsync(db => db.PlannedChanges.SingleAsync(c => c.MembershipId == member.Id));
        var url = $"/registry/changes/{change.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await PostedAsync(await app.AsAsync(Roles.Bureau), $"{url}?handler=Withdraw", ("Form.Reason", "试"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/changes/{Guid.CreateVersion7()}")).Status);
        var elsewhere = await app.AsAsync(Roles.Clerk, await app.InDbAsync(db => db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(url)).Status);
        Assert.DoesNotContain("同预赵", (await elsewhere.OpenAsync("/registry/changes")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostedAsync(elsewhere, $"{url}?handler=Withdraw", ("Form.Reason", "试"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(firm, ("Form.Day", "后天"), ("Form.Reason", "批复"))).Status);
        await clerk.SubmitAsync($"{url}?handler=Withdraw", ("Form.Reason", "试完"));     // other tests count what falls due
    }

    private async Task<(Membership Member, Institution To)> MovingAsync(string name)
    {
        app.Clock.Set(2026, 6, 17);
        var (from, to) = (await app.InstitutionAsync($"浙江{name}旧律师事务所", InstitutionKind.LawFirm), await app.InstitutionAsync($"浙江{name}新律师事务所", InstitutionKind.LawFirm));
        await app.MemberAsync($"{name}钱", to, m => m.NotForCases());
        return (await app.PersonAsync($"{name}赵", from), to);
    }

    private Task<int> HappensAsync(string what, Membership member, Institution to) => app.InDbAsync(async db => what switch
    {
        "closed" => await db.Institutions.Where(i => i.Id == to.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedOn, new DateOnly(2026, 6, 20))),
        "left" => await db.Memberships.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, new DateOnly(2026, 6, 30))),
        "stopped" => await AddedAsync(db, new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, Kind = AbsenceKind.PracticeStopped, FirstDay = new(2026, 6, 18), Reason = "试" }),
        "penalty" => await AddedAsync(db, new OfficialRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            IdentityIndex = await db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync(),
            Kind = OfficialRecordKind.AdministrativePenalty,
            EffectiveOn = new(2026, 6, 18),
            Statement = "警告",
            RecordSource = "某市司法局",
            RecordedById = Guid.CreateVersion7(),
            RecordedAtUtc = app.Clock.UtcNow,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Unknown."),
    });

    private static Task<int> AddedAsync(Store.AidDb db, object row)
    {
        db.Add(row);
        return db.SaveChangesAsync();
    }

    private Task<int> PassedAsync(Membership member) =>
        app.InDbAsync(db => AddedAsync(db, new ExamResult { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member.Id, TrainedOn = new(2026, 3, 1), ExaminedOn = new(2026, 3, 2), Score = 80 }));

    private async Task<int> ActAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ActOnPlannedChanges>().RunAsync(default);
    }

    private Task<Guid> FirmOfAsync(Membership member) => app.InDbAsync(db => db.Memberships.Where(m => m.Id == member.Id).Select(m => m.InstitutionId).SingleAsync());

    private Task<int> PlacesAsync(Membership member) => app.InDbAsync(db => db.QueuePlaces.CountAsync(p => p.MembershipId == member.Id && p.ClosedOn == null));

    private Task<int> NotedAsync(Membership member, Act act) => app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == member.Id && line.Act == act));

    private static async Task<WebPage> PostedAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
