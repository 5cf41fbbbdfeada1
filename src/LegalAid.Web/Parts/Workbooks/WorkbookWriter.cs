using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>A list to be written as a worksheet. Cells are texts, whole numbers, decimals, days or nothing.</summary>
public sealed record SheetToWrite(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Widths of the columns in characters; those not named are 14.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];
}

/// <summary>Writes lists as .xlsx. A text stays a text whatever it begins with, so nothing typed by a user becomes a formula.</summary>
public static class WorkbookWriter
{
    private const int UsualWidth = 14;
    private const uint HeadStyle = 1;
    private const uint DayStyle = 2;

    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(params IReadOnlyList<SheetToWrite> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            foreach (var sheet in sheets)
            {
                var part = main.AddNewPart<WorksheetPart>();
                WriteSheet(part, sheet);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName(sheet.Name), SheetId = (uint)list.ChildElements.Count + 1, Id = main.GetIdOfPart(part) });
            }

            main.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        }

        return stream.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, SheetToWrite sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        if (sheet.Heads.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.Heads.Select((_, place) => new Column
            {
                Min = (uint)place + 1,
                Max = (uint)place + 1,
                Width = place < sheet.Widths.Count ? sheet.Widths[place] : UsualWidth,
                CustomWidth = true,
            })));
        }

        writer.WriteStartElement(new SheetData());
        WriteRow(writer, sheet.Heads.Select(head => Text(head, HeadStyle)));
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, row.Select(Cell));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        string text => Text(text, 0),
        DateOnly day => Number((decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate(), DayStyle),
        int or long or decimal => Number(Convert.ToDecimal(value), 0),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Not a value a list holds."),
    };

    private static Cell Number(decimal number, uint style) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = style };

    private static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    // XML has no place for control characters; a lone half of a character is none either.
    private static string Writable(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
        .Select(rune => rune.ToString()));

    private static string SheetName(string name)
    {
        var allowed = string.Concat(Writable(name).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
        return allowed.Length is > 0 and <= 31 ? allowed : allowed.Length > 31 ? allowed[..31] : "名单";
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }) { Count = 1 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true })
        { Count = 3 });
}
