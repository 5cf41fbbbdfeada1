using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Store.Registry;
using LegalAid.Web;
using LegalAid.Web.Access;
using LegalAid.Web.Demo;
using LegalAid.Web.Features.Intake;
using LegalAid.Web.Features.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>北碚's office with some three hundred invented people, and notified criminal cases enough for both sides.</summary>
internal sealed class Pool : IAsyncDisposable
{
    public const int Clients = 16;
    public const string UserName = "bench";
    public const string Password = "Measured-1-hundred-thousand";
    public const int Seconds = 10;
    private const int Firms = 50;
    private const int Cases = 60_000;
    private readonly PrivateServer server;
    private readonly YuankuHost host;

    private Pool(PrivateServer server, YuankuHost host, Officer clerk) => (this.server, this.host, Clerk) = (server, host, clerk);

    public IServiceProvider Services => host.App.Services;

    /// <summary>The program's own way into the database.</summary>
    public string AppConnection => server.Connections.App;

    /// <summary>The owner's: for filling, and for limits.</summary>
    public string OwnerConnection => server.Connections.Owner;

    public Officer Clerk { get; }

    public int People { get; private set; }

    public int Institutions { get; private set; }

    /// <summary>The cases that still wait for their assignment, in the order of their numbers.</summary>
    public Task<List<Guid>> WaitingAsync() =>
        ActAsync<AidDb, List<Guid>>(db => db.Cases.Where(c => c.Status == CaseStatus.AwaitingAssignment && c.Number.StartsWith("M-")).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync());

    /// <param name="folder">An empty folder for the database.</param>
    public static async Task<Pool> MakeAsync(string folder)
    {
        var postgres = await PrivateServer.StartAsync(Path.Combine(folder, "postgres"), string.Empty, default);
        var program = await YuankuHost.StartAsync(["--applicationName", "LegalAid.Web", "--ConnectionStrings:Owner", postgres.Connections.Owner, "--ConnectionStrings:App", postgres.Connections.App, "--Yuanku:ApiRequestsPerMinute", "1000000", "--urls", "http://127.0.0.1:0"], default);
        await using var scope = program.App.Services.CreateAsyncScope();
        var office = await scope.ServiceProvider.GetRequiredService<AidDb>().Offices.SingleAsync(o => o.Code == "BB");
        var clerk = new Officer { Id = Guid.CreateVersion7(), UserName = UserName, OfficeId = office.Id, DisplayName = "bench", Role = Roles.Clerk };
        await scope.ServiceProvider.GetRequiredService<UserManager<Officer>>().CreateAsync(clerk, Password);
        var pool = new Pool(postgres, program, clerk);
        await pool.FillAsync();
        return pool;
    }

    /// <summary>Runs a use case as the clerk, in a scope of its own as a request has.</summary>
    /// <param name="act">What is asked of the use case.</param>
    /// <param name="but">Done to the unit of work before.</param>
    /// <param name="by">Another officer who acts.</param>
    public async Task<T> ActAsync<TUseCase, T>(Func<TUseCase, Task<T>> act, Action<AidDb>? but = null, Officer? by = null)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(by ?? Clerk);
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync([(by ?? Clerk).OfficeId], default);
        await db.Database.OpenConnectionAsync();        // one connection a request
        but?.Invoke(db);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Serves the pages.</summary>
    public async Task<Uri> ServeAsync()
    {
        await host.App.StartAsync();
        return new(host.App.Urls.Single());
    }

    public Task StopServingAsync() => host.App.StopAsync();

    /// <summary>What the database does by itself some minutes after so much was loaded; only the owner may.</summary>
    public Task AnalyzeAsync() => ExecuteAsync("analyze");

    /// <summary>Makes every commit wait so much longer for its disk, as a slower one would; zero as it was.</summary>
    public async Task DelayCommitsAsync(int milliseconds)
    {
        await ExecuteAsync($"alter system set commit_delay = {milliseconds * 1000}");       // in microseconds
        await ExecuteAsync("alter system set commit_siblings = 0");
        await ExecuteAsync("select pg_reload_conf()");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var place = new DemoPlace("BB", "重庆市北碚区", "重庆", "5001", "渝0109", [.. Enumerable.Range(1, Firms).Select(n => $"测量{n}")], [], 0);
        var upload = await ActAsync<UploadRegistryFile, Guid>(async use => (await use.RunAsync(UploadKind.Roster, "测量.xlsx", DemoRoster.Write(place), default)).Value!.Id);
        await ActAsync<ImportRoster, object?>(async use => (await use.RunAsync(upload, UploadKind.Roster, place.Institutions, default))!.Value ?? throw new InvalidOperationException("The roster was refused."));
        var template = await ActAsync<RegisterLetter, Guid>(async use => (await use.RunAsync(Letter(), default)).Value!.Cases[0].Id);
        await ActAsync<AidDb, int>(
            db => db.Database.ExecuteSqlAsync(
            $"""
             create temp table copies as select gen_random_uuid() as id, gen_random_uuid() as letter, n from generate_series(1, {Cases}) n;
             insert into incoming_letters select (jsonb_populate_record(l, jsonb_build_object('id', copies.letter, 'register_number', 'M-' || copies.n, 'letter_number', 'M-' || copies.n))).*
               from incoming_letters l join cases c on c.letter_id = l.id and c.id = {template}, copies;
             insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', copies.id, 'letter_id', copies.letter, 'number', 'M-' || copies.n))).* from cases c, copies where c.id = {template};
             insert into case_parties (id, office_id, case_id, role, "order", name, is_organisation, identity_number, identity_index, phone, removed_at_utc, name_sound)
               select id, office_id, case_id, role, "order", name, is_organisation, identity_number, identity_index, phone, removed_at_utc, name_sound from (select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'case_id', copies.id, 'name', '测某' || copies.n))).* from case_parties p, copies where p.case_id = {template}) made;
             """),
            db => db.Database.SetCommandTimeout(0));
        (People, Institutions) = await ActAsync<AidDb, (int, int)>(async db => (await db.Memberships.CountAsync(), await db.Institutions.CountAsync()));
        await AnalyzeAsync();
    }

    private static LetterForm Letter() => new()
    {
        Authority = "重庆市北碚区人民法院",
        AuthorityKind = AuthorityKind.Court,
        LetterNumber = "测量1号",
        ReceivedAtUtc = DateTime.UtcNow.AddMinutes(-5),
        Ground = NotificationGround.OptionalOrdinaryProcedure,
        Cause = "盗窃",
        Stage = CaseStage.FirstInstance,
        RecipientName = "测某甲",
        Headcount = 1,
    };
}
