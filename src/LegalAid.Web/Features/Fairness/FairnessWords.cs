using System.Globalization;
using LegalAid.Rules.Assignment;
using LegalAid.Store.Assignment;

namespace LegalAid.Web.Features.Fairness;

/// <summary>How queues, steps and chances are spoken of where fairness is looked at.</summary>
internal static class FairnessWords
{
    public static string Of(QueueKind kind) => kind switch
    {
        QueueKind.Criminal => "刑事案件队列",
        QueueKind.Other => "民事、行政、仲裁及其他案件队列",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown queue."),
    };

    public static string Of(OrderStep step) => step switch
    {
        OrderStep.Rotation => "轮候",
        OrderStep.RecipientWish => "点援",
        OrderStep.HelpingInstitution => "属地",
        OrderStep.OutsidePool => "库外",
        OrderStep.SameHandler => "原承办人",
        OrderStep.Bid => "报名",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    /// <summary>A chance with two figures that count: 0.8%, 0.031%.</summary>
    public static string Chance(double chance) => (chance * 100).ToString("G2", CultureInfo.InvariantCulture) + "%";

    /// <summary>Cases with two decimals: 1.26.</summary>
    public static string Cases(double cases) => cases.ToString("0.00", CultureInfo.InvariantCulture);
}
