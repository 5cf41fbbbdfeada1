using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>The case, the day and the books a gate is looked at with.</summary>
public sealed record GateView(CaseFacts Case, DateOnly Day, AssignmentRules Rules, NationalAssignmentRules Statute);

/// <summary>
/// The gates before an assignment: who may not take this case, and every reason why. No wish, order or approval sets a gate aside.
/// </summary>
public static class Gates
{
    /// <summary>No rule book has a setting for this; BB-9.1 asks for the fitting qualification, and the roster's intents are the office's knowledge of it.</summary>
    public const string IntentClause = "BB-9.1";

    private const string LeaveClause = "REG-25";
    private const string DeclinedClause = "LAW-46";

    /// <summary>Every reason why a practitioner cannot take the case; none means fit.</summary>
    public static IReadOnlyList<Refusal> WhyNotPractitioner(PractitionerFacts person, GateView view) =>
    [
        .. Membership(person, view),
        .. Licence(person, view),
        .. Absences(person, view),
        .. Experience(person, view),
        .. Intent(person, view),
        .. Conflicts(person.Conflicts, view),
    ];

    /// <summary>Every reason why an institution itself cannot take the case, whoever works there.</summary>
    public static IEnumerable<Refusal> WhyNotInstitution(InstitutionFacts institution, GateView view)
    {
        var (rules, statute) = (view.Rules, view.Statute);
        if (institution.ClosedOn <= view.Day)
        {
            yield return new("institution-closed", "机构已注销或停止执业", [rules.District.Clause], $"{institution.ClosedOn:yyyy-MM-dd}起");
        }

        if (institution.District != rules.District.Value)
        {
            yield return new("institution-district", $"机构不在本区（{rules.District.Value}）注册", [rules.District.Clause], $"注册地：{institution.District}");
        }

        if (institution.Kind != InstitutionKind.LawFirm && LawyersOnly(view) is { Count: > 0 } clauses)
        {
            yield return new("institution-not-law-firm", "刑事案件只指派律师事务所", clauses, "基层法律服务所");
        }

        if (view.Case.DeclinedBy.Contains(institution.Id))
        {
            yield return new("institution-declined", "已有正当理由辞接本案", [DeclinedClause]);
        }

        foreach (var refusal in Conflicts(institution.Conflicts, view))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Membership(PractitionerFacts person, GateView view)
    {
        if (person.LeftOn <= view.Day)
        {
            yield return new("practitioner-left", "已离开本区执业机构", [view.Rules.District.Clause], $"{person.LeftOn:yyyy-MM-dd}起");
        }
    }

    private static IEnumerable<Refusal> Licence(PractitionerFacts person, GateView view)
    {
        if (person.Kind != PractitionerKind.Lawyer && LawyersOnly(view) is { Count: > 0 } clauses)
        {
            yield return new("practitioner-not-lawyer", "刑事案件只能指派律师", clauses, "基层法律服务工作者");
        }
        else if (CaseGravity.IsMinorsCriminalCase(view.Case) && view.Statute.MinorSpecialist.Value && !person.MinorsSpecialist)
        {
            yield return new("practitioner-minors", "未成年人刑事案件须由熟悉未成年人身心特点的律师承办", [view.Statute.MinorSpecialist.Clause], "未登记未成年人专长");
        }
    }

    private static List<string> LawyersOnly(GateView view) =>
        view.Case.Kind != CaseKind.Criminal ? []
        : [.. new[] { view.Statute.LawyersOnlyForDefence, view.Rules.LawyersOnlyForCrime }.Where(s => s.Value).Select(s => s.Clause)];

    private static IEnumerable<Refusal> Absences(PractitionerFacts person, GateView view)
    {
        foreach (var absence in person.Absences.Where(a => a.Covers(view.Day)))
        {
            var days = $"{absence.First:yyyy-MM-dd}至{(absence.Last is { } last ? $"{last:yyyy-MM-dd}" : "另行通知")}";
            if (absence.Kind == AbsenceKind.Leave)
            {
                yield return new("practitioner-leave", "请假", [LeaveClause], days);
            }
            else if (absence.Kind == AbsenceKind.Suspension)
            {
                yield return new("practitioner-suspended", "暂停指派", [LeaveClause], days);
            }
            else if (view.Statute.SuspendedPractice.Value)
            {
                yield return new("practitioner-stopped", "停止执业", [view.Statute.SuspendedPractice.Clause], days);
            }
        }
    }

    private static IEnumerable<Refusal> Experience(PractitionerFacts person, GateView view)
    {
        if (!CaseGravity.NeedsExperiencedDefender(view.Case))
        {
            yield break;
        }

        var years = new List<Setting<int>> { view.Rules.GraveCaseMinYears };
        if (CaseGravity.IsLifeOrDeath(view.Case))
        {
            years.Insert(0, view.Statute.LifeSentenceMinYears);
        }

        if (years.FindAll(s => !HasPractised(person, s.Value, view.Day)) is { Count: > 0 } missing)
        {
            yield return new(
                "practitioner-years",
                $"执业不满{missing.Max(s => s.Value)}年，不能承办可能判处无期徒刑以上、有社会影响或重大疑难的刑事案件",
                [.. missing.Select(s => s.Clause).Distinct(StringComparer.Ordinal)],
                $"首次执业{person.FirstLicensedOn:yyyy-MM-dd}，至{view.Day:yyyy-MM-dd}满{FullYears(person.FirstLicensedOn, view.Day)}年");
        }

        if (person.CriminalCases < view.Rules.GraveCaseMinCriminalCases.Value)
        {
            var needed = view.Rules.GraveCaseMinCriminalCases;
            yield return new("practitioner-criminal-cases", $"刑事辩护不足{needed.Value}件，不属辩护经验丰富", [needed.Clause], $"累计{person.CriminalCases}件");
        }
    }

    // "三年以上" includes the third anniversary itself (民法典第一千二百五十九条). Someone licensed on 29 February has the anniversary on the 28th.
    private static bool HasPractised(PractitionerFacts person, int years, DateOnly day) => person.FirstLicensedOn.AddYears(years) <= day;

    public static int FullYears(DateOnly from, DateOnly day) =>
        day < from ? 0 : day.Year - from.Year - (from.AddYears(day.Year - from.Year) > day ? 1 : 0);

    private static IEnumerable<Refusal> Intent(PractitionerFacts person, GateView view)
    {
        var (intent, name) = view.Case.Kind switch
        {
            CaseKind.Criminal => (ServiceIntents.CriminalDefence, "刑事辩护"),
            CaseKind.Civil => (ServiceIntents.CivilRepresentation, "民事代理"),
            CaseKind.Administrative => (ServiceIntents.AdministrativeRepresentation, "行政代理"),
            CaseKind.LabourArbitration => (ServiceIntents.LabourArbitration, "劳动仲裁"),
            CaseKind.NonLitigation => (ServiceIntents.None, ""),
            var kind => throw new InvalidOperationException($"Unknown kind of case {kind}."),
        };
        if (!person.Intents.HasFlag(intent))
        {
            yield return new("practitioner-intent", $"服务意向不含{name}", [IntentClause], "名册登记的服务意向");
        }
    }

    private static IEnumerable<Refusal> Conflicts(IReadOnlyList<ConflictFinding> findings, GateView view) =>
        !view.Statute.DirectConflict.Value ? [] :
        findings.Where(f => f.Bars).Select(f => new Refusal("conflict", f.Fact, [f.Rule], f.Matter));
}
