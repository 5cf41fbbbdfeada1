using Xunit.Sdk;

namespace LegalAid.Rules.Tests;

/// <summary>Marks the test that proves a clause: <c>./legalaid clauses</c> counts it, and test runs can be filtered by <c>Clause=BB-11.1</c>.</summary>
[TraitDiscoverer("LegalAid.Rules.Tests.ClauseDiscoverer", "LegalAid.Rules.Tests")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ClauseAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Turns <see cref="ClauseAttribute"/> into test traits.</summary>
public sealed class ClauseDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(Xunit.Abstractions.IAttributeInfo traitAttribute) =>
        traitAttribute.GetConstructorArguments().OfType<string[]>().SelectMany(ids => ids).Select(id => KeyValuePair.Create("Clause", id));
}
