namespace LegalAid.Rules.Common;

/// <summary>
/// A "no" of the regulation, said as a value: a stable code, the sentence a person reads, the fact it rests on and the clauses that say so.
/// An overridable refusal comes from a soft rule (原则上) and may be set aside with a recorded reason.
/// </summary>
public sealed record Refusal(string Code, string Message, IReadOnlyList<string> ClauseIds, string? Fact = null, bool Overridable = false)
{
    /// <summary>The code of a refusal that is nobody's fault: what was seen had changed before it was sent.</summary>
    public const string StaleCode = "stale";
}
