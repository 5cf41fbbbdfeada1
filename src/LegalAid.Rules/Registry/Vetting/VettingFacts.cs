using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Quality;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>What an official record against somebody is (官方记录).</summary>
public enum OfficialRecordKind
{
    [Display(Name = "行政处罚")]
    AdministrativePenalty = 1,

    [Display(Name = "行业惩戒（处分）")]
    IndustrySanction,

    [Display(Name = "查证属实的投诉")]
    VerifiedComplaint,
}

/// <summary>Who is asked for an opinion before the list is settled (WZ-7.3b, WZ-7.3c).</summary>
public enum OpinionBody
{
    [Display(Name = "所在地司法局律师工作部门")]
    Bureau = 1,

    [Display(Name = "律师协会")]
    Association,
}

/// <summary>What was answered.</summary>
public enum OpinionReply
{
    [Display(Name = "没有不同意见")]
    NoObjection = 1,

    [Display(Name = "有不同意见")]
    Objects,
}

/// <summary>An official record, by the day it took effect.</summary>
public sealed record OfficialRecordFact(OfficialRecordKind Kind, DateOnly EffectiveOn);

/// <summary>A grade given here to one case; of several of a case the highest body's counts, then the latest (WZ-P6.0).</summary>
/// <param name="CaseNumber">Which case.</param>
/// <param name="Unqualified">不合格</param>
/// <param name="EffectiveOn">When it took effect.</param>
/// <param name="Level">Of the assessing body; null for one that stands at no level.</param>
public sealed record CaseGradeFact(string CaseNumber, bool Unqualified, DateOnly EffectiveOn, AssessmentLevel? Level = null);

/// <summary>An assessment before entry (准入考核).</summary>
public sealed record AssessmentFact(DateOnly HeldOn, bool Passed);

/// <summary>What a named person confirmed of a criterion nobody can compute.</summary>
public sealed record ConfirmationFact(VettingCriterion Criterion, bool Met);

/// <summary>An opinion asked for: until when, whether that is over, and what came.</summary>
public sealed record OpinionFact(OpinionBody Body, bool IsOverdue, OpinionReply? Reply = null);

/// <summary>The book's own words a vetting goes by.</summary>
public sealed record VettingRules(RecruitmentRules Recruitment, Setting<bool> LawyersOnlyForDefence, RemovalRules? Removal = null);

/// <summary>An application as its vetting sees it. Holds no name and no number of anybody.</summary>
public sealed record VettingFacts
{
    public required PoolPerson As { get; init; }

    /// <summary>Where the applicant's institution is registered; null without one.</summary>
    public string? District { get; init; }

    /// <summary>The office's own district and those of the offices below it.</summary>
    public required IReadOnlyList<string> ServedDistricts { get; init; }

    /// <summary>执业证首次颁发日</summary>
    public DateOnly? FirstLicensedOn { get; init; }

    public DateOnly? FirstCriminalCaseOn { get; init; }

    public ServiceIntents Intents { get; init; }

    public Pools Pools { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    /// <summary>申报截止日; null for a channel that stays open.</summary>
    public DateOnly? ClosingDay { get; init; }

    public IReadOnlyList<OfficialRecordFact> Records { get; init; } = [];

    /// <summary>Days of penalties and sanctions the person states and no official record tells of.</summary>
    public IReadOnlyList<DateOnly> StatedSanctions { get; init; } = [];

    public IReadOnlyList<CaseGradeFact> Grades { get; init; } = [];

    /// <summary>Cases handled at this office, graded or not.</summary>
    public int CasesHere { get; init; }

    /// <summary>When this office removed the person, whatever the name then; another office's removals are never looked at.</summary>
    public IReadOnlyList<DateOnly> RemovedOn { get; init; } = [];

    /// <summary>As declared: yes or no, nothing more.</summary>
    public bool? PartyDiscipline { get; init; }

    public bool CommitmentSigned { get; init; }

    public bool HasLicenceCopy { get; init; }

    public bool HasInstitutionOpinion { get; init; }

    /// <summary>所在单位盖章页</summary>
    public bool HasInstitutionSeal { get; init; }

    public AssessmentFact? Assessment { get; init; }

    public IReadOnlyList<ConfirmationFact> Confirmations { get; init; } = [];

    public IReadOnlyList<OpinionFact> Opinions { get; init; } = [];

    public required VettingRules Rules { get; init; }

    /// <summary>The day up to which years and look-backs count.</summary>
    public DateOnly CountedTo() =>
        (Rules.Recruitment.Conditions?.YearsCountedTo ?? Rules.Recruitment.Pools?.Conditions.YearsCountedTo)?.Value == YearsCountedTo.ClosingDay && ClosingDay is { } closing ? closing : SubmittedOn;

    /// <summary>Whether the pool's conditions are written for such a person (WZ-6: social lawyers); where no text limits them, for everybody.</summary>
    public bool ConditionsApply() => Rules.Recruitment.Pools is not { } pools || pools.Conditions.WrittenFor.Value.Contains(As);
}
