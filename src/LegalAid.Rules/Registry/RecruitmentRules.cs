using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>How people come into an office's pool (入库方式).</summary>
public enum EntryMode
{
    /// <summary>在名额内择优</summary>
    [Display(Name = "择优入库")]
    Selection = 1,

    /// <summary>自愿申请，审核通过即入</summary>
    [Display(Name = "自愿申请，审核入库")]
    Application,

    /// <summary>在册执业人员全部纳入，不须申请</summary>
    [Display(Name = "全员纳入")]
    Everyone,
}

/// <summary>Who hands an application in, and whose moment therefore counts against the closing time (由谁提交).</summary>
public enum Submitter
{
    [Display(Name = "所在机构")]
    Institution = 1,

    [Display(Name = "本人")]
    Person,

    [Display(Name = "本人，经所在单位同意")]
    PersonWithConsent,
}

/// <summary>Up to which day years of practice and look-backs are counted.</summary>
public enum YearsCountedTo
{
    [Display(Name = "申报截止日")]
    ClosingDay = 1,

    [Display(Name = "提交之日")]
    SubmissionDay,
}

/// <summary>What a centre weighs when it selects; shown side by side, never added up into a score.</summary>
public enum SelectionFactor
{
    [Display(Name = "执业年限")]
    PracticeYears = 1,

    [Display(Name = "办案数量")]
    CaseCount,

    [Display(Name = "专业能力")]
    Competence,

    [Display(Name = "参与积极性")]
    Engagement,
}

/// <summary>
/// An office's own book on coming into its pool (入库). What its text does not speak of is null: no quota, no window, no such condition.
/// A period of practice is asked for each intent by itself: who lacks the years for one loses that intent only (QJ-2.3a).
/// </summary>
public sealed record RecruitmentRules(
    Setting<EntryMode> Entry,
    Setting<DistrictReach> District,
    Setting<Submitter>? SubmittedBy = null,
    Setting<bool>? AlwaysOpen = null,
    RecruitmentQuotas? Quotas = null,
    RecruitmentWindow? Window = null,
    RecruitmentConditions? Conditions = null,
    RecruitmentPapers? Papers = null,
    Setting<IReadOnlyList<SelectionFactor>>? SelectionFactors = null,
    PoolRules? Pools = null,
    ConfirmationRules? Confirmations = null,
    [Range(1, 90)] PeriodRule? CompletionClock = null)
{
    /// <summary>For an office whose text does not speak of it: nobody is called for, and what came from elsewhere is read with nothing asked beyond the form (LAW-16).</summary>
    public static RecruitmentRules Unwritten { get; } = new(new(EntryMode.Application, "LAW-16"), new(DistrictReach.Anywhere, "LAW-16"));
}

/// <summary>How many people a round plans for, by kind. A soft limit: beyond it the director gives a reason (QJ-1.1).</summary>
public sealed record RecruitmentQuotas(
    [Range(0, 100000)] Setting<int> Lawyers,
    [Range(0, 100000)] Setting<int> LegalWorkers,
    Setting<bool> Interchangeable);

/// <summary>
/// When the round the text announces takes applications: from midnight of the first day to the closing time of the last, that minute excluded. What comes later is forfeited (QJ-6.3),
/// unless the centre extends the time for everybody.
/// </summary>
[Retired("lateForfeits")]
public sealed record RecruitmentWindow(
    Setting<DateOnly> FirstDay,
    Setting<DateOnly> LastDay,
    Setting<TimeOnly> ClosesAt,
    Setting<bool> Extendable) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (LastDay.Value < FirstDay.Value)
        {
            yield return $"申报末日 {LastDay.Value:yyyy-MM-dd} 早于首日 {FirstDay.Value:yyyy-MM-dd}";
        }
    }
}

/// <summary>What an applicant must bring: years per intent, a clean record, good work so far, an assessment passed.</summary>
public sealed record RecruitmentConditions(
    [Range(0, 50)] Setting<int> CriminalYears,
    [Range(0, 50)] Setting<int> OtherYears,
    [Range(0, 50)] Setting<int> DutyYears,
    Setting<YearsCountedTo> YearsCountedTo,
    [Range(0, 50)] Setting<int> SanctionLookBackYears,
    [Range(0, 50)] Setting<int> ComplaintLookBackYears,
    Setting<bool> WholeHistoryQualified,
    Setting<bool> AdmissionAssessment,
    Setting<bool> InstitutionOpinion,
    Setting<bool>? InstitutionSeal = null);

/// <summary>What a named person confirms because nobody can compute it (由人确认的条件). What a text does not ask is null.</summary>
public sealed record ConfirmationRules(
    Setting<bool>? Character = null,
    Setting<bool>? Dedication = null,
    Setting<bool>? Conduct = null,
    Setting<bool>? Fitness = null,
    Setting<bool>? Skill = null);

/// <summary>How many copies of each paper an application needs, and in how many the form is printed.</summary>
public sealed record RecruitmentPapers(
    [Range(0, 9)] Setting<int> ApplicationForm,
    [Range(0, 9)] Setting<int> Licence,
    [Range(0, 9)] Setting<int> IdentityCard,
    [Range(1, 9)] Setting<int> PrintedForms);
