using LegalAid.Store.Registry;
using LegalAid.Web.Jobs;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>What rounds and applications need beside their use cases, and the jobs that let drafts lapse and open a renewal on its day.</summary>
internal static class RecruitmentServices
{
    public static IServiceCollection AddRecruitment(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RoundBooks>().AddScoped<ApplicationViews>().AddScoped<PrintedApplications>();
        services.AddSingleton(new ScheduledJob(
            "renewals", configuration.GetValue("Yuanku:Jobs:RenewalsEvery", TimeSpan.FromHours(1)), (provider, ct) => provider.GetRequiredService<OpenDueRenewals>().RunAsync(ct)));
        return services.AddSingleton(new ScheduledJob(
            "lapse", configuration.GetValue("Yuanku:Jobs:LapseEvery", TimeSpan.FromMinutes(5)), (provider, ct) => provider.GetRequiredService<LapseDrafts>().RunAsync(ct)));
    }
}
