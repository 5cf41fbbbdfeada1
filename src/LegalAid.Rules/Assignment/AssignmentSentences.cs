using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>Says in one sentence why the institution was chosen, with its figures. No person is named.</summary>
internal sealed class AssignmentSentences(GateView view, List<Candidate> able, QueueState queue, long worth, ColourWeights? colours)
{
    public string Why(StepChoice.Result choice)
    {
        var chosen = choice.Chosen ?? throw new ArgumentException("There is nothing to explain when nobody was chosen.", nameof(choice));
        var lead = choice.Step switch
        {
            OrderStep.RecipientWish => "受援人点选，符合承办条件",
            OrderStep.HelpingInstitution => "此前为受援人提供过法律帮助，优先指派",
            OrderStep.Rotation => Turn(),
            OrderStep.OutsidePool => "库外人员，凭书面理由指派",
            OrderStep.SameHandler => "同一事项前一阶段由其承办，本阶段继续承办",
            OrderStep.Bid => choice.Reports.First(r => r.Outcome == StepOutcome.Chose).Text,
            _ => throw new InvalidOperationException($"Unknown step {choice.Step}."),
        };
        return chosen.Person is null ? $"{lead}；{Fit(chosen)}；{Conflicts(chosen)}" : $"{lead}；{Conflicts(chosen)}";
    }

    private string Who => view.TurnsOverPeople ? "人员" : view.Case.Kind == CaseKind.Criminal ? "律所" : "机构";

    private string Counter => view.TurnsOverPeople ? "名" : "家";

    private string Turn()
    {
        var order = Rotation.Order(queue.Places, worth);
        var (first, second) = (order[0], order.Count > 1 ? order[1] : null);
        var figures = $"按序轮到：余额{Cases.Text(first.BalanceMillionths)}，加本案应得{Cases.Text(Share(first))}{Colour(first)}";
        return
            second is null ? $"{figures}，是唯一合格的{Who}"
            : Standing(first) > Standing(second) ? $"{figures}，为全部{able.Count}{Counter}合格{Who}中最高{Narrowly(Standing(first), Standing(second))}"
            : first.WaitingSinceTurn < second.WaitingSinceTurn ? $"{figures}，与其他{Who}并列最高，等候最久（自第{first.WaitingSinceTurn}轮起）"
            : $"{figures}，与其他{Who}并列最高且等候相同，公布顺序在前（第{first.DrawnOrder}位）";

        long Share(RotationPlace place) => Rotation.ShareOf(place, queue, worth);
        long Standing(RotationPlace place) => place.BalanceMillionths + Share(place);
    }

    private string Colour(RotationPlace first) =>
        colours is not null && able.Find(c => c.Place?.Id == first.Id)?.Person?.Colour is { } colour
            ? $"（{ColourWeights.NameOf(colour)}，份额{first.Weight}%）"
            : "";

    // Two figures that look the same on the page but are not are told in full.
    private static string Narrowly(long first, long second) =>
        Cases.Text(first) == Cases.Text(second) ? $"（合计{Cases.FullText(first)}，次位{Cases.FullText(second)}）" : "";

    private string Fit(Candidate chosen) => $"{(view.Case.Kind == CaseKind.Criminal ? "合格刑辩律师" : "合格承办人")}{chosen.Fit.Count}名";

    private static string Conflicts(Candidate chosen) =>
        chosen.Conflicts.Count(f => f.Warns) is var count and > 0 ? $"有{count}项利益冲突提示" : "未发现利益冲突";
}

/// <summary>Millionths of a case as the page shows them.</summary>
public static class Cases
{
    /// <summary>Two decimals with their sign, rounded half away from zero: +1.26.</summary>
    public static string Text(long millionths)
    {
        var size = Math.Abs(millionths);
        var hundredths = (size + 5_000) / 10_000;
        var sign = hundredths == 0 ? "" : millionths < 0 ? "-" : "+";
        return $"{sign}{hundredths / 100}.{hundredths % 100:00}";
    }

    /// <summary>All six decimals with their sign: +1.260000.</summary>
    public static string FullText(long millionths) =>
        $"{(millionths < 0 ? "-" : millionths > 0 ? "+" : "")}{Math.Abs(millionths) / Rotation.OneCase}.{Math.Abs(millionths) % Rotation.OneCase:000000}";
}
