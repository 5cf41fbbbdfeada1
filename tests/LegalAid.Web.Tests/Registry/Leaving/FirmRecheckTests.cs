using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>A change of firm looks at admission as the vetting does, and shows it before anything is recorded.</summary>
public sealed class FirmRecheckTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-6.4a")]
    public async Task A_penalty_is_shown_with_its_clause_and_the_day_it_passes_and_stops_the_change()
    {
        app.Clock.Set(2026, 6, 17);
        var (member, to) = await MovingAsync("核一");
        await PenaltyAsync(member, new(2023, 6, 17));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/firm";
        (string, string)[] order = [("Form.InstitutionId", to.Id.ToString()), ("Form.Reason", "批复")];

        var shown = await clerk.SubmitAsync($"{url}?handler=Check", order);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.All(["近3年有行政处罚、行业惩戒：2023年6月17日生效", "WZ-6.4a", "自2026年6月18日起符合", "不能登记"], text => Assert.Contains(text, shown.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(url, order)).Status);
        Assert.Equal(member.InstitutionId, (await MemberAsync(member)).InstitutionId);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, [.. order, ("Form.Day", "2026-6-18")])).Status);      // for the day after it is over
    }

    [Fact]
    [Clause("WZ-6.6", "WZ-6.1")]
    public async Task What_is_not_met_as_another_kind_is_lost_alone_and_only_once_it_was_shown()
    {
        app.Clock.Set(2026, 6, 17);
        var home = await app.InstitutionAsync("试用公职律师", InstitutionKind.PublicLawyers);
        var (_, to) = await MovingAsync("核二");
        var member = await app.PersonAsync("核二公", home, m => (m.Kind, m.Employer, m.FirstLicensedOn) = (PractitionerKind.PublicLawyer, "某局", new(2025, 1, 1)));
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/firm";
        (string, string)[] order = [("Form.InstitutionId", to.Id.ToString()), ("Form.Reason", "批复")];

        var unseen = await clerk.SubmitAsync(url, order);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.Status);
        Assert.Contains("请看过核对结果再登记", unseen.Text, StringComparison.Ordinal);
        var shown = await clerk.SubmitAsync($"{url}?handler=Check", order);
        Assert.All(["不再列入：办案库", "自2027年1月1日起符合", "WZ-6.6"], text => Assert.Contains(text, shown.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SendAsync(url, shown, [], action: url)).Status);
        var now = await MemberAsync(member);
        Assert.Equal((PractitionerKind.Lawyer, to.Id), (now.Kind, now.InstitutionId));
        Assert.Equal([Pools.Duty], now.Standings.Where(s => s.LeftOn is null).Select(s => s.Pool));
    }

    [Fact]
    [Clause("WZ-5.2", "WZ-6.4a")]
    public async Task Who_enters_a_pool_with_a_penalty_is_refused_and_who_leaves_one_is_not()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江核三律师事务所", InstitutionKind.LawFirm);
        var (enters, leaves) = (await app.MemberAsync("核三赵", firm, m => m.NotForCases()), await app.MemberAsync("核三钱", firm));
        await PenaltyAsync(enters, new(2024, 1, 1));
        await PenaltyAsync(leaves, new(2024, 1, 1));
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Contains("近3年有行政处罚", (await clerk.SubmitAsync($"/registry/people/{enters.Id}/pools", ("Form.Cases", "true"), ("Form.Reason", "申请"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{leaves.Id}/pools", ("Form.Cases", "false"), ("Form.Duty", "true"), ("Form.Reason", "申请"))).Status);
    }

    [Fact]
    public async Task Without_a_place_to_go_nothing_is_looked_at()
    {
        var (member, _) = await MovingAsync("核四");
        var clerk = await app.AsAsync(Roles.Clerk);
        var url = $"/registry/people/{member.Id}/firm?handler=Check";

        Assert.Contains("请选新的机构", (await clerk.SubmitAsync(url, ("Form.InstitutionId", ""), ("Form.Reason", "批复"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{Guid.CreateVersion7()}/firm")).Status);
    }

    private async Task<(Membership Member, Institution To)> MovingAsync(string name)
    {
        var (from, to) = (await app.InstitutionAsync($"浙江{name}旧律师事务所", InstitutionKind.LawFirm), await app.InstitutionAsync($"浙江{name}新律师事务所", InstitutionKind.LawFirm));
        await app.MemberAsync($"{name}钱", to, m => m.NotForCases());
        return (await app.PersonAsync($"{name}赵", from), to);
    }

    private Task<int> PenaltyAsync(Membership member, DateOnly effective) => app.InDbAsync(async db =>
    {
        db.Add(new OfficialRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            IdentityIndex = await db.Persons.Where(p => p.Id == member.PersonId).Select(p => p.IdentityIndex).SingleAsync(),
            Kind = OfficialRecordKind.AdministrativePenalty,
            EffectiveOn = effective,
            Statement = "警告",
            RecordSource = "某市司法局",
            RecordedById = Guid.CreateVersion7(),
            RecordedAtUtc = app.Clock.UtcNow,
        });
        return await db.SaveChangesAsync();
    });

    private Task<Membership> MemberAsync(Membership member) => app.InDbAsync(db => db.Memberships.AsNoTracking().Include(m => m.Standings).SingleAsync(m => m.Id == member.Id));
}
