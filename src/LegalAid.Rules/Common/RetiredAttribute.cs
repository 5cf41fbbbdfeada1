namespace LegalAid.Rules.Common;

/// <summary>Members a record had once. Decisions stored with them are still read and recomputed; nothing is written under these names any more.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RetiredAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
