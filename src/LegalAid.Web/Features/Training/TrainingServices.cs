namespace LegalAid.Web.Features.Training;

/// <summary>What the training's use cases and pages share.</summary>
internal static class TrainingServices
{
    public static IServiceCollection AddTraining(this IServiceCollection services) =>
        services.AddScoped<SignInCodes>().AddScoped<OwnAttendances>().AddScoped<AttendElsewhere>().AddScoped<CorpsInvitees>().AddScoped<OwnExams>();
}
