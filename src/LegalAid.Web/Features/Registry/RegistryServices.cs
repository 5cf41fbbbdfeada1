using LegalAid.Store.Registry;
using LegalAid.Web.Features.Registry.Vetting;

namespace LegalAid.Web.Features.Registry;

/// <summary>What the registry's use cases and pages share.</summary>
internal static class RegistryServices
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) =>
        services.AddScoped<Uploads>().AddScoped<RosterPlanner>().AddScoped<HistoryPlanner>().AddScoped<PersonReader>().AddScoped<PersonExtras>()
            .AddScoped<RosterRulesReader>().AddScoped<QueueReturns>().AddScoped<RunningMatters>().AddScoped<PresenceReader>()
            .AddScoped<VettingFactsReader>().AddScoped<SelectionMinutes>().AddScoped<NewMembers>().AddScoped<NewCorpsMembers>().AddScoped<AdmissionCheck>().AddScoped<RenewalOpening>()
            .AddScoped<RemovalBar>().AddScoped<RemovalPapers>().AddScoped<MemberStateReader>().AddScoped<LedgerReader>().AddScoped<RenewalReader>().AddScoped<RenewalDossiers>().AddScoped<OwnRenewals>()
            .AddScoped<OwnHomes>().AddScoped<RecordsPlanner>().AddScoped<LicencePlanner>().AddScoped<MergeFactsReader>().AddScoped<MergePairs>()
            .AddScoped<RecheckFactsReader>().AddScoped<FirmMoves>().AddScoped<PoolChanges>().AddScoped<PlannedChangeBook>();
}
