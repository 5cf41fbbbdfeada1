using LegalAid.Store.Assignment;
using LegalAid.Web.Features.Assignment.Collective;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the assignment use cases read with.</summary>
internal static class AssignmentServices
{
    public static IServiceCollection AddAssignment(this IServiceCollection services) =>
        services.AddScoped<ConflictSearch>().AddScoped<AssignmentFactsReader>().AddScoped<StrengthReader>().AddScoped<DecisionNames>().AddScoped<ProposalPreview>().AddScoped<AssignmentPapers>().AddScoped<HandlerNamings>().AddScoped<DecidingPath>().AddScoped<BureauReports>().AddScoped<CollectiveSteps>().AddScoped<NamingClock>();
}
