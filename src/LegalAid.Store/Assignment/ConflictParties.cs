using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Search;

namespace LegalAid.Store.Assignment;

/// <summary>Somebody in another matter or on the roster whom a party of the case may be.</summary>
internal sealed record PartyThere(string Name, byte[]? IdentityIndex, PartyRole Role, bool IsFormerName = false);

/// <summary>The parties of a case as the conflict check looks for them.</summary>
internal sealed class ConflictParties(AidCase aidCase)
{
    public AidCase Case => aidCase;

    public List<string> Shapes { get; } = aidCase.Parties.ConvertAll(party => ConflictNames.Shape(party.Name));

    /// <summary>Every way the names of persons may sound.</summary>
    public List<string> Sounds { get; } = [.. aidCase.Parties.Where(party => !party.IsOrganisation).SelectMany(party => ConflictNames.Sounds(party.Name, BuiltInReadings.Table))];

    public List<byte[]> Indexes { get; } = [.. aidCase.Parties.Select(party => party.IdentityIndex).OfType<byte[]>()];

    public List<string> Organisations { get; } = [.. aidCase.Parties.Where(party => party.IsOrganisation).Select(party => party.Name)];

    public IReadOnlyList<SoughtParty> Sought => [.. aidCase.Parties.OrderBy(party => party.Order).Select(party => new SoughtParty(party.Role, party.IdentityIndex is not null))];

    public List<FoundParty> Hits(params IEnumerable<PartyThere> there) =>
    [
        .. from one in there
           from party in aidCase.Parties
           let match = Match(party, one)
           where match is not null
           select new FoundParty(party.Name, one.Name, new(party.Role, match.Value, one.Role)),
    ];

    // The same number is the same person; two different numbers are two people, whatever their names.
    private static PartyMatch? Match(CaseParty party, PartyThere there) => (party.IdentityIndex, there.IdentityIndex) switch
    {
        ({ } own, { } other) => own.AsSpan().SequenceEqual(other) ? PartyMatch.Certain : null,
        _ when party.IsOrganisation => party.Name == there.Name ? PartyMatch.Certain : ConflictNames.Shape(party.Name) == ConflictNames.Shape(there.Name) ? PartyMatch.Lookalike : null,
        _ => ConflictNames.Compare(party.Name, there.Name, BuiltInReadings.Table) switch
        {
            PartyMatch.NameOnly when there.IsFormerName => PartyMatch.FormerName,
            var match => match,
        },
    };
}
