using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>What makes a case so heavy that not everybody may take it, or that the centre alone may not decide it.</summary>
public static class CaseGravity
{
    /// <summary>Life imprisonment, death, or review of a death sentence (LAW-26, REG-26).</summary>
    public static bool IsLifeOrDeath(CaseFacts aidCase) =>
        aidCase.Kind == CaseKind.Criminal
        && (aidCase.Flags.HasFlag(CaseFlags.LifeOrDeathPenalty)
            || aidCase.Stage == CaseStage.DeathPenaltyReview
            || aidCase.Ground is NotificationGround.LifeOrDeathPenalty or NotificationGround.DeathPenaltyReviewOnRequest);

    /// <summary>Life or death, social impact, or great difficulty: an experienced defender (BB-11.2). Article eleven speaks of criminal cases only.</summary>
    public static bool NeedsExperiencedDefender(CaseFacts aidCase) =>
        IsLifeOrDeath(aidCase) || (aidCase.Kind == CaseKind.Criminal && IsWeighty(aidCase));

    /// <summary>Weighs more than an ordinary case in the turn order.</summary>
    public static bool IsWeighty(CaseFacts aidCase) =>
        (aidCase.Flags & (CaseFlags.LifeOrDeathPenalty | CaseFlags.SocialImpact | CaseFlags.Difficult)) != CaseFlags.None || IsLifeOrDeath(aidCase);

    /// <summary>A criminal case of a minor: the lawyer must know minors (REG-26 speaks of 未成年人刑事案件 and of the defender).</summary>
    public static bool IsMinorsCriminalCase(CaseFacts aidCase) =>
        aidCase.Kind == CaseKind.Criminal && (aidCase.Flags.HasFlag(CaseFlags.Minor) || aidCase.Ground == NotificationGround.Minor);

    /// <summary>
    /// The three triggers of collective discussion and the bureau's decision (BB-5.2): so many people (the threshold itself counts),
    /// an effect on stability, or otherwise grave as marked by the centre. Only where the office's text takes a case out of the director's hands.
    /// </summary>
    public static bool NeedsCollectiveDecision(int headcount, CaseFlags flags, AssignmentRules rules) =>
        rules.CollectiveDecisionFrom is { } from
        && (headcount >= from.Value || (flags & (CaseFlags.AffectsStability | CaseFlags.OtherGrave)) != CaseFlags.None);
}
