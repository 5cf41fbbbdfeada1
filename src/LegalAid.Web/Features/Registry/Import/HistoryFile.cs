using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a row of an office's history says about the person with this licence.</summary>
public abstract record HistoryEntry
{
    /// <summary>What it adds to the sum of its sheet, in hundredths; nothing where the sheet has no figures.</summary>
    public virtual long SumHundredths => 0;
}

public sealed record ExperienceTold(int CriminalCases, DateOnly? FirstCriminalCaseOn, int AidCases, int AidCasesLastYear) : HistoryEntry
{
    /// <summary>Up to which day the figures count; null when the file does not say.</summary>
    public DateOnly? AsOf { get; init; }

    public IReadOnlyList<string> Specialities { get; init; } = [];

    public bool? Minors { get; init; }

    /// <summary>The first aid case of this office (WZ-24.1); null when the file does not say, and what is known stays.</summary>
    public DateOnly? FirstAidCaseHereOn { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public override long SumHundredths => AidCases * 100L;
}

public sealed record GradeTold(string CaseNumber, string AssessedBy, Grade Grade, DateOnly EffectiveOn) : HistoryEntry;

public sealed record MatterTold(string CaseNumber, CaseKind Kind, CaseStage Stage, string Recipient, string Opponent, InstitutionName Institution, DateOnly AssignedOn) : HistoryEntry
{
    public int HandlerChanges { get; init; }
}

/// <summary>Figures up to a day, each in the unit of its kind; a sheet of shifts tells two of them in a row.</summary>
public sealed record FiguresTold(DateOnly AsOf, IReadOnlyList<(BroughtForwardKind Kind, long Amount)> Figures) : HistoryEntry
{
    public override long SumHundredths => Figures.Sum(figure => figure.Kind switch
    {
        BroughtForwardKind.PaidFen => figure.Amount,
        BroughtForwardKind.PointTenths => figure.Amount * 10,
        BroughtForwardKind.WindowShifts or BroughtForwardKind.HotlineShifts => figure.Amount * 100,
        _ => throw new InvalidOperationException($"Unknown kind of figure: {figure.Kind}."),
    });
}

public sealed record SanctionTold(OfficialRecordKind Kind, DateOnly EffectiveOn, string Statement, string RecordSource) : HistoryEntry;

public sealed record ExamTold(DateOnly? TrainedOn, DateOnly ExaminedOn, int Score) : HistoryEntry;

/// <summary>A history row: what it says, or every reason why it cannot be read.</summary>
public sealed record HistoryRow(HeadedList List, int Number, LicenceNumber? Licence, string Name, HistoryEntry? Entry, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Notices);

/// <summary>The rows of all history sheets found, and the names of those missing.</summary>
public sealed record HistoryFile(IReadOnlyList<HistoryRow> Rows, IReadOnlyList<string> MissingSheets)
{
    /// <summary>The names of the sheets that are there, without the reconciliation's own.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>What the sender states of each sheet (对账); none in a history without one.</summary>
    public IReadOnlyList<StatedSheet> Stated { get; init; } = [];
}
