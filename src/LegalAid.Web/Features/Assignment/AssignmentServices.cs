using LegalAid.Store.Assignment;
using LegalAid.Web.Features.Assignment.Batch;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Features.Assignment.Declines;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the assignment use cases read with.</summary>
internal static class AssignmentServices
{
    public static IServiceCollection AddAssignment(this IServiceCollection services) =>
        services.AddScoped<ConflictSearch>().AddScoped<AssignmentFactsReader>().AddScoped<DecisionNames>().AddScoped<AssignmentDrafts>().AddScoped<ProposalPreview>().AddScoped<AssignmentPapers>().AddScoped<HandlerNamings>().AddScoped<DecidingPath>().AddScoped<BureauReports>().AddScoped<CollectiveSteps>().AddScoped<NamingClock>().AddScoped<BatchSteps>().AddScoped<BatchPreview>().AddScoped<AuthorityCheck>().AddScoped<ApprovalCheck>().AddScoped<StrengthReader>().AddScoped<CaseReservations>().AddScoped<DeclineBooks>().AddScoped<DeclineFactsReader>();
}
