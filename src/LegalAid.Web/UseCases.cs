using System.Reflection;

namespace LegalAid.Web;

/// <summary>Registers every use case: a public class of a feature folder with a public RunAsync.</summary>
internal static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        foreach (var useCase in All)
        {
            services.AddScoped(useCase);
        }

        return services;
    }

    private static IEnumerable<Type> All => typeof(UseCases).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true }
            && type.Namespace?.StartsWith("LegalAid.Web.Features.", StringComparison.Ordinal) == true
            && type.GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public) is not null);
}
