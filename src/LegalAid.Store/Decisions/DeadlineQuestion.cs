using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Decisions;

/// <summary>Which periods run from which moment, as somebody outside states it; the periods themselves come from the books of that day.</summary>
public sealed record DeadlineQuestion
{
    /// <summary>The office's local time.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The clauses the periods stand in, the office's own first, such as BB-6.1 and LAW-36.</summary>
    public required IReadOnlyList<string> Clauses { get; init; }

    public IReadOnlyList<PauseFacts> Pauses { get; init; } = [];

    public bool InCustody { get; init; }

    internal static Outcome<Answer> Answer(DeadlineQuestion question, Asking asking)
    {
        var day = DateOnly.FromDateTime(question.StartedAt);
        List<Refusal> faults = [.. Questions.LaterThan(asking.Day, ("/startedAt", question.StartedAt)), .. Questions.Faults(question.Pauses, asking.Day)];
        if (faults.Count > 0)
        {
            return faults;
        }

        var (own, statute) = (asking.OwnBook(day), asking.Books.National(day));
        List<PeriodRule> known = [.. BookPeriods.Of(own).Concat(BookPeriods.Of(statute))];
        faults = [.. question.Clauses.Select((clause, index) => known.Exists(rule => rule.Clause == clause) ? null : NoPeriod(clause, index)).OfType<Refusal>()];
        if (question.Clauses.Count == 0)
        {
            faults = [new("facts-missing", "至少写一条", [], "/clauses")];
        }

        return faults.Count > 0 ? faults : Decide(question, [.. question.Clauses.Distinct(StringComparer.Ordinal).SelectMany(clause => known.FindAll(rule => rule.Clause == clause))], own, statute, asking.Calendar);
    }

    private static Answer Decide(DeadlineQuestion question, List<PeriodRule> rules, RuleBook own, NationalRuleBook statute, WorkCalendar calendar) =>
        Decisions.Answer.Of(
            DeadlineDecision.Decide(new()
            {
                StartedAt = question.StartedAt,
                Rules = rules,
                Calendar = calendar,
                Pauses = [.. question.Pauses.Select(pause => pause.Range())],
                InCustody = question.InCustody,
            }),
            isYes: true,
            own,
            statute);

    private static Refusal NoPeriod(string clause, int index) => new("clause-without-period", $"{clause} 没有期限参数，或当日本机构没有这一条", [], $"/clauses/{index}");
}
