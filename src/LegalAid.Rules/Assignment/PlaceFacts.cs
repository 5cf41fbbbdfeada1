namespace LegalAid.Rules.Assignment;

/// <summary>The standing in the queue of an institution or a practitioner; see <see cref="RotationPlace"/>.</summary>
public sealed record PlaceFacts(Guid Id, long BalanceMillionths, int DrawnOrder, long WaitingSinceTurn);
