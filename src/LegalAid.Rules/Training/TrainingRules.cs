using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>What a passed exam opens (考试合格后方可参与的工作).</summary>
public enum GatedWork
{
    [Display(Name = "报名值班")]
    DutySignUp = 1,

    [Display(Name = "接受派案")]
    CaseCandidacy,
}

/// <summary>
/// What somebody new to the pool goes through before and at first work (培训、试用、导师). The pass mark stands with the assignment, whose gate it is.
/// </summary>
/// <param name="Induction">Whether the centre's own training comes before the work.</param>
/// <param name="Exam">Whether an exam does.</param>
/// <param name="Opens">What a passed exam opens.</param>
/// <param name="OutsidersBound">Whether the above holds for people assigned from outside the pool.</param>
/// <param name="ResitAllowed">Whether who failed may sit the exam again.</param>
/// <param name="Probation">The first months of a beginner on duty.</param>
/// <param name="Mentors">Who goes with a beginner in cases.</param>
/// <param name="MaxResits">How often; null without limit.</param>
public sealed record TrainingRules(
    Setting<bool> Induction,
    Setting<bool> Exam,
    Setting<IReadOnlyList<GatedWork>> Opens,
    Setting<bool> OutsidersBound,
    Setting<bool> ResitAllowed,
    ProbationRules Probation,
    MentorRules Mentors,
    [Range(1, 9)] Setting<int>? MaxResits = null) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (MaxResits is { } resits && !ResitAllowed.Value)
        {
            yield return $"不能补考，却写了补考 {resits.Value} 次";
        }
    }
}

/// <summary>
/// Probation on duty (试用期): for those whose qualification certificate is younger than so many years when they come in, paired with somebody experienced.
/// Whether a young licence counts like a young certificate is a switch (WZ-19.1).
/// </summary>
public sealed record ProbationRules(
    [Range(1, 10)] Setting<int> CertificateBelowYears,
    Setting<bool> LicenceCountsToo,
    [Range(1, 24)] Setting<int> Months,
    Setting<bool> Paired,
    [Range(0, 50)] Setting<int> CompanionYears,
    Setting<bool> EndsWithAssessment,
    [Range(0, 9)] Setting<int> Extensions);

/// <summary>Mentors in cases (导师制): for whom, who may be one, and since when a mentor's years are counted (WZ-24.1, WZ-24.2).</summary>
public sealed record MentorRules(
    Setting<bool> ForFirstTimers,
    Setting<bool> CountiesCountAsHome,
    Setting<bool> BeforeFirstCase,
    [Range(0, 50)] Setting<int> MentorYears,
    Setting<bool> FromFirstCaseAnywhere,
    Setting<bool> MentorInPool,
    Setting<bool> MentorConflictChecked);
