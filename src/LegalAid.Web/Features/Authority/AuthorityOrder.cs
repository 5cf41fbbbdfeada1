namespace LegalAid.Web.Features.Authority;

/// <summary>A letter of authority as it is to be granted.</summary>
/// <param name="PrincipalId">The head in whose stead.</param>
/// <param name="OfficerId">Who acts.</param>
/// <param name="LetterNumber">The number of the letter.</param>
/// <param name="FirstDay">The first day on which it holds.</param>
/// <param name="LastDay">The last day on which it holds.</param>
/// <param name="Scope">What it covers.</param>
public sealed record AuthorityOrder(Guid PrincipalId, Guid OfficerId, string LetterNumber, DateOnly FirstDay, DateOnly LastDay, AuthorityScope Scope);

/// <summary>What an authority covers.</summary>
public sealed record AuthorityScope(bool DecidesProposals, bool Revokes, bool DecidesRecusals)
{
    public bool HasAny => DecidesProposals || Revokes || DecidesRecusals;
}
