using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leaving;

/// <summary>What comes round every year stands on the head's home page until it is done.</summary>
public sealed class YearlyDutyTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-8.3", "WZ-27.1")]
    public async Task The_list_and_the_check_of_licences_are_called_for_when_their_time_has_come()
    {
        var home = await HomeAsync(2026, 6, 17);
        Assert.All(["以前公布，已经超期", "还没有核查过"], call => Assert.Contains(call, home, StringComparison.Ordinal));
        Assert.DoesNotContain("以前公布", (await (await app.AsAsync(Roles.Clerk)).OpenAsync("/")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await (await app.AsAsync(Roles.Director)).SubmitAsync("/disclosure/list")).Status);
        await app.CheckedAsync([]);

        home = await HomeAsync(2026, 6, 17);
        Assert.All(["以前公布", "还没有核查过"], call => Assert.DoesNotContain(call, home, StringComparison.Ordinal));
        Assert.DoesNotContain("以前公布", await HomeAsync(2026, 12, 31), StringComparison.Ordinal);
        var next = await HomeAsync(2027, 1, 1);
        Assert.Contains("以前公布", next, StringComparison.Ordinal);
        Assert.DoesNotContain("已经超期", next, StringComparison.Ordinal);
        Assert.DoesNotContain("上次2026年6月17日", await HomeAsync(2027, 6, 16), StringComparison.Ordinal);
        Assert.Contains("上次2026年6月17日，已满 12 个月", await HomeAsync(2027, 6, 17), StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    private async Task<string> HomeAsync(int year, int month, int day)
    {
        app.Clock.Set(year, month, day);
        return (await (await app.AsAsync(Roles.Director)).OpenAsync("/")).Text;
    }
}

/// <summary>A finding counts while it is the latest.</summary>
public sealed class LatestFindingTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-28.4")]
    public async Task A_proposal_to_remove_is_filled_in_from_the_latest_check_of_this_membership_alone()
    {
        app.Clock.Set(2026, 6, 10);
        var firm = await app.InstitutionAsync("浙江近查律师事务所", InstitutionKind.LawFirm);
        var (mended, lost, later) = (await app.MemberAsync("近赵", firm), await app.MemberAsync("近钱", firm), await app.MemberAsync("近孙", firm, m => m.JoinedOn = new(2026, 6, 19)));
        await app.CheckedAsync([mended]);
        app.Clock.Set(2026, 6, 18);
        await app.CheckedAsync([lost, later]);
        var clerk = await app.AsAsync(Roles.Clerk);

        Assert.Equal([false, true, false], new[] { mended, lost, later }.Select(m => clerk.OpenAsync($"/registry/people/{m.Id}/removal").Result.Html.Contains("执业状态核查结果", StringComparison.Ordinal)));
        app.Clock.Set(2026, 6, 17);
    }
}

/// <summary>A check of licences as it is kept.</summary>
internal static class LicenceDesk
{
    public static Task<int> CheckedAsync(this TestApp app, Membership[] lost) => app.InDbAsync(db =>
    {
        var check = new LicenceCheck { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, OfficerId = Guid.CreateVersion7(), CheckedAtUtc = app.Clock.UtcNow, Rows = 1, Unnamed = 0 };
        check.Findings.AddRange(lost.Select(m => new LicenceFinding { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, CheckId = check.Id, MembershipId = m.Id, State = "注销" }));
        db.Add(check);
        return db.SaveChangesAsync();
    });
}
