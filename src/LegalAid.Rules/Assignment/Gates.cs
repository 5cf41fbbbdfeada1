using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// The gates before an assignment: who may not take this case, and every reason why. No wish, order or approval sets a gate aside.
/// </summary>
public static class Gates
{
    internal const string DeclinedClause = "LAW-46";

    /// <summary>Every reason why a practitioner cannot take the case; none means fit.</summary>
    public static IReadOnlyList<Refusal> WhyNotPractitioner(PractitionerFacts person, InstitutionFacts institution, GateView view) => PractitionerGates.WhyNot(person, institution, view);

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

        if (!PersonKinds.IsOfLawyers(institution.Kind) && LawyersOnly(view) is { Count: > 0 } clauses)
        {
            yield return new("institution-not-law-firm", "刑事案件只指派律师事务所", clauses, RosterAdmission.NameOf(institution.Kind));
        }

        if (view.Case.DeclinedBy.Contains(institution.Id))
        {
            yield return new("institution-declined", "已有正当理由辞接本案", [DeclinedClause], WhyDeclined(view, institution.Id));
        }

        if (view.Case.SetAside.Contains(institution.Id))
        {
            yield return DeclinedInVain(view, institution.Id) ?? new("institution-set-aside", "负责人已决定本案不由该机构承办", [rules.OrdinaryDecision.Clause]);
        }

        foreach (var refusal in Conflicts(institution.Conflicts, view))
        {
            yield return refusal;
        }
    }

    // Basic-level workers defend nobody (CF-18).
    internal static List<string> LawyersOnly(GateView view) =>
        view.Case.Kind != CaseKind.Criminal ? []
        : [.. new[] { view.Statute.LawyersOnlyForDefence, view.Rules.LawyersOnlyForCrime }.Where(s => s is { Value: true }).Select(s => s!.Clause)];

    internal static string? WhyDeclined(GateView view, Guid candidate) =>
        view.Case.Declines?.FirstOrDefault(d => d.CandidateId == candidate) is { } declined ? $"{Declining.WordOf(declined.Ground)}，{declined.RuledOn:yyyy-MM-dd}认定" : null;

    internal static Refusal? DeclinedInVain(GateView view, Guid candidate) =>
        view.Case.DeclinedInVain?.Contains(candidate) == true ? new("declined-in-vain", "辞接本案，经裁定理由不成立，改由下一顺位承办", [DeclinedClause]) : null;

    internal static IEnumerable<Refusal> Conflicts(IReadOnlyList<ConflictFinding> findings, GateView view) =>
        !view.Statute.DirectConflict.Value ? [] :
        findings.Where(f => f.Bars).Select(f => new Refusal("conflict", f.Fact, [f.Rule], f.Matter));
}
