using System.Globalization;
using System.Xml;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>Which of a workbook's cell styles show a number as a day.</summary>
internal static class CellStyles
{
    /// <summary>One entry for each style a cell may name.</summary>
    public static List<bool> Read(BoundedArchive archive, string? part)
    {
        var shown = new List<bool>();
        var custom = new Dictionary<int, bool>();
        using var xml = part is null ? null : archive.OpenXml(part);
        var inCellStyles = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellStyles = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                custom[Number(xml, "numFmtId")] = ShowsDay(xml.GetAttribute("formatCode") ?? "");
            }
            else if (inCellStyles && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = Number(xml, "numFmtId");
                shown.Add(custom.TryGetValue(format, out var isDay) ? isDay : IsBuiltInDay(format));
            }
        }

        return shown;
    }

    // 27-36 and 50-58 are the East Asian calendars of Chinese, Japanese and Korean spreadsheets.
    private static bool IsBuiltInDay(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A format code shows a day when one of y m d h s stands in it outside quotes, brackets and escapes.</summary>
    internal static bool ShowsDay(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '[':
                    at = EndOf(code, at, ']');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }

        return false;
    }

    private static int EndOf(string code, int from, char mark) => code.IndexOf(mark, from + 1) is var end and >= 0 ? end : code.Length;

    private static int Number(XmlReader xml, string name) => int.TryParse(xml.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? number : -1;
}
