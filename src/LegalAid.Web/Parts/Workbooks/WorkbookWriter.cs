using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>A list to be written as a worksheet. Cells are texts, whole numbers, decimals, days, moments or nothing.</summary>
public sealed record SheetToWrite(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Widths of the columns in characters; those not named are 14.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>The words a cell of a column (1 is A) is chosen from. Another word is warned of and may stay.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Choices { get; init; } = new Dictionary<int, IReadOnlyList<string>>();
}

/// <summary>Writes lists as .xlsx. A text stays a text whatever it begins with, so nothing typed by a user becomes a formula.</summary>
public static class WorkbookWriter
{
    private const int UsualWidth = 14;
    private const int LastChosenRow = 20_001;

    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(params IReadOnlyList<SheetToWrite> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            foreach (var sheet in sheets)
            {
                using var writer = Begin(document, sheet);
                foreach (var row in sheet.Rows)
                {
                    WriteRow(writer, row.Select(WorkbookCells.Of));
                }

                End(writer, sheet);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes one sheet as its rows arrive.</summary>
    /// <param name="stream">Can be read, written and sought in.</param>
    /// <param name="sheet">Its own rows come first.</param>
    /// <param name="rows">Come from the database one by one.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task WriteAsync(Stream stream, SheetToWrite sheet, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        using var writer = Begin(document, sheet);
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, row.Select(WorkbookCells.Of));
        }

        await foreach (var row in rows.WithCancellation(ct))
        {
            WriteRow(writer, row.Select(WorkbookCells.Of));
        }

        End(writer, sheet);
    }

    private static OpenXmlWriter Begin(SpreadsheetDocument document, SheetToWrite sheet)
    {
        var main = document.WorkbookPart ?? Empty(document);
        var part = main.AddNewPart<WorksheetPart>();
        var list = main.Workbook.Sheets!;
        list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName(sheet.Name), SheetId = (uint)list.ChildElements.Count + 1, Id = main.GetIdOfPart(part) });
        var writer = OpenXmlWriter.Create(part);
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
        WriteRow(writer, sheet.Heads.Select(WorkbookCells.Head));
        return writer;
    }

    private static void End(OpenXmlWriter writer, SheetToWrite sheet)
    {
        writer.WriteEndElement();
        if (sheet.Choices.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Choices.Select(choice => Choice(SheetCell.NameOf(choice.Key), choice.Value))));
        }

        writer.WriteEndElement();
        writer.Close();
    }

    private static DataValidation Choice(string column, IReadOnlyList<string> words) => new(new Formula1($"\"{string.Join(',', words)}\""))
    {
        Type = DataValidationValues.List,
        ErrorStyle = DataValidationErrorStyleValues.Warning,
        ShowErrorMessage = true,
        AllowBlank = true,
        SequenceOfReferences = new() { InnerText = $"{column}2:{column}{LastChosenRow}" },
    };

    private static WorkbookPart Empty(SpreadsheetDocument document)
    {
        var main = document.AddWorkbookPart();
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookCells.Styles();
        main.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        return main;
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

    private static string SheetName(string name)
    {
        var allowed = string.Concat(WorkbookCells.Writable(name).Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')));
        return allowed.Length is > 0 and <= 31 ? allowed : allowed.Length > 31 ? allowed[..31] : "名单";
    }
}
