using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LegalAid.Web.Tests.App;

/// <summary>The whole program on a database of its own, with a clock that stands still. One for each test class.</summary>
public class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "北碚-测试-口令-1";
    private readonly Dictionary<string, Visitor> visitors = new(StringComparer.Ordinal);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("yuanku-app-");
    private ConnectionStrings database = null!;

    public TestClock Clock { get; } = new();

    /// <summary>The office where tests take place: 北碚's, unless a kind of app says otherwise.</summary>
    public Guid OfficeId { get; private set; }

    public string District { get; private set; } = "";

    /// <summary>The owner's way into the database, for tests that attack it.</summary>
    public string OwnerConnection => database.Owner;

    public ConnectionStrings Database => database;

    public string KeyFolder => Path.Combine(home.FullName, "keys");

    protected virtual string OfficeCode => "BB";

    /// <summary>Accounts of applicants in an hour; tests open many.</summary>
    protected virtual int ApplicantsPerHour => 1000;

    /// <summary>Whether jobs run by themselves; otherwise a test runs them at the moment its clock shows.</summary>
    protected virtual bool RunsJobs => false;

    /// <summary>What one address may say of published lists in an hour.</summary>
    protected virtual int FeedbackPerHour => 1000;

    /// <summary>The rule books to run on; null for the shipped ones.</summary>
    protected virtual string? RuleBooks => null;

    public FieldCipher Cipher => Services.GetRequiredService<FieldCipher>();

    public async Task InitializeAsync()
    {
        database = await TestServer.NewDatabaseAsync();
        await GoToAsync(OfficeCode);
    }

    /// <summary>Goes to an office; what the test data make is made there.</summary>
    public async Task GoToAsync(string officeCode)
    {
        var office = await InDbAsync(db => db.Offices.SingleAsync(o => o.Code == officeCode));
        (OfficeId, District) = (office.Id, office.District);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var visitor in visitors.Values)
        {
            visitor.Dispose();
        }

        await DisposeAsync();
        home.Delete(recursive: true);
    }

    /// <summary>Somebody not signed in.</summary>
    public Visitor Anybody() => new(NewClient());

    /// <summary>The office's one officer of this role, signed in.</summary>
    public Task<Visitor> AsAsync(string role) => AsAsync(role, OfficeId);

    /// <summary>An officer of this role in any office, for one institution or membership where the role needs it, signed in.</summary>
    public async Task<Visitor> AsAsync(string role, Guid officeId, Guid? institutionId = null, Guid? membershipId = null, string? name = null, Guid? partyId = null)
    {
        var userName = name ?? $"{role}-{officeId.ToString()[^6..]}-{(institutionId ?? membershipId ?? partyId)?.ToString()[^6..]}";
        if (visitors.TryGetValue(userName, out var known))
        {
            return known;
        }

        await OfficerAsync(userName, role, officeId, institutionId, membershipId, partyId);
        var visitor = Anybody();
        var answer = await visitor.SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", Password));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.Status);
        return visitors[userName] = visitor;
    }

    public async Task<Officer> OfficerAsync(string userName, string role, Guid officeId, Guid? institutionId = null, Guid? membershipId = null, Guid? partyId = null)
    {
        var stationId = role == Roles.Station ? await StationAsync(officeId) : (Guid?)null;
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            OfficeId = officeId,
            DisplayName = Roles.Name(role),
            Role = role,
            InstitutionId = role == Roles.Reviewer ? null : institutionId,
            PractisesAtId = role == Roles.Reviewer ? institutionId : null,
            MembershipId = membershipId,
            StationId = stationId,
            PartyId = partyId,
        };
        var created = await users.CreateAsync(officer, Password);
        Assert.True(created.Succeeded, string.Join(';', created.Errors.Select(error => error.Description)));
        return officer;
    }

    /// <summary>The office's one station.</summary>
    private Task<Guid> StationAsync(Guid officeId) => InDbAsync(officeId, async db =>
    {
        if (await db.Stations.FirstOrDefaultAsync() is not { } station)
        {
            station = new() { Id = Guid.CreateVersion7(), OfficeId = officeId, Name = "柳荫司法所" };
            db.Add(station);
            await db.SaveChangesAsync();
        }

        return station.Id;
    });

    public Task<T> InDbAsync<T>(Func<AidDb, Task<T>> ask) => InDbAsync(OfficeId, ask);

    public async Task<T> InDbAsync<T>(Guid officeId, Func<AidDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OfficeScope>().Allow(officeId);
        return await ask(scope.ServiceProvider.GetRequiredService<AidDb>());
    }

    /// <summary>Runs one of the program's use cases as an officer, as a page would.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Officer officer, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(officer);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Owner", database.Owner);
        builder.UseSetting("ConnectionStrings:App", database.App);
        builder.UseSetting("Yuanku:Keys", KeyFolder);
        builder.UseSetting("Yuanku:ApiRequestsPerMinute", "1000");      // the table asks every role for everything
        builder.UseSetting("Yuanku:FeedbackPerHour", $"{FeedbackPerHour}");
        builder.UseSetting("Yuanku:ApplicantsPerHour", $"{ApplicantsPerHour}");
        builder.UseSetting("Yuanku:Jobs:Run", $"{RunsJobs}");
        if (RuleBooks is { } books)
        {
            builder.UseSetting("Yuanku:RuleBooks", books);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<OfficeClock>(Clock);
            services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.ExpireTimeSpan = TimeSpan.FromDays(3650));     // the clock jumps
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);    // tests sign in often
        });
    }

    private HttpClient NewClient() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
}
