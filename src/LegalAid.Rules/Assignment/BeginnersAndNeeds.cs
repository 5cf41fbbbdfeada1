using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>The gates that look at more than licence and years: a first-timer's mentor, where a legal worker may appear in court, what the recipient needs.</summary>
internal static class BeginnersAndNeeds
{
    private static readonly CaseStage[] InCourt = [CaseStage.FirstInstance, CaseStage.SecondInstance, CaseStage.Retrial, CaseStage.Enforcement];

    public static IEnumerable<Refusal> WhyNot(PractitionerFacts person, InstitutionFacts institution, GateView view)
    {
        // Who is assigned from outside the pool never joined it (WZ-24.1 speaks of 首次入库).
        if (view.MentorNeeded is { Value: true } mentor && person is { FirstTimer: true, MentorId: null } && !view.OutsidePool)
        {
            yield return new("practitioner-no-mentor", "首次入库、没有在本地办过法律援助案件，尚未指定导师", [mentor.Clause], "没有办案记录和申报");
        }

        if (WhyNotInCourt(person, institution, view) is { } elsewhere)
        {
            yield return elsewhere;
        }

        if (view.Needs is { Value: NeedStrength.Require } needs && view.Case.Needs?.Missing(person) is { Length: > 0 } missing)
        {
            yield return new("practitioner-needs", $"不能满足受援人的需要：{missing}", [needs.Clause]);
        }
    }

    /// <summary>What a choice of this one passes over: needs nobody there meets, a desk that is full.</summary>
    public static IEnumerable<PassedOverRule> PassedOver(Candidate chosen, GateView view)
    {
        if (UnmetNeeds(chosen, view) is { } needs)
        {
            yield return new(needs.Clause, $"受援人需要{view.Case.Needs!.Text}，不能满足");
        }

        if (view.Rules.OpenCasesLimit is { } limit && chosen.OpenCases >= limit.Value)
        {
            yield return new(limit.Clause, $"在办{chosen.OpenCases}件，已达{limit.Value}件");
        }
    }

    /// <summary>What whoever decides should know of the chosen one.</summary>
    public static IEnumerable<string> Warnings(Candidate chosen, GateView view)
    {
        var asked = view.Case.Needs;
        if (asked is not null && UnmetNeeds(chosen, view) is { } needs)
        {
            yield return $"受援人需要{asked.Text}，{(chosen.Person is null ? "该机构没有能满足的人员" : "该承办人不能满足")}，请安排翻译或者其他协助（{needs.Clause}）";
        }

        if (asked is { BarrierFree: true })
        {
            yield return "受援人需要无障碍服务，请安排上门或者在无障碍场所接待（LAW-45）";
        }

        if (IsBound(view) && view.Case.PartyPlaces is null or [] && chosen.Fit.Any(p => p.Kind == PractitionerKind.LegalWorker))
        {
            yield return "当事人住所地没有登记；由基层法律服务工作者代理诉讼的，须核实有一方当事人在其执业辖区内（CF-19）";
        }

        if (view.Rules.OpenCasesLimit is { } limit && chosen.OpenCases >= limit.Value)
        {
            yield return $"在办{chosen.OpenCases}件，已达{limit.Value}件（{limit.Clause}）";
        }
    }

    private static Setting<NeedStrength>? UnmetNeeds(Candidate chosen, GateView view) =>
        view.Case.Needs is { AskOfPerson: true } asked && !chosen.Fit.Any(asked.AreMetBy) ? view.Needs : null;

    // 民诉法解释第八十八条: one party within the area of practice; an area wider than the district is the book's to name (重庆: the whole city).
    private static Refusal? WhyNotInCourt(PractitionerFacts person, InstitutionFacts institution, GateView view)
    {
        if (!IsBound(view) || person.Kind != PractitionerKind.LegalWorker || view.Case.PartyPlaces is not { Count: > 0 } places)
        {
            return null;
        }

        var area = view.Rules.LegalWorkerArea is { } wider && institution.District.Contains(wider.Value, StringComparison.Ordinal) ? wider.Value : institution.District;
        return places.Any(place => place.Contains(area, StringComparison.Ordinal))
            ? null
            : new("practitioner-locality", "没有一方当事人在基层法律服务工作者的执业辖区内", [view.Statute.LegalWorkerLocality!.Clause], $"辖区：{area}；当事人住所地：{string.Join('、', places)}");
    }

    private static bool IsBound(GateView view) =>
        view.Statute.LegalWorkerLocality is { Value: true } && view.Case.Kind is (CaseKind.Civil or CaseKind.Administrative) && InCourt.Contains(view.Case.Stage);
}
