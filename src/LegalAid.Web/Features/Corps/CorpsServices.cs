namespace LegalAid.Web.Features.Corps;

/// <summary>What postings and the corps are read with.</summary>
internal static class CorpsServices
{
    public static IServiceCollection AddCorps(this IServiceCollection services) =>
        services.AddScoped<PostingDesk>().AddScoped<BidComparison>().AddScoped<OpenPostings>().AddScoped<PostingBidders>().AddScoped<CorpsCandidates>().AddScoped<CorpsList>().AddScoped<CorpsLapses>();
}
