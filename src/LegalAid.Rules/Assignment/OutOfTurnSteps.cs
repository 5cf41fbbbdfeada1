using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The ways in which an office's order may be left for a written reason: what the recipient or the case asks for though the order has no such step.</summary>
public static class OutOfTurnSteps
{
    public static IEnumerable<OrderStep> For(AssignmentFacts facts)
    {
        var aidCase = facts.Case;
        var order = (aidCase.Kind == CaseKind.Criminal ? facts.Rules.CriminalOrder : facts.Rules.OtherOrder).Value;
        var nobodyChooses = aidCase is { Source: CaseSource.Notification, Kind: CaseKind.Criminal };       // LAW-36
        if (!nobodyChooses && aidCase.Wish is not null && !order.Contains(OrderStep.RecipientWish))
        {
            yield return OrderStep.RecipientWish;
        }

        if (!nobodyChooses && aidCase.Help is not null && !order.Contains(OrderStep.HelpingInstitution))
        {
            yield return OrderStep.HelpingInstitution;
        }

        if (facts.Rules.OutsidePool is { Value: true })
        {
            yield return OrderStep.OutsidePool;
        }
    }
}
