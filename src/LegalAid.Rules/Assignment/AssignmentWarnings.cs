using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>What whoever decides should know of, though none of it bars the assignment.</summary>
internal sealed class AssignmentWarnings(GateView view, AssignmentClocks? clocks)
{
    public IReadOnlyList<string> For(StepChoice.Result choice) => [.. Path(), .. Clocks(), .. Order(choice), .. choice.Chosen is { } chosen ? Chosen(chosen) : []];

    // BB-5.3: the clocks run on while the bureau is asked.
    private IEnumerable<string> Path()
    {
        var aidCase = view.Case;
        var body = WhoDecides.Of(aidCase.Headcount, aidCase.Flags, view.Rules);
        if (body == DecidingBody.BureauAfterDiscussion)
        {
            yield return $"{WhoDecides.Triggers(aidCase.Headcount, aidCase.Flags, view.Rules)}：须经中心集体讨论后书面报区司法局决定，决定前不得指派（{string.Join('、', WhoDecides.ClausesOf(body, view.Rules))}）；期限照常计算，情况紧急的可以先行提供援助（LAW-44）";
        }
    }

    private IEnumerable<string> Clocks()
    {
        if (clocks is null)
        {
            yield break;
        }

        var (own, statute) = (clocks.Deadlines.Own, clocks.Deadlines.Statute);
        foreach (var warning in clocks.Deadlines.All.Select(deadline => deadline.Warning).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return warning;
        }

        if (own is not null && clocks.Deadlines.Earlier == EarlierClock.Statute)
        {
            yield return $"法定期限{statute.DueText(view.Day.Year)}（{statute.Clause}）早于本办期限{own.DueText(view.Day.Year)}（{own.Clause}），以法定期限为准";
        }

        if (view.Case.Flags.HasFlag(CaseFlags.InCustody) && statute.WarnBy(inCustody: true) < statute.DueAt)
        {
            yield return $"受援人在押，法定期限按不顺延预警：{ChineseTime.End(statute.WarnBy(inCustody: true), view.Day.Year)}";
        }
    }

    private IEnumerable<string> Order(StepChoice.Result choice)
    {
        if (choice.Step is { } step and not OrderStep.Bid && !view.Order.Value.Contains(step))
        {
            yield return $"未按轮候顺序指派，须书面说明理由并经批准（{view.Order.Clause}）";
        }
    }

    private IEnumerable<string> Chosen(Candidate chosen)
    {
        foreach (var finding in chosen.Conflicts.Where(f => f.Warns))
        {
            yield return $"{finding.Fact}（{finding.Matter}，{finding.Rule}）";
        }

        foreach (var warning in BeginnersAndNeeds.Warnings(chosen, view))
        {
            yield return warning;
        }

        if (Experience.Warning(chosen, view) is { } unknown)
        {
            yield return unknown;
        }

        if (CaseGravity.IsLifeOrDeath(view.Case) && view.Statute.LifeSentenceDefenceYears is null)
        {
            // By a book without that gate: REG-26 asks for three years of criminal defence, the statute for three years of related practice; the day of the first criminal case is only reported.
            var years = view.Statute.LifeSentenceMinYears.Value;
            var unproven = chosen.Fit.Count(p => p.FirstCriminalCaseOn is null || p.FirstCriminalCaseOn.Value.AddYears(years) > view.Day);
            if (unproven > 0)
            {
                yield return $"{chosen.Fit.Count}名合格律师中有{unproven}名登记的刑事办案经历不满{years}年或未登记，安排承办人时请核实（REG-26）";
            }
        }

        if (view.Case.Kind != CaseKind.Criminal && view.Case.Flags.HasFlag(CaseFlags.Minor) && !chosen.Fit.Any(p => p.MinorsSpecialist))
        {
            yield return chosen.Person is null ? "受援人未成年，该机构没有登记熟悉未成年人身心特点的人员" : "受援人未成年，该承办人未登记未成年人专长";
        }
    }
}
