using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The case, the office's district, the day and the books a gate is looked at with.</summary>
/// <param name="OutsidePool">The clerk asks to go outside the pool: it does not bind those who never joined (WZ-9.1, WZ-21.2), nor do training and exam unless the book says so.</param>
public sealed record GateView(CaseFacts Case, string District, DateOnly Day, AssignmentRules Rules, NationalAssignmentRules Statute, bool OutsidePool = false)
{
    /// <summary>Whether and by which clause the roster's intents bind: they are the office's knowledge of who is fit for which work (BB-9.1, QJ-2.3a, QJ-2.3b).</summary>
    public Setting<bool> Intent => Case.Kind == CaseKind.Criminal ? Rules.CriminalIntent : Rules.OtherIntent;

    /// <summary>The office's steps for this kind of case, in order.</summary>
    public Setting<IReadOnlyList<OrderStep>> Order => Case.Kind == CaseKind.Criminal ? Rules.CriminalOrder : Rules.OtherOrder;

    /// <summary>Whether and by which clause a first-timer needs a mentor before the first case (WZ-24.1); null where the book knows no mentors.</summary>
    public Setting<bool>? MentorNeeded { get; init; }

    /// <summary>Training and exam before the work (WZ-10); null where the book does not say, and in older records.</summary>
    public BeforeWork? BeforeWork { get; init; }

    /// <summary>Who from elsewhere comes before whom (QDN-3.3, QDN-4.2b); null where the book is silent.</summary>
    public ElsewhereOrder? Elsewhere { get; init; }

    /// <summary>How the recipient's needs bind: the office's own word, else the national one.</summary>
    public Setting<NeedStrength>? Needs => Rules.RecipientNeeds ?? Statute.RecipientNeeds;

    /// <summary>What follows where nobody knows when somebody began to defend in criminal cases (REG-26): the office's own word, else the national one.</summary>
    public Setting<UnknownYears>? UnknownDefenceYears => Rules.UnknownDefenceYears ?? Statute.UnknownDefenceYears;

    public static GateView Of(AssignmentFacts facts) => new(facts.Case, facts.District, facts.DecidingDay, facts.Rules, facts.Statute)
    {
        MentorNeeded = facts.MentorNeeded,
        BeforeWork = facts.BeforeWork,
        Elsewhere = facts.Elsewhere,
    };

    public bool TurnsOverPeople => Rules.Turns.Value == TurnTaker.Practitioners;
}
