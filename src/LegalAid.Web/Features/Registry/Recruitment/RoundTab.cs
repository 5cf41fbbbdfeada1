using System.Security.Claims;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Which of a round's pages is open; every one of them leads to the others, in the order of the work.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Current">The address of the open page below the round's; empty for the round itself.</param>
public sealed record RoundTab(Guid RoundId, string Current = "")
{
    private static readonly (string Address, string Title)[] Office = [("applications", "申请"), ("readers", "通知到达")];
    private static readonly (string Address, string Title)[] Centre = [("applications", "申请"), ("comparison", "申报比较"), ("minutes", "择优记录"), ("results", "入库名单"), ("readers", "通知到达")];

    /// <summary>What this officer may open.</summary>
    public IReadOnlyList<(string Address, string Title)> TabsFor(ClaimsPrincipal officer) =>
        officer.IsInRole(Roles.Clerk) || officer.IsInRole(Roles.Director) ? Centre : Office;
}
