using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Demo;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Cases;
using LegalAid.Web.Features.Intake;
using LegalAid.Web.Features.Journal;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Jobs;
using LegalAid.Web.Parts;

namespace LegalAid.Web;

/// <summary>The program made ready: database started and migrated, keys and rule books loaded, services and pages in place.</summary>
internal sealed class YuankuHost : IAsyncDisposable
{
    private readonly PrivateServer? server;

    private YuankuHost(WebApplication app, PrivateServer? server)
    {
        App = app;
        this.server = server;
    }

    public WebApplication App { get; }

    public static async Task<YuankuHost> StartAsync(string[] args, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseStaticWebAssets();       // also when run from the build output
        var deployment = Deployment.From(builder.Configuration);
        var keys = FieldKeys.LoadOrCreate(Path.Combine(deployment.KeyFolder, "field-keys.json"));
        var ruleBooks = RuleBooks.Load(deployment.RuleBookFolder);
        var own = deployment.Database is null
            ? await PrivateServer.StartAsync(Path.Combine(deployment.DataFolder, "postgres"), string.Empty, ct)
            : null;
        try
        {
            var database = deployment.Database ?? own!.Connections;
            await Migrator.MigrateAsync(database.Owner, ct);
            await FirstRows.PutAsync(database.Owner, keys, ruleBooks, ct);
            AddServices(builder.Services, deployment, database.App, keys, ruleBooks);
            var app = builder.Build();
            UsePipeline(app);
            return new(app, own);
        }
        catch
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static void AddServices(IServiceCollection services, Deployment deployment, string connectionString, FieldKeys keys, RuleBooks ruleBooks)
    {
        services.AddSingleton(new FieldCipher(keys));
        services.AddSingleton(ruleBooks);
        services.AddSingleton<DemoClock>();
        services.AddSingleton<OfficeClock>(provider => provider.GetRequiredService<DemoClock>());
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<OfficeClock>());
        services.AddAidDb(_ => connectionString);
        services.AddAccess(deployment.KeyFolder, deployment.SecureCookies);
        services.AddPages();
        services.AddRegistry();
        services.AddUseCases();
        services.AddIntake();
        services.AddScoped<CaseDetails>();
        services.AddScoped<OfficeBooks>();
        services.AddScoped<OfficeNames>();
        services.AddScoped<JournalSubjects>();
        services.AddScoped<SealJournal>();
        services.AddHostedService<SealingService>();
        services.AddAssignment();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseAuthentication();
        app.UseMiddleware<OfficerMiddleware>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapTypeSize();
        app.MapGet("/healthz", () => "ok").AllowAnonymous();
    }
}
