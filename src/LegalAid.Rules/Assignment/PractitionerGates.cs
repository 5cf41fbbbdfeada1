using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>The gates a practitioner has to pass: member, pool, licence, presence, experience, intent, the recipient's needs, conflicts. Every reason is given, not the first.</summary>
internal static class PractitionerGates
{
    private const string LeaveClause = "REG-25";

    public static IReadOnlyList<Refusal> WhyNot(PractitionerFacts person, InstitutionFacts institution, GateView view) =>
    [
        .. Membership(person, institution, view),
        .. Pool(person, view),
        .. Licence(person, view),
        .. Away(person, view),
        .. Experience.WhyNot(person, view),
        .. Intent(person, view),
        .. BeginnersAndNeeds.WhyNot(person, institution, view),
        .. Gates.Conflicts(person.Conflicts, view),
    ];

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
            yield return new("practitioner-declined", "已有正当理由辞接本案", [Gates.DeclinedClause], Gates.WhyDeclined(view, person.Id));
        }

        if (view.Case.SetAside.Contains(person.Id))
        {
            yield return Gates.DeclinedInVain(view, person.Id) ?? new("practitioner-set-aside", "负责人已决定本案不由其承办", [view.Rules.OrdinaryDecision.Clause]);
        }
    }

    private static IEnumerable<Refusal> Pool(PractitionerFacts person, GateView view)
    {
        if (view.Rules.CasePoolOnly is { Value: true } pool && !person.InCasePool && !view.OutsidePool)
        {
            yield return new("practitioner-outside-pool", "不在办案库", [pool.Clause]);
        }

        foreach (var refusal in BeforeWork.WhyNot(person, view))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Licence(PractitionerFacts person, GateView view)
    {
        if (PersonKinds.WhyNotHandle(person.Kind) is { } volunteer)
        {
            yield return volunteer;
        }

        if (!PersonKinds.IsLawyer(person.Kind) && Gates.LawyersOnly(view) is { Count: > 0 } clauses)
        {
            yield return new("practitioner-not-lawyer", "刑事案件只能指派律师", clauses, RosterAdmission.NameOf(person.Kind));
        }

        if (CaseGravity.IsMinorsCriminalCase(view.Case) && view.Statute.MinorSpecialist.Value && !person.MinorsSpecialist)
        {
            yield return new("practitioner-minors", "未成年人刑事案件须由熟悉未成年人身心特点的律师承办", [view.Statute.MinorSpecialist.Clause], "未登记未成年人专长");
        }
    }

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
}
