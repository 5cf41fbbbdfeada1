using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>Fills an empty deployment with 北碚's office as a newcomer should see it: a roster, half a year of cases, some of them waiting.</summary>
internal static class DemoOffice
{
    private const int Cases = 180;

    /// <summary>Makes the demo unless there are members already; tells how far it is.</summary>
    public static async Task MakeAsync(IServiceProvider services, DemoClock clock, Action<string> tell, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        var office = await db.Offices.SingleAsync(o => o.Code == "BB", ct);
        await LegalAid.Store.Database.AidDatabase.SeeAsync(db, [office.Id], ct);
        if (await db.Memberships.AnyAsync(ct))
        {
            return;
        }

        var today = clock.Today;
        clock.StandAt(today.AddDays(-150).ToDateTime(new(9, 0)));
        await ImportAsync(services, office.Id, scope.ServiceProvider.GetRequiredService<UserManager<Officer>>(), ct);
        await DemoHistory.AddAsync(db, ct);
        var officers = await new DemoAccounts(db, scope.ServiceProvider.GetRequiredService<UserManager<Officer>>()).CreateAsync(office.Id, ct);
        await new DemoStory(services, clock, officers).RunAsync(today, Cases, (done, total) => tell($"演示案件 {done} / {total}"), ct);
        clock.RunAgain();
    }

    private static async Task ImportAsync(IServiceProvider services, Guid officeId, UserManager<Officer> users, CancellationToken ct)
    {
        var importer = new Officer { Id = Guid.CreateVersion7(), UserName = "demo-import", OfficeId = officeId, DisplayName = "演示数据", Role = Roles.Clerk };
        await users.CreateAsync(importer);      // without a password nobody can sign in with it
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(importer);
        var uploaded = await scope.ServiceProvider.GetRequiredService<UploadRegistryFile>().RunAsync(UploadKind.Roster, "演示名册.xlsx", DemoRoster.Write(), ct);
        var upload = uploaded.Value ?? throw new InvalidOperationException(uploaded.Refusal!.Message);
        var imported = await scope.ServiceProvider.GetRequiredService<ImportRoster>().RunAsync(upload.Id, [.. DemoRoster.Institutions], ct);
        _ = imported?.Value ?? throw new InvalidOperationException(imported?.Refusal?.Message ?? "The demo roster was not found.");
    }
}
