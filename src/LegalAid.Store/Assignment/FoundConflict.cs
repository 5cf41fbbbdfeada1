using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;

namespace LegalAid.Store.Assignment;

/// <summary>A party of the case found again, with the name it was found by and the name that stands there.</summary>
public sealed record FoundParty(string Name, string There, PartyHit Hit);

/// <summary>Everything the conflict check found for a case, and what it looked for.</summary>
public sealed record FoundConflicts(ConflictCase View, IReadOnlyList<SoughtParty> Sought, IReadOnlyList<FoundConflict> All)
{
    /// <summary>For a case that has no parties, such as an example: nothing to look for.</summary>
    public static FoundConflicts NoParties(CaseKind kind, DateOnly day) => new(new(kind, day, 0), [], []);

    /// <summary>As the decision keeps it: no names.</summary>
    public ConflictCheck Check => new(View.LawFirms, Sought, [.. All.Select(found => found.Checked)]) { DutyHelpBars = View.DutyHelpBars ? true : null };
}

/// <summary>A conflict as the check found it, with the names its page shows.</summary>
public sealed record FoundConflict(CheckedConflict Checked, ConflictCase View, IReadOnlyList<FoundParty> Parties)
{
    /// <summary>The reason given with the ruling on namesakes.</summary>
    public string? RulingReason { get; init; }

    public ConflictSource Source => Checked.Source;

    public Guid SourceId => Checked.SourceId;

    public string Number => Checked.Number;

    public Guid InstitutionId => Checked.InstitutionId;

    public IReadOnlyList<Guid> MembershipIds => Checked.MembershipIds;

    public bool? SamePerson => Checked.SamePerson;

    /// <summary>What it means for the case, rulings and consents heard.</summary>
    public ConflictVerdict Verdict => Checked.Judge(View);

    public bool CanBeRuled => Checked.CanBeRuled(View);

    public bool CanBeConsentedTo => ConflictConsents.CanLift(Checked, View);
}
