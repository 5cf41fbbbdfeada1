using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Api;
using LegalAid.Web.Demo;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Cases;
using LegalAid.Web.Features.Corps;
using LegalAid.Web.Features.Disclosure;
using LegalAid.Web.Features.Intake;
using LegalAid.Web.Features.Joining;
using LegalAid.Web.Features.Journal;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Features.Search;
using LegalAid.Web.Features.Training;
using LegalAid.Web.Jobs;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using LegalAid.Web.Sending;

namespace LegalAid.Web;

/// <summary>The program made ready: database started and migrated, keys and rule books loaded, services and pages in place.</summary>
internal sealed class YuankuHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly DeploymentDatabase database;

    private YuankuHost(WebApplication app, DeploymentDatabase database)
    {
        App = app;
        this.database = database;
    }

    public WebApplication App { get; }

    public static async Task<YuankuHost> StartAsync(string[] args, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Quartz", LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();       // also when run from the build output
        var deployment = Deployment.From(builder.Configuration);
        var ruleBooks = RuleBooks.Load(deployment.RuleBookFolder);
        var opened = await DeploymentDatabase.OpenAsync(deployment, ct);
        try
        {
            await Migrator.MigrateAsync(opened.Connections.Owner, ct);
            await using var starting = await StartLock.TakeAsync(opened.Connections.Owner, ct);
            await JobTables.MakeAsync(opened.Connections.Owner, ct);
            var keys = await FirstRows.KeysAsync(opened.Connections.Owner, deployment.KeyFile, ct);
            await FirstRows.PutAsync(opened.Connections.Owner, ruleBooks, ct);
            AddServices(builder, deployment, opened.Connections.App, keys, ruleBooks);
            var app = builder.Build();
            SignInKeys.MakeReady(app.Services);
            UsePipeline(app);
            return new(app, opened);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.Run(async () => await App.DisposeAsync()).WaitAsync(LongestStop);
        }
        catch (TimeoutException)
        {
            // What still waits for a database that is gone ends with the process; the private server below must not wait for it.
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static void AddServices(WebApplicationBuilder builder, Deployment deployment, string connectionString, FieldKeys keys, RuleBooks ruleBooks)
    {
        var services = builder.Services;
        services.AddSingleton(new FieldCipher(keys));
        services.AddSingleton(ruleBooks);
        services.AddSingleton<DemoClock>();
        services.AddSingleton<OfficeClock>(provider => provider.GetRequiredService<DemoClock>());
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<OfficeClock>());
        services.AddAidDb(_ => connectionString);
        services.AddAccess(deployment.SecureCookies);
        services.AddPages();
        services.AddRegistry();
        services.AddTraining();
        services.AddRecruitment(builder.Configuration);
        services.AddScoped<ApplicationHold>().AddScoped<BarredApplicants>();
        services.AddUseCases();
        services.AddIntake();
        services.AddScoped<CaseDetails>();
        services.AddScoped<PublicOffice>();
        services.AddScoped<PublicList>();
        services.AddScoped<ConsentedList>();
        services.AddScoped<RecusalCheck>();
        services.AddScoped<EverythingSearch>();
        services.AddScoped<OfficeBooks>();
        services.AddScoped<OfficeNames>();
        services.AddScoped<ListExports>();
        services.AddScoped<JournalSubjects>();
        services.AddScoped<JournalReasons>();
        services.AddJobs(builder.Configuration, connectionString);
        services.AddSending(builder.Configuration);
        services.AddAssignment();
        services.AddCorps();
        services.AddApi(deployment);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/status/500", SuppressDiagnosticsCallback = BrokenRequests.AreTheClients });
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<OfficerMiddleware>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapTypeSize();
        app.MapApi();
        app.MapGet("/healthz", () => "ok").AllowAnonymous();
    }
}
