using LegalAid.Store.Intake;

namespace LegalAid.Store.Assignment;

/// <summary>A proposal a preview made and nobody wrote down: the next one's conflict check and loads count it as if it stood.</summary>
/// <param name="Case">With its parties.</param>
/// <param name="InstitutionId">Whom it fell to.</param>
/// <param name="MembershipId">The person, where the turn goes to persons.</param>
public sealed record Sketch(AidCase Case, Guid InstitutionId, Guid? MembershipId);
