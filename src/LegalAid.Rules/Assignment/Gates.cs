using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>The case, the office's district, the day and the books a gate is looked at with.</summary>
/// <param name="OutsidePool">The clerk asks to go outside the pool: pool and examination do not bind those who never joined (WZ-9.1, WZ-21.2).</param>
public sealed record GateView(CaseFacts Case, string District, DateOnly Day, AssignmentRules Rules, NationalAssignmentRules Statute, bool OutsidePool = false)
{
    /// <summary>Whether and by which clause the roster's intents bind: they are the office's knowledge of who is fit for which work (BB-9.1, QJ-2.3a, QJ-2.3b).</summary>
    public Setting<bool> Intent => Case.Kind == CaseKind.Criminal ? Rules.CriminalIntent : Rules.OtherIntent;

    /// <summary>The office's steps for this kind of case, in order.</summary>
    public Setting<IReadOnlyList<OrderStep>> Order => Case.Kind == CaseKind.Criminal ? Rules.CriminalOrder : Rules.OtherOrder;

    /// <summary>Whether and by which clause a first-timer needs a mentor before the first case (WZ-24.1); null where the book knows no mentors.</summary>
    public Setting<bool>? MentorNeeded { get; init; }

    /// <summary>Who from elsewhere comes before whom (QDN-3.3, QDN-4.2b); null where the book is silent.</summary>
    public ElsewhereOrder? Elsewhere { get; init; }

    /// <summary>How the recipient's needs bind: the office's own word, else the national one.</summary>
    public Setting<NeedStrength>? Needs => Rules.RecipientNeeds ?? Statute.RecipientNeeds;

    public static GateView Of(AssignmentFacts facts) => new(facts.Case, facts.District, facts.DecidingDay, facts.Rules, facts.Statute)
    {
        MentorNeeded = facts.MentorNeeded,
        Elsewhere = facts.Elsewhere,
    };

    public bool TurnsOverPeople => Rules.Turns.Value == TurnTaker.Practitioners;
}

/// <summary>
/// The gates before an assignment: who may not take this case, and every reason why. No wish, order or approval sets a gate aside.
/// </summary>
public static class Gates
{
    private const string LeaveClause = "REG-25";
    private const string DeclinedClause = "LAW-46";

    /// <summary>Every reason why a practitioner cannot take the case; none means fit.</summary>
    public static IReadOnlyList<Refusal> WhyNotPractitioner(PractitionerFacts person, InstitutionFacts institution, GateView view) =>
    [
        .. Membership(person, institution, view),
        .. Pool(person, view),
        .. Licence(person, view),
        .. Away(person, view),
        .. Experience.WhyNot(person, view),
        .. Intent(person, view),
        .. BeginnersAndNeeds.WhyNot(person, institution, view),
        .. Conflicts(person.Conflicts, view),
    ];

    /// <summary>Every reason why an institution itself cannot take the case, whoever works there.</summary>
    public static IEnumerable<Refusal> WhyNotInstitution(InstitutionFacts institution, GateView view)
    {
        var rules = view.Rules;
        if (institution.ClosedOn <= view.Day)
        {
            yield return new("institution-closed", "机构已注销或停止执业", [rules.District.Clause], $"{institution.ClosedOn:yyyy-MM-dd}起");
        }

        if (institution.District != view.District && rules.District.Value == DistrictReach.OwnDistrict)
        {
            yield return new("institution-district", $"机构不在本区（{view.District}）注册", [rules.District.Clause], $"注册地：{institution.District}");
        }

        if (institution.Kind != InstitutionKind.LawFirm && LawyersOnly(view) is { Count: > 0 } clauses)
        {
            yield return new("institution-not-law-firm", "刑事案件只指派律师事务所", clauses, "基层法律服务所");
        }

        if (view.Case.DeclinedBy.Contains(institution.Id))
        {
            yield return new("institution-declined", "已有正当理由辞接本案", [DeclinedClause], WhyDeclined(view, institution.Id));
        }

        if (view.Case.SetAside.Contains(institution.Id))
        {
            yield return new("institution-set-aside", "负责人已决定本案不由该机构承办", [rules.OrdinaryDecision.Clause]);
        }

        foreach (var refusal in Conflicts(institution.Conflicts, view))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Membership(PractitionerFacts person, InstitutionFacts institution, GateView view)
    {
        if (person.LeftOn <= view.Day)
        {
            yield return new("practitioner-left", "已离开本区执业机构", [view.Rules.District.Clause], $"{person.LeftOn:yyyy-MM-dd}起");
        }

        if (institution.District != view.District && view.Rules.District.Value == DistrictReach.OwnAndVolunteers && !person.WillingFromElsewhere)
        {
            yield return new("practitioner-not-willing", "在外地执业，未登记自愿接受本机构指派", [view.Rules.District.Clause], $"注册地：{institution.District}");
        }

        if (view.Case.DeclinedBy.Contains(person.Id))
        {
            yield return new("practitioner-declined", "已有正当理由辞接本案", [DeclinedClause], WhyDeclined(view, person.Id));
        }

        if (view.Case.SetAside.Contains(person.Id))
        {
            yield return new("practitioner-set-aside", "负责人已决定本案不由其承办", [view.Rules.OrdinaryDecision.Clause]);
        }
    }

    private static IEnumerable<Refusal> Pool(PractitionerFacts person, GateView view)
    {
        if (view.OutsidePool)
        {
            yield break;
        }

        if (view.Rules.CasePoolOnly is { Value: true } pool && !person.InCasePool)
        {
            yield return new("practitioner-outside-pool", "不在办案库", [pool.Clause]);
        }

        if (view.Rules.ExamPassMark is { } mark && !(person.ExamScore >= mark.Value))
        {
            yield return new("practitioner-no-exam", "未通过培训考试，不能办案", [mark.Clause], person.ExamScore is { } score ? $"最好成绩{score}分，{mark.Value}分合格" : "没有考试记录");
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

    // Basic-level workers defend nobody (CF-18).
    private static List<string> LawyersOnly(GateView view) =>
        view.Case.Kind != CaseKind.Criminal ? []
        : [.. new[] { view.Statute.LawyersOnlyForDefence, view.Rules.LawyersOnlyForCrime }.Where(s => s is { Value: true }).Select(s => s!.Clause)];

    private static IEnumerable<Refusal> Away(PractitionerFacts person, GateView view)
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
                yield return new("practitioner-suspended", "暂停指派", [absence.Clause ?? LeaveClause], days);
            }
            else if (view.Statute.SuspendedPractice.Value)
            {
                yield return new(StoppedCode(absence.Kind), Absences.NameOf(absence.Kind), [view.Statute.SuspendedPractice.Clause], days);
            }
        }
    }

    private static string StoppedCode(AbsenceKind kind) => kind switch
    {
        AbsenceKind.AppraisalFailed => "practitioner-appraisal",
        AbsenceKind.LicenceEnded => "practitioner-licence",
        _ => "practitioner-stopped",
    };

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
        if (view.Intent.Value && !person.Intents.HasFlag(intent))
        {
            yield return new("practitioner-intent", $"服务意向不含{name}", [view.Intent.Clause], "名册登记的服务意向");
        }
    }

    private static string? WhyDeclined(GateView view, Guid candidate) =>
        view.Case.Declines?.FirstOrDefault(d => d.CandidateId == candidate) is { } declined ? $"{Declining.WordOf(declined.Ground)}，{declined.RuledOn:yyyy-MM-dd}认定" : null;

    private static IEnumerable<Refusal> Conflicts(IReadOnlyList<ConflictFinding> findings, GateView view) =>
        !view.Statute.DirectConflict.Value ? [] :
        findings.Where(f => f.Bars).Select(f => new Refusal("conflict", f.Fact, [f.Rule], f.Matter));
}
