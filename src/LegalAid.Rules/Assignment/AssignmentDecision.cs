using LegalAid.Rules.Common;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Who should take a case and why, and why nobody else (指派意见). Made from <see cref="AssignmentFacts"/> alone and always the same from the same facts.
/// When the regulation says no, <see cref="Refusals"/> tells every reason and there is no proposal; the lists are there all the same.
/// </summary>
public sealed record AssignmentDecision
{
    /// <summary>Why nothing can be proposed; empty exactly when there is a proposal.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    public Proposal? Proposal { get; init; }

    /// <summary>Who decides on a proposal for this case (BB-5).</summary>
    public required DecidingBody DecidedBy { get; init; }

    /// <summary>What became of each step of the office's order, wishes that could not be followed included.</summary>
    public required IReadOnlyList<StepReport> Steps { get; init; }

    /// <summary>Those who could take the case, in the order of the rotation.</summary>
    public required IReadOnlyList<RankedCandidate> Able { get; init; }

    public required IReadOnlyList<ExcludedCandidate> Excluded { get; init; }

    /// <summary>What whoever decides should know; none of it bars.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the conflict check found and what it means; absent where the facts bring none.</summary>
    public IReadOnlyList<JudgedConflict>? Conflicts { get; init; }

    /// <summary>Need, difficulty and speciality (QDN-2.2); none where the book does not ask.</summary>
    public Considerations? Considered { get; init; }

    /// <summary>None while an application is not granted.</summary>
    public AssignmentClocks? Clocks { get; init; }

    /// <summary>Settings this decision rests on that the office's text does not spell out.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Every clause the decision rests on.</summary>
    public required IReadOnlyList<string> ClauseIds { get; init; }

    /// <summary>Decides an assignment.</summary>
    public static AssignmentDecision Decide(AssignmentFacts facts) => OneCulture.Write(new AssignmentDeciding(facts).Run);
}

/// <summary>
/// The institution proposed, the step that led to it and the turn of the queue it costs; no turn when the office's book lets a chosen case go free,
/// or outside the pool.
/// </summary>
public sealed record Proposal(Guid InstitutionId, OrderStep Step, string Why, IReadOnlyList<string> ClauseIds, RotationTurn? Turn = null)
{
    /// <summary>The person proposed, where the turn goes to persons; otherwise the institution names one later.</summary>
    public Guid? PractitionerId { get; init; }
}

/// <summary>A value taken where the text is silent, and why.</summary>
public sealed record Assumption(string Clause, string Because);

/// <summary>What came of one step.</summary>
public enum StepOutcome
{
    /// <summary>由本步骤确定</summary>
    Chose = 1,

    /// <summary>没有意愿、没有提供过帮助的机构，或无人可派</summary>
    Nothing,

    /// <summary>不符合条件，不予采纳</summary>
    Voided,

    /// <summary>本类案件不适用</summary>
    NotApplicable,

    /// <summary>前一步骤已确定</summary>
    NotReached,
}

/// <summary>What came of one step, in a sentence, with the clauses.</summary>
public sealed record StepReport(OrderStep Step, StepOutcome Outcome, string Text, IReadOnlyList<string> ClauseIds);

/// <summary>An institution, or where the turn goes to persons a practitioner of it, that could take the case, with the figures.</summary>
public sealed record RankedCandidate
{
    public required Guid InstitutionId { get; init; }

    public Guid? PractitionerId { get; init; }

    public required InstitutionKind Kind { get; init; }

    /// <summary>The colour that gave this weight; none where no colour weighs.</summary>
    public Colour? Colour { get; init; }

    public required int Rank { get; init; }

    public required int Weight { get; init; }

    public required long BeforeMillionths { get; init; }

    /// <summary>本案应得</summary>
    public required long ShareMillionths { get; init; }

    /// <summary>The balance if the proposal is followed.</summary>
    public required long AfterMillionths { get; init; }

    public required long WaitingSinceTurn { get; init; }

    public required int DrawnOrder { get; init; }

    public required int OpenCases { get; init; }

    public required int CasesLastYear { get; init; }

    /// <summary>轮到、次之、点援 …; empty for the rest.</summary>
    public required string Note { get; init; }

    public required FourFactors Factors { get; init; }

    /// <summary>Which of the recipient's needs are met and which are not; none when the case has none.</summary>
    public string? Needs { get; init; }

    public required IReadOnlyList<Guid> FitPractitionerIds { get; init; }

    public required IReadOnlyList<UnfitPractitioner> Unfit { get; init; }

    public required IReadOnlyList<ConflictFinding> ConflictWarnings { get; init; }
}

/// <summary>The four factors of BB-9.1 side by side: 资质、专长、办案质量、受援人意愿. They are never added up into a score.</summary>
public sealed record FourFactors(string Qualification, string Speciality, string Quality, string Wish);

/// <summary>A practitioner who may not take the case, with every reason.</summary>
public sealed record UnfitPractitioner(Guid PractitionerId, IReadOnlyList<Refusal> Refusals);

/// <summary>An institution, or where the turn goes to persons a practitioner of it, that may not take the case: the own reasons, and those of each of its people.</summary>
public sealed record ExcludedCandidate(
    Guid InstitutionId,
    InstitutionKind Kind,
    int OpenCases,
    int CasesLastYear,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<UnfitPractitioner> Unfit,
    Guid? PractitionerId = null);
