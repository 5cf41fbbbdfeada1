using LegalAid.Rules.Recusals;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Recusals;

/// <summary>Where the program's roles stand in the chain of recusal.</summary>
internal static class RecusalRanks
{
    /// <summary>The roles that work on assignments; everybody else's conflicts are gates of the assignment itself.</summary>
    public static readonly string[] Concerned = [Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau];

    public static OfficerRank Of(string role) => role switch
    {
        Roles.Clerk => OfficerRank.Clerk,
        Roles.Director => OfficerRank.CentreHead,
        Roles.Section => OfficerRank.Section,
        Roles.Bureau => OfficerRank.Bureau,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Does not work on assignments."),
    };
}
