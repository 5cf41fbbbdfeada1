namespace LegalAid.Web.Features.Intake;

/// <summary>What the intake use cases count with.</summary>
internal static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services.AddScoped<CaseClocks>().AddScoped<NoticeCases>().AddScoped<LetterRegister>().AddScoped<WhyNotCorrect>();
}
