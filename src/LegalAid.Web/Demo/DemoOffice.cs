using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>
/// Fills an empty deployment as a newcomer should see it: five offices and some counties, each with a roster and a year of cases, some of them waiting.
/// Each step looks whether it was done, so that one which was stopped is gone on with, office by office and case by case.
/// </summary>
internal static class DemoOffice
{
    private const int Days = 365;
    private static readonly TimeSpan Checking = new(2, 40, 0);

    /// <summary>Makes what is missing of the demo, and remembers that it is under way until it is whole; tells how far it is.</summary>
    public static async Task MakeAsync(IServiceProvider services, IReadOnlyList<DemoPlace> places, Action<string> tell, CancellationToken ct)
    {
        var clock = services.GetRequiredService<DemoClock>();
        await RememberAsync(services, DemoState.UnderWay, ct);
        var today = clock.Today;
        try
        {
            foreach (var place in places)
            {
                await MakeAsync(services, clock, place, today, tell, ct);
            }
        }
        finally
        {
            clock.RunAgain();
        }

        await RememberAsync(services, DemoState.Whole, ct);
    }

    private static async Task MakeAsync(IServiceProvider services, DemoClock clock, DemoPlace place, DateOnly today, Action<string> tell, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var office = await db.Offices.SingleAsync(o => o.Code == place.Code, ct);
        await db.SeeAsync([office.Id], ct);
        clock.StandAt(today.AddDays(-Days).ToDateTime(new(9, 0)));
        if (!await db.Memberships.AnyAsync(ct))
        {
            (office.Address, office.Phone) = (office.Address ?? place.Address, office.Phone ?? DemoPlace.Phone);
            await ImportAsync(services, place, office.Id, users, ct);
        }

        if (!await db.QualityGrades.AnyAsync(ct))
        {
            var book = await scope.ServiceProvider.GetRequiredService<OfficeBooks>().InForceOnAsync(office.Id, clock.Today, ct);
            await DemoHistory.AddAsync(db, book.Assignment.ExamPassMark?.Value, clock.Today, ct);
        }

        var accounts = new DemoAccounts(db, users);
        var officers = await accounts.CreateAsync(place, office.Id, ct);
        await new DemoStory(new(services, officers), clock, place).RunAsync(today, Days, (done, total) => tell($"{office.Name}：演示案件 {done} / {total}"), ct);
        await accounts.AddRecipientAsync(place, office.Id, ct);
        if (DemoRecruitment.IsAt(place) && !await db.RecruitmentRounds.AnyAsync(ct))
        {
            await new DemoRecruitment(services, clock, place, officers).RunAsync(today, ct);
        }

        await new DemoVetting(new(services, officers), clock, place).RunAsync(today, ct);
        if (DemoPool.IsAt(place))
        {
            await new DemoTraining(new(services, officers), clock).RunAsync(today, ct);
            await new DemoPool(new(services, officers), clock).RunAsync(today, ct);
        }
    }

    private static async Task ImportAsync(IServiceProvider services, DemoPlace place, Guid officeId, UserManager<Officer> users, CancellationToken ct)
    {
        var userName = $"{place.AccountPrefix}-import";
        var importer = await users.FindByNameAsync(userName);
        if (importer is null)
        {
            importer = new Officer { Id = Guid.CreateVersion7(), UserName = userName, OfficeId = officeId, DisplayName = "演示数据", Role = Roles.Clerk };
            await users.CreateAsync(importer);      // without a password nobody can sign in with it
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(importer);
        var uploaded = await scope.ServiceProvider.GetRequiredService<UploadRegistryFile>().RunAsync(UploadKind.Roster, "演示名册.xlsx", DemoRoster.Write(place), ct);
        var upload = uploaded.Value ?? throw new InvalidOperationException(uploaded.Refusal!.Message);
        var clock = services.GetRequiredService<DemoClock>();
        clock.StandAt(clock.Now.Add(Checking));     // the seed was laid down with the upload; somebody looked through the list before confirming it
        var imported = await scope.ServiceProvider.GetRequiredService<ImportRoster>().RunAsync(upload.Id, UploadKind.Roster, place.Institutions, ct);
        _ = imported?.Value ?? throw new InvalidOperationException(imported?.Refusal?.Message ?? "The demo roster was not found.");
    }

    private static async Task RememberAsync(IServiceProvider services, DemoState state, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await DemoStates.RememberAsync(scope.ServiceProvider.GetRequiredService<AidDb>(), state, ct);
    }
}
