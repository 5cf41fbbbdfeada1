using System.Globalization;
using System.Xml;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>Reads worksheets of one workbook, row by row, with what its cells refer to: shared texts, styles, the first day.</summary>
internal sealed class SheetContext(BoundedArchive archive, List<string> sharedTexts, List<bool> dayStyles, bool daysFrom1904, WorkbookLimits limits)
{
    private const int LastColumn = 16_384;
    private const int LongestText = 32_767;
    private int cellsRead;

    public Sheet Read(string name, string part)
    {
        using var xml = archive.OpenXml(part) ?? throw new InvalidDataException($"{part} is missing.");
        var rows = new List<SheetRow>();
        var last = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            last = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var told) && told > last ? told : last + 1;
            var cells = ReadCells(xml, name);
            if (cells.Count > 0 && rows.Count == limits.RowsPerSheet)
            {
                throw new UnreadableWorkbookException($"工作表“{name}”超过 {limits.RowsPerSheet:N0} 行。请分成几个文件，每个不超过 {limits.RowsPerSheet:N0} 行。");
            }

            if (cells.Count > 0)
            {
                rows.Add(new(last, cells));
            }
        }

        return new(name, rows);
    }

    private List<SheetCell> ReadCells(XmlReader xml, string sheet)
    {
        var cells = new List<SheetCell>();
        var depth = xml.Depth;
        var ended = xml.IsEmptyElement;
        var last = 0;
        while (!ended && xml.Read())
        {
            ended = xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth;
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            last = ColumnOf(xml.GetAttribute("r")) is var told && told > last ? told : last + 1;
            if (last > LastColumn || cellsRead > limits.Cells)
            {
                throw new UnreadableWorkbookException($"工作表“{sheet}”的单元格过多，不像一份名单，已拒绝读取。");
            }

            if (ReadCell(xml, last) is { } cell)
            {
                cellsRead++;
                cells.Add(cell);
            }
        }

        return cells;
    }

    private SheetCell? ReadCell(XmlReader xml, int column)
    {
        var type = xml.GetAttribute("t");
        var isDay = int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) && style >= 0 && style < dayStyles.Count && dayStyles[style];
        var (value, isFormula) = ReadContent(xml);
        if (value.Length > LongestText)
        {
            throw new UnreadableWorkbookException($"有单元格超过 {LongestText:N0} 个字，已拒绝读取。");
        }

        return string.IsNullOrWhiteSpace(value)
            ? isFormula ? new(column, CellKind.Text, "", IsFormula: true) : null
            : Typed(column, type, value, isDay, isFormula);
    }

    private static (string Value, bool IsFormula) ReadContent(XmlReader xml)
    {
        var (value, isFormula, depth, ended) = ("", false, xml.Depth, xml.IsEmptyElement);
        while (!ended && xml.Read())
        {
            ended = xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth;
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            (value, isFormula) = xml.LocalName switch
            {
                "v" => (SharedStrings.Content(xml), isFormula),
                "is" => (SharedStrings.TextRuns(xml), isFormula),
                "f" => (value, true),
                _ => (value, isFormula),
            };
        }

        return (value, isFormula);
    }

    private SheetCell? Typed(int column, string? type, string value, bool isDay, bool isFormula)
    {
        switch (type)
        {
            case "s":
                var place = int.TryParse(value, CultureInfo.InvariantCulture, out var told) && told >= 0 && told < sharedTexts.Count ? told : throw new InvalidDataException("No such shared string.");
                return sharedTexts[place].Length == 0 ? null : new(column, CellKind.Text, sharedTexts[place], IsFormula: isFormula);
            case "str" or "inlineStr":
                return new(column, CellKind.Text, value, IsFormula: isFormula);
            case "b":
                return new(column, CellKind.Truth, value is "1" or "true" ? "是" : "否", IsFormula: isFormula);
            case "e":
                return new(column, CellKind.Error, value, IsFormula: isFormula);
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment):
                return SheetCell.OfMoment(column, moment, isFormula);
            default:
                return isDay && Serials.Day(value, daysFrom1904) is { } day ? SheetCell.OfMoment(column, day, isFormula)
                    : new(column, CellKind.Number, Serials.Plain(value), IsFormula: isFormula);
        }
    }

    private static int ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }
}
