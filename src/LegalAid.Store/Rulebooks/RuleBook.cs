using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Duty;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Outreach;
using LegalAid.Rules.Points;
using LegalAid.Rules.Quality;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Subsidies;
using LegalAid.Rules.Training;

namespace LegalAid.Store.Rulebooks;

/// <summary>How binding a book's text is.</summary>
public enum BookStatus
{
    [Display(Name = "施行")]
    InForce = 1,

    [Display(Name = "试行")]
    Trial,

    [Display(Name = "征求意见稿")]
    DraftForComment,
}

/// <summary>What the cover of a rule book says: whose it is, which document it follows, from which day and who interprets it.</summary>
public sealed record BookHeader(
    string Office,
    string Title,
    string Number,
    BookStatus Status,
    DateOnly InForceFrom,
    string InForceClause,
    string Interpreter,
    string Source,
    string? Note = null);

/// <summary>
/// One office's regulation in force from its day on, as numbers and switches with their clauses. Never changes once loaded.
/// Of what its text does not speak it has no section.
/// </summary>
public sealed record RuleBook(
    BookHeader Book,
    AssignmentRules Assignment,
    RecusalRules? Recusals = null,
    RecruitmentRules? Recruitment = null,
    TrainingRules? Training = null,
    TrainingAttendanceRules? Attendance = null,
    ObligationRules? Obligation = null,
    DutyRules? Duty = null,
    PointRules? Points = null,
    DeductionRules? Deductions = null,
    RankingRules? Ranking = null,
    HandlingRules? Handling = null,
    SanctionRules? Sanctions = null,
    SupervisionRules? Supervision = null,
    SubsidyRules? Subsidies = null,
    CorpsRules? Corps = null,
    OutreachRules? Outreach = null,
    DisclosureRules? Disclosure = null,
    DeclineRules? Declines = null) : IBook
{
    /// <summary>What the colours weigh in the turn; null where the book knows none.</summary>
    public ColourWeights? ColourWeights => Ranking is { } ranking ? LegalAid.Rules.Assignment.ColourWeights.Of(ranking.Effects) : null;

    /// <summary>Whether a first-timer needs a mentor before the first case (WZ-24.1); null where the book knows no mentors.</summary>
    public Setting<bool>? MentorNeeded => Training?.Mentors is { ForFirstTimers.Value: true } mentors ? new(mentors.BeforeFirstCase.Value, mentors.ForFirstTimers.Clause, mentors.BeforeFirstCase.AssumedBecause) : null;

    /// <summary>Training and exam before the work (WZ-10); an exam that opens no cases is none here. Null where the book has no such section.</summary>
    public BeforeWork? BeforeWork => Training is { } training
        ? new(training.Induction, training.Exam with { Value = training.Exam.Value && training.Opens.Value.Contains(GatedWork.CaseCandidacy) }, training.OutsidersBound)
        : null;

    /// <summary>Who from elsewhere comes before whom; null where the book knows no corps.</summary>
    public ElsewhereOrder? Elsewhere => Corps?.Dispatch is { } dispatch ? new(dispatch.LocalFirst, dispatch.MembersBeforeOthers, dispatch.PartnersFirst) : null;

    /// <summary>The weights, where anybody has a colour; while nobody has one all places are plain.</summary>
    public ColourWeights? WeightsFor(IEnumerable<InstitutionFacts> institutions) => institutions.Any(i => i.Practitioners.Any(p => p.Colour is not null)) ? ColourWeights : null;

    public string Version { get; init; } = "";

    public string File { get; init; } = "";

    public IReadOnlyList<BookEntry> Entries { get; init; } = [];
}

/// <summary>The statute in force from its day on: the floor under every office's book and the clocks that run beside it.</summary>
public sealed record NationalRuleBook(BookHeader Book, NationalAssignmentRules Assignment, NationalIntakeRules Intake) : IBook
{
    public string Version { get; init; } = "";

    public string File { get; init; } = "";

    public IReadOnlyList<BookEntry> Entries { get; init; } = [];
}

/// <summary>What an office's book and the national one have in common.</summary>
public interface IBook
{
    BookHeader Book { get; }

    /// <summary>Office, day and fingerprint of the text, as decisions store it: <c>BB-2023-04-10-3f2a9c1b7e55</c>.</summary>
    string Version { get; }

    /// <summary>The file below the rule-book folder, as faults and findings name it.</summary>
    string File { get; }

    /// <summary>Every setting in the order of the file, for pages and reports.</summary>
    IReadOnlyList<BookEntry> Entries { get; }
}
