using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Demo;
using LegalAid.Web.Tests.App;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Demo;

/// <summary>The program at a small county of the demo, on the demo's own clock.</summary>
public sealed class DemoApp : TestApp
{
    protected override string OfficeCode => "QDN10";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<OfficeClock>(provider => provider.GetRequiredService<DemoClock>()));
    }
}

/// <summary>The demo is made whole however often it is killed meanwhile.</summary>
public sealed class DemoOfficeTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const int ActsUntilKilled = 20;
    private const int MostStarts = 60;

    [Fact]
    public async Task Killed_again_and_again_in_the_middle_of_a_case_the_demo_is_gone_on_with_until_it_is_whole()
    {
        var place = DemoPlace.All.Single(known => known.Code == "QDN10");
        var starts = 0;
        while (!await MadeAsync(place))
        {
            Assert.Equal(DemoState.UnderWay, await app.InDbAsync(db => DemoStates.ReadAsync(db, default)));
            Assert.True(++starts < MostStarts, "The demo does not come on.");
        }

        Assert.True(starts > 2, $"It was killed {starts} times only; this test looks at the wrong thing.");
        Assert.Equal(DemoState.Whole, await app.InDbAsync(db => DemoStates.ReadAsync(db, default)));
        var cases = await app.InDbAsync(db => db.Cases.AsNoTracking().ToListAsync());
        Assert.Equal(place.Cases, cases.Count);
        Assert.Equal((4, 3, place.Cases - 7), (Count(cases, CaseStatus.AwaitingAssignment), Count(cases, CaseStatus.Proposed), Count(cases, CaseStatus.HandlerNamed)));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
        Assert.All(
            await app.InDbAsync(db => db.LotteryDraws.Join(db.LotteryCommitments, d => d.CommitmentId, c => c.Id, (d, c) => new { c.AtUtc, DrawnAtUtc = d.AtUtc }).ToListAsync()),
            draw => Assert.True(draw.AtUtc < draw.DrawnAtUtc));
        var letters = cases.Where(c => c.Source == LegalAid.Rules.Intake.CaseSource.Notification && c.Status == CaseStatus.HandlerNamed).Select(c => c.Id).ToList();
        Assert.Equal(letters.Count, await app.InDbAsync(db => db.Assignments.CountAsync(a => letters.Contains(a.CaseId) && a.ReceiptAtUtc > a.RepliedAtUtc)));
        Assert.Equal(place.Cases, await app.InDbAsync(db => db.Journal.CountAsync(l => l.Act == Act.LetterRegistered || l.Act == Act.ApplicationTaken)));
        var names = Roles.All.Where(role => role != Roles.Applicant || DemoRecruitment.IsAt(place)).Select(role => $"{place.AccountPrefix}-{role}").ToList();
        Assert.Equal(names.Count, await app.InDbAsync(db => db.Users.CountAsync(u => names.Contains(u.UserName!))));
        Assert.Contains("虚构地址", await app.InDbAsync(db => db.Offices.Where(o => o.Id == app.OfficeId).Select(o => o.Address!).SingleAsync()), StringComparison.Ordinal);
    }

    private async Task<bool> MadeAsync(DemoPlace place)
    {
        try
        {
            await DemoOffice.MakeAsync(new MortalServices(app.Services, ActsUntilKilled), [place], _ => { }, default);
            return true;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    private static int Count(List<AidCase> cases, CaseStatus status) => cases.Count(c => c.Status == status);

    /// <summary>Services that end, as a killed program does, before the act after the last they live to see.</summary>
    private sealed class MortalServices(IServiceProvider services, int acts) : IServiceProvider
    {
        private int left = acts;

        public object? GetService(Type serviceType) =>
            serviceType == typeof(IServiceScopeFactory) && left-- == 0 ? throw new KilledException() : services.GetService(serviceType);
    }

    private sealed class KilledException : Exception;
}
