using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Joining;

/// <summary>On which step of the application something that is missing is filled in.</summary>
public static class MissingStep
{
    /// <returns>The address of the step below the application's; empty for the form itself.</returns>
    public static string Of(MissingItem item) => item.Code switch
    {
        "employment" => "/career",
        "photo" or "licence-copy" or "identity-copy" or "employers-page" => "/papers",
        _ => "",
    };
}
