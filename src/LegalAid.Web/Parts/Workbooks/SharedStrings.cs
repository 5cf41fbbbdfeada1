using System.Text;
using System.Xml;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>The texts that cells of a workbook share.</summary>
internal static class SharedStrings
{
    public static List<string> Read(BoundedArchive archive, string? part)
    {
        var texts = new List<string>();
        using var xml = part is null ? null : archive.OpenXml(part);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(TextRuns(xml));
            }
        }

        return texts;
    }

    /// <summary>The text of a string item: its runs in order, without phonetic hints. Leaves the reader on the item's end.</summary>
    public static string TextRuns(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        var ended = xml.IsEmptyElement;
        var hint = int.MaxValue;
        while (!ended && xml.Read())
        {
            ended = xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                hint = xml.Depth;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == hint)
            {
                hint = int.MaxValue;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" } && xml.Depth < hint)
            {
                text.Append(Content(xml));
            }
        }

        return text.ToString();
    }

    /// <summary>The character data of an element that holds nothing else. Leaves the reader on the element's end.</summary>
    public static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }
}
