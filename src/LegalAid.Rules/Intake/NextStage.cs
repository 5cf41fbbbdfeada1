using LegalAid.Rules.Common;

namespace LegalAid.Rules.Intake;

/// <summary>Which stage of proceedings may follow another in the same matter; each is a case of its own with its own number and clocks (LAW-31, LAW-36, LAW-43).</summary>
public static class NextStage
{
    /// <summary>A decision set aside goes back to the first instance, so the order is not a straight line.</summary>
    public static IReadOnlyList<CaseStage> After(CaseStage stage) => stage switch
    {
        CaseStage.Investigation => [CaseStage.Prosecution, CaseStage.FirstInstance],
        CaseStage.Prosecution => [CaseStage.FirstInstance],
        CaseStage.FirstInstance => [CaseStage.SecondInstance, CaseStage.DeathPenaltyReview, CaseStage.Retrial, CaseStage.Enforcement],
        CaseStage.SecondInstance => [CaseStage.FirstInstance, CaseStage.DeathPenaltyReview, CaseStage.Retrial, CaseStage.Enforcement],
        CaseStage.DeathPenaltyReview => [CaseStage.FirstInstance, CaseStage.SecondInstance, CaseStage.Retrial],
        CaseStage.Retrial => [CaseStage.FirstInstance, CaseStage.SecondInstance, CaseStage.Enforcement],
        CaseStage.Arbitration => [CaseStage.FirstInstance, CaseStage.Enforcement],
        CaseStage.OutOfCourt => [CaseStage.Arbitration, CaseStage.FirstInstance],
        CaseStage.Enforcement => [CaseStage.Retrial],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Unknown stage."),
    };

    /// <summary>As above, for a kind of case: a criminal case is not arbitrated nor enforced for the accused, and only there is a death penalty reviewed.</summary>
    public static IReadOnlyList<CaseStage> After(CaseKind kind, CaseStage stage) =>
    [
        .. After(stage).Where(next => kind == CaseKind.Criminal
            ? next is not (CaseStage.Arbitration or CaseStage.Enforcement)
            : next is not (CaseStage.Investigation or CaseStage.Prosecution or CaseStage.DeathPenaltyReview)),
    ];

    /// <summary>What kind of case the matter is in the stage: a labour dispute before the court is a civil case, arbitration of what began out of court is labour arbitration.</summary>
    public static CaseKind KindIn(CaseKind kind, CaseStage next) => (kind, next) switch
    {
        (CaseKind.NonLitigation, CaseStage.Arbitration) => CaseKind.LabourArbitration,
        (CaseKind.LabourArbitration or CaseKind.NonLitigation, not CaseStage.Arbitration) => CaseKind.Civil,
        _ => kind,
    };

    public static Refusal? WhyNotFollow(CaseKind kind, CaseStage stage, CaseStage next) =>
        After(kind, stage).Contains(next) ? null : new("next-stage", "所选的阶段不能接在本案的阶段以后。", [kind == CaseKind.Criminal ? "LAW-36" : "LAW-43"]);
}
