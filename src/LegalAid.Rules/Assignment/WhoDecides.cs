using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>Who decides on a proposal (BB-5): the centre's head, or after the centre's collective discussion the bureau; looked at again at every step until it is decided.</summary>
public static class WhoDecides
{
    /// <summary>An office whose book knows no collective decision has the ordinary one for every case.</summary>
    public static DecidingBody Of(int headcount, CaseFlags flags, AssignmentRules rules) =>
        CaseGravity.NeedsCollectiveDecision(headcount, flags, rules) && rules.CollectiveDecision is { } collective ? collective.Value : rules.OrdinaryDecision.Value;

    /// <summary>What makes this body the one to decide.</summary>
    public static IReadOnlyList<string> ClausesOf(DecidingBody body, AssignmentRules rules) =>
        body == DecidingBody.BureauAfterDiscussion && rules is { CollectiveDecisionFrom: { } from, CollectiveDecision: { } by }
            ? [from.Clause, by.Clause]
            : [rules.OrdinaryDecision.Clause];

    /// <summary>Which of the three triggers of BB-5.2 hold, in words.</summary>
    public static string Triggers(int headcount, CaseFlags flags, AssignmentRules rules)
    {
        var triggers = new List<string>();
        if (headcount >= rules.CollectiveDecisionFrom?.Value)
        {
            triggers.Add($"受援人{headcount}人");
        }

        if (flags.HasFlag(CaseFlags.AffectsStability))
        {
            triggers.Add("影响社会平安稳定");
        }

        if (flags.HasFlag(CaseFlags.OtherGrave))
        {
            triggers.Add("中心认定的其他重大疑难案件");
        }

        return string.Join('、', triggers);
    }

    /// <summary>A proposal made for one body is not decided, nor prepared, once the case has become the other's: it is withdrawn and made anew (BB-5.2).</summary>
    /// <param name="marked">Who was to decide when it was proposed.</param>
    /// <param name="headcount">The people aided in the matter now.</param>
    /// <param name="flags">The case's flags now.</param>
    /// <param name="rules">The office's book of the day it was proposed.</param>
    public static Refusal? WhyNotStill(DecidingBody marked, int headcount, CaseFlags flags, AssignmentRules rules)
    {
        var now = Of(headcount, flags, rules);
        return now == marked ? null : now switch
        {
            DecidingBody.BureauAfterDiscussion => new(
                "assignment-collective", "本案现须经中心集体讨论并书面报区司法局决定，请撤回指派意见后重新提出", ClausesOf(now, rules), Triggers(headcount, flags, rules)),
            DecidingBody.CentreDirector => new(
                "assignment-ordinary", "本案现由中心负责人决定，不再报区司法局，请撤回指派意见后重新提出", ClausesOf(now, rules), $"受援人{headcount}人"),
            _ => throw new ArgumentOutOfRangeException(nameof(marked), now, "Unknown body."),
        };
    }
}

/// <summary>What a proposal waits for.</summary>
public enum ProposalStage
{
    /// <summary>待负责人决定</summary>
    WithDirector = 1,

    /// <summary>待中心集体讨论（BB-5.2）</summary>
    ToDiscuss,

    /// <summary>已讨论，待书面报请（BB-5.3）</summary>
    ToReport,

    /// <summary>已报请，待司法局决定（BB-5.3）</summary>
    WithBureau,
}

/// <summary>The order of the steps.</summary>
public static class ProposalStages
{
    public static ProposalStage Of(DecidingBody body, bool discussed, bool reported) => body switch
    {
        DecidingBody.CentreDirector => ProposalStage.WithDirector,
        DecidingBody.BureauAfterDiscussion => reported ? ProposalStage.WithBureau : discussed ? ProposalStage.ToReport : ProposalStage.ToDiscuss,
        _ => throw new ArgumentOutOfRangeException(nameof(body), body, "Unknown body."),
    };
}
