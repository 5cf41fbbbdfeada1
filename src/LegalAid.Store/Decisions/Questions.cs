using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry.Vetting;

namespace LegalAid.Store.Decisions;

/// <summary>The kinds of questions the rules answer: at the command line, and over the interface for programs.</summary>
public static class Questions
{
    public static IReadOnlyList<QuestionKind> All { get; } =
    [
        QuestionKind.Of<AssignmentQuestion, AssignmentDecision>("assignment", "指派：案件、机构和人员、轮次", AssignmentQuestion.Answer),
        QuestionKind.Of<AdmissionQuestion, AdmissionDecision>("admission", "受理：申请能否给予法律援助", AdmissionQuestion.Answer),
        QuestionKind.Of<PoolAdmissionQuestion, VettingDecision>("pool-admission", "入库：申请人能否进入资源库、哪些意向和库别", PoolAdmissionQuestion.Answer),
        QuestionKind.Of<DeadlineQuestion, DeadlineDecision>("deadline", "期限：自何时起算、依哪几条", DeadlineQuestion.Answer),
    ];

    public static QuestionKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Faults of facts that are later than the day they are judged on.</summary>
    internal static IEnumerable<Refusal> LaterThan(DateOnly day, params (string Place, DateTime? Moment)[] stated) => stated
        .Where(one => one.Moment is { } moment && DateOnly.FromDateTime(moment) > day)
        .Select(one => new Refusal("facts-later", $"晚于作答之日 {day:yyyy-MM-dd}", [], one.Place));

    /// <summary>Faults of days that do not count: each run in order, none later than the day of the answer.</summary>
    internal static IEnumerable<Refusal> Faults(IReadOnlyList<PauseFacts> pauses, DateOnly day) => pauses
        .Select((pause, index) => pause.Last < pause.First ? new Refusal("facts-value", "末日早于首日", [], $"/pauses/{index}/last")
            : pause.Last > day ? new Refusal("facts-later", $"晚于作答之日 {day:yyyy-MM-dd}", [], $"/pauses/{index}/last")
            : null)
        .OfType<Refusal>();
}

/// <summary>A run of days that do not count (补正、异地协作), both included.</summary>
public sealed record PauseFacts(DateOnly First, DateOnly Last)
{
    internal DateRange Range() => new(First, Last);
}
