using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Everything an assignment is decided from, exactly as the rule saw it, so that the decision can be recomputed years later.
/// Persons appear by id only; names belong to the page that shows them.
/// </summary>
public sealed record AssignmentFacts
{
    /// <summary>The day of the decision: qualifications, absences and years of practice are looked at as of this day.</summary>
    public required DateOnly DecidingDay { get; init; }

    /// <summary>The district the office serves.</summary>
    public required string District { get; init; }

    public required CaseFacts Case { get; init; }

    public required IReadOnlyList<InstitutionFacts> Institutions { get; init; }

    /// <summary>Turns given so far in the queue this case goes through.</summary>
    public required long QueueTurn { get; init; }

    /// <summary>The office's own book on the day of the decision.</summary>
    public required AssignmentRules Rules { get; init; }

    /// <summary>The statute on the day of the decision.</summary>
    public required NationalAssignmentRules Statute { get; init; }

    /// <summary>The clocks' periods by the books of the day that started them; absent in older records, whose clocks went by the day of the decision.</summary>
    public ClockRules? ClockRules { get; init; }

    /// <summary>What the colours are worth where the turn goes to persons, by the book of the deciding day; none where the book knows no colours.</summary>
    public ColourWeights? ColourWeights { get; init; }

    /// <summary>The conflict check as it was made; absent in older records and in questions from outside. Its findings stand at the institutions and practitioners.</summary>
    public ConflictCheck? ConflictCheck { get; init; }

    /// <summary>Whether a first-timer needs a mentor before the first case (WZ-24.1); none where the book knows no mentors.</summary>
    public Setting<bool>? MentorNeeded { get; init; }

    /// <summary>Training and exam before the work (WZ-10); none where the book does not say, and in older records.</summary>
    public BeforeWork? BeforeWork { get; init; }

    /// <summary>Who from elsewhere comes before whom (QDN-3.3, QDN-4.2b); none where the book is silent.</summary>
    public ElsewhereOrder? Elsewhere { get; init; }

    /// <summary>How short of people the place is (QDN-2.2); none where the book does not ask.</summary>
    public ServiceNeed? ServiceNeed { get; init; }

    /// <summary>The part of the calendar the clocks run over: from the day of the start, some sixty days.</summary>
    public required WorkCalendar Calendar { get; init; }
}
