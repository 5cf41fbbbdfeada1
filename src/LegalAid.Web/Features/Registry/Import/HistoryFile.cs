using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a row of an office's history says about the person with this licence.</summary>
public abstract record HistoryEntry;

public sealed record ExperienceTold(int CriminalCases, DateOnly? FirstCriminalCaseOn, int AidCases, int AidCasesLastYear) : HistoryEntry
{
    /// <summary>Up to which day the figures count; null when the file does not say.</summary>
    public DateOnly? AsOf { get; init; }

    public IReadOnlyList<string> Specialities { get; init; } = [];

    public bool? Minors { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];
}

public sealed record GradeTold(string CaseNumber, string AssessedBy, Grade Grade, DateOnly EffectiveOn) : HistoryEntry;

public sealed record MatterTold(string CaseNumber, CaseKind Kind, CaseStage Stage, string Recipient, string Opponent, InstitutionName Institution, DateOnly AssignedOn) : HistoryEntry;

public sealed record ExamTold(DateOnly? TrainedOn, DateOnly ExaminedOn, int Score) : HistoryEntry;

/// <summary>A history row: what it says, or every reason why it cannot be read.</summary>
public sealed record HistoryRow(HeadedList List, int Number, LicenceNumber? Licence, string Name, HistoryEntry? Entry, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Notices);

/// <summary>The rows of all history sheets found, and the names of those missing.</summary>
public sealed record HistoryFile(IReadOnlyList<HistoryRow> Rows, IReadOnlyList<string> MissingSheets);
