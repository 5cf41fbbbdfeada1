using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>What the naming of handlers is judged by: the institution as it stands on the day of the naming.</summary>
public sealed record NamingFacts
{
    public required DateOnly NamingDay { get; init; }

    /// <summary>The district the office serves.</summary>
    public required string District { get; init; }

    public required CaseFacts Case { get; init; }

    /// <summary>The institution the case was assigned to, with its people as of the day of the naming.</summary>
    public required InstitutionFacts Institution { get; init; }

    public required IReadOnlyList<Guid> HandlerIds { get; init; }

    /// <summary>The assignment goes outside the pool, with reason and approval.</summary>
    public bool OutsidePool { get; init; }

    /// <summary>See <see cref="GateView.MentorNeeded"/>.</summary>
    public Setting<bool>? MentorNeeded { get; init; }

    /// <summary>See <see cref="GateView.BeforeWork"/>.</summary>
    public BeforeWork? BeforeWork { get; init; }

    public required AssignmentRules Rules { get; init; }

    public required NationalAssignmentRules Statute { get; init; }
}

/// <summary>The second step of an assignment (BB-2.2): the institution names who handles the case (安排承办人).</summary>
public static class HandlerNaming
{
    /// <summary>Every reason why these people cannot be named; none means they can. All gates are looked at again as of the day of the naming.</summary>
    public static IReadOnlyList<Refusal> WhyNotName(NamingFacts facts)
    {
        var view = new GateView(facts.Case, facts.District, facts.NamingDay, facts.Rules, facts.Statute) { MentorNeeded = facts.MentorNeeded, BeforeWork = facts.BeforeWork };
        return
        [
            .. WhyNotSoMany(facts),
            .. Gates.WhyNotInstitution(facts.Institution, view),
            .. facts.HandlerIds.Distinct().SelectMany(id => WhyNotPerson(id, facts, view)),
        ];
    }

    /// <summary>Whether a second handler may be named: criminal cases know no limit, the others from so many people on (BB-10.3).</summary>
    public static bool AllowsSecond(CaseKind kind, int headcount, AssignmentRules rules) =>
        rules.HandlersPerCase.Value > 1 || kind == CaseKind.Criminal || headcount >= rules.GroupCaseFrom.Value;

    private static IEnumerable<Refusal> WhyNotPerson(Guid id, NamingFacts facts, GateView view) =>
        facts.Institution.Practitioners.FirstOrDefault(p => p.Id == id) is { } person
            ? Gates.WhyNotPractitioner(person, facts.Institution, facts.OutsidePool ? view with { OutsidePool = true } : view)
            : [new Refusal("handler-elsewhere", "承办人不是承办机构的执业人员", [facts.Rules.District.Clause])];

    private static IEnumerable<Refusal> WhyNotSoMany(NamingFacts facts)
    {
        var (rules, count) = (facts.Rules, facts.HandlerIds.Count);
        if (count == 0)
        {
            yield return new("handler-missing", "请指定承办人", [rules.HandlersPerCase.Clause]);
        }

        if (facts.HandlerIds.Distinct().Count() != count)
        {
            yield return new("handler-twice", "同一承办人重复填写", [rules.HandlersPerCase.Clause]);
        }

        // One handler is the rule of articles ten and on; article eleven, on criminal cases, has none. A group case may have more (may, not must).
        if (count > rules.HandlersPerCase.Value && facts.Case.Kind != CaseKind.Criminal && facts.Case.Headcount < rules.GroupCaseFrom.Value)
        {
            yield return new(
                "handler-too-many",
                $"每件案件由{rules.HandlersPerCase.Value}名承办人办理，{rules.GroupCaseFrom.Value}人以上的集团案件方可安排多名",
                [rules.HandlersPerCase.Clause, rules.GroupCaseFrom.Clause],
                $"已填{count}名，受援人{facts.Case.Headcount}人");
        }
    }
}
