using System.Globalization;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>What kind of value a cell holds.</summary>
public enum CellKind
{
    Text = 1,
    Number,

    /// <summary>A number shown as a day or moment.</summary>
    Day,

    Truth,

    /// <summary>The spreadsheet itself could not compute it: #N/A, #REF! …</summary>
    Error,
}

/// <summary>What a spreadsheet file holds, read into plain values.</summary>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets);

/// <summary>A worksheet: the rows that hold anything, each with the number people see beside it.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of a worksheet. Empty cells are left out.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell;
            }
        }

        return null;
    }
}

/// <summary>A cell's shown value. A formula is never computed: its last shown value stands in, empty when the file has none.</summary>
public sealed record SheetCell(int Column, CellKind Kind, string Text, DateTime? Moment = null, bool IsFormula = false)
{
    private const int ExactDigits = 15;

    /// <summary>A number too long for a spreadsheet: its last digits are already lost.</summary>
    public bool LostDigits => Kind == CellKind.Number && Text.Count(char.IsAsciiDigit) > ExactDigits;

    public string ColumnName => NameOf(Column);

    /// <summary>1 is A, 27 is AA.</summary>
    public static string NameOf(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    internal static SheetCell OfMoment(int column, DateTime moment, bool isFormula) => new(
        column,
        CellKind.Day,
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        moment,
        isFormula);
}

/// <summary>How much of a workbook is read before it is refused.</summary>
public sealed record WorkbookLimits
{
    public int RowsPerSheet { get; init; } = 20_000;

    public int Cells { get; init; } = 1_000_000;

    public int Sheets { get; init; } = 50;

    public int Entries { get; init; } = 2_000;

    public long InflatedBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Inflated to packed; judged once <see cref="RatioFromBytes"/> are inflated.</summary>
    public int Ratio { get; init; } = 100;

    public int RatioFromBytes { get; init; } = 100 * 1024;
}
