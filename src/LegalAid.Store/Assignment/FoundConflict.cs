using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;

namespace LegalAid.Store.Assignment;

/// <summary>Where parties of a case were found again.</summary>
public enum ConflictSource
{
    /// <summary>使用本系统以前的案件</summary>
    PriorMatter = 1,

    /// <summary>本系统内的另一案件</summary>
    Case,

    /// <summary>名册上的人员本人</summary>
    Member,
}

/// <summary>A party of the case found again, with the name it was found by.</summary>
public sealed record FoundParty(string Name, PartyHit Hit);

/// <summary>A matter, or a person of the roster, in which parties of the case were found: who is concerned and what it means.</summary>
/// <param name="SourceId">The matter, the case or the membership; rulings on namesakes are kept by it.</param>
/// <param name="MembershipIds">Everybody who handles or is proposed to handle the other matter.</param>
public sealed record FoundConflict(ConflictSource Source, Guid SourceId, string Number, CaseKind Kind, Guid InstitutionId, IReadOnlyList<Guid> MembershipIds, IReadOnlyList<FoundParty> Parties)
{
    /// <summary>What a clerk ruled on the namesakes; null while nobody has looked.</summary>
    public bool? SamePerson { get; init; }

    /// <summary>The reason given with the ruling.</summary>
    public string? RulingReason { get; init; }

    /// <summary>What the hits mean for a case of this kind, the ruling heard.</summary>
    public ConflictVerdict Verdict(CaseKind kind) => Judge(kind, SamePerson);

    /// <summary>Something rests on a name alone: a clerk has to look, or has looked and may look again.</summary>
    public bool CanBeRuled(CaseKind kind) => Parties.Any(party => party.Hit.Match == PartyMatch.NameOnly) && !Judge(kind, null).IsNone;

    private ConflictVerdict Judge(CaseKind kind, bool? samePerson)
    {
        var hit = new MatterHit(Number, Kind, samePerson, [.. Parties.Select(party => party.Hit)]);
        return Source == ConflictSource.Member ? Conflicts.JudgeOwnPerson(hit, kind) : Conflicts.Judge(hit, kind);
    }
}
