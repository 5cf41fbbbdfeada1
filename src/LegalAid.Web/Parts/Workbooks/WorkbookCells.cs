using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>Values as cells: days and moments as dates, numbers as numbers, and a text always as a text.</summary>
internal static class WorkbookCells
{
    private const uint HeadStyle = 1;
    private const uint DayStyle = 2;
    private const uint MomentStyle = 3;
    private const uint QuotedStyle = 4;

    public static Cell Head(string text) => Text(text, HeadStyle);

    /// <param name="value">A text, a number, a day, a moment in the office's time, or nothing.</param>
    public static Cell Of(object? value) => value switch
    {
        null => new Cell(),
        string text => Text(text, BeginsLikeFormula(text) ? QuotedStyle : 0),
        DateOnly day => Number((decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate(), DayStyle),
        DateTime local => Number((decimal)local.ToOADate(), MomentStyle),
        int or long or decimal => Number(Convert.ToDecimal(value), 0),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a value a list holds."),
    };

    // XML has no place for control characters; a lone half of a character is none either.
    public static string Writable(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
        .Select(rune => rune.ToString()));

    public static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm" }) { Count = 2 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
            new CellFormat { QuotePrefix = true })
        { Count = 5 });

    // Stored as text it is none; the mark of a quoted text keeps it one when somebody edits the cell.
    private static bool BeginsLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static Cell Number(decimal number, uint style) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = style };

    private static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };
}
