using LegalAid.Store.Registry;
using LegalAid.Web.Jobs;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>What rounds and applications need beside their use cases, and the registry's jobs: drafts lapse, a renewal opens and changes recorded ahead act on their day.</summary>
internal static class RecruitmentServices
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RoundBooks>().AddScoped<ApplicationViews>().AddScoped<PrintedApplications>();
        services.AddJob(configuration, new("renewals", "0 0 * * * ?", (provider, ct) => provider.GetRequiredService<OpenDueRenewals>().RunAsync(ct)));
        services.AddJob(configuration, new("changes", "0 5 * * * ?", (provider, ct) => provider.GetRequiredService<ActOnPlannedChanges>().RunAsync(ct)));
        return services.AddJob(configuration, new("lapse", "0 0/5 * * * ?", (provider, ct) => provider.GetRequiredService<LapseDrafts>().RunAsync(ct)));
    }
}
