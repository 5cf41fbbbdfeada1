using System.Text;
using System.Xml;
using LegalAid.Rules.Common;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>
/// Reads an .xlsx sent by somebody unknown. It takes cell values and nothing else: no formulas, links, macros or embedded objects.
/// It walks the parts itself, because the Open XML SDK follows every relationship and inflates before it counts.
/// </summary>
public static class WorkbookReader
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>The workbook, or why it cannot be read, said so that a clerk can help it.</summary>
    public static Outcome<Workbook> Read(byte[] file, WorkbookLimits? limits = null)
    {
        try
        {
            return WhyNotRead(file) is { } message ? Refused(message) : ReadParts(file, limits ?? new());
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return Refused(unreadable.Message);
        }
        catch (XmlException)
        {
            return Refused("工作簿内容已损坏，或含有不允许的声明（DTD）。请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。");
        }
        catch (InvalidDataException)
        {
            return Refused("文件已损坏，无法解压。请重新下载或另存为 .xlsx 后再上传。");
        }
    }

    private static string? WhyNotRead(byte[] file) =>
        file.Length == 0 ? "文件是空的。请选择填好的 .xlsx 工作簿。"
        : file.AsSpan().StartsWith(Ole) && file.AsSpan().IndexOf(EncryptedPackage) >= 0 ? "工作簿设有打开密码，无法读取。请去掉密码后再上传。"
        : file.AsSpan().StartsWith(Ole) ? "这是旧版（.xls）文件。请用 Excel 或 WPS 另存为 .xlsx 后再上传。"
        : !file.AsSpan().StartsWith(Zip) ? "这不是 Excel 工作簿（.xlsx）。请另存为 .xlsx 后再上传。"
        : null;

    private static Workbook ReadParts(byte[] file, WorkbookLimits limits)
    {
        using var archive = new BoundedArchive(file, limits);
        var main = Relationships.Read(archive, "").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Target;
        if (main is null || !main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !archive.Has(main))
        {
            throw new UnreadableWorkbookException("文件里没有 Excel 工作簿。请用 Excel 或 WPS 另存为 .xlsx（不是 .xlsb）后再上传。");
        }

        var relationships = Relationships.Read(archive, main);
        var (names, daysFrom1904) = ReadMain(archive, main, limits);
        var context = new SheetContext(
            archive,
            SharedStrings.Read(archive, TargetOf("/sharedStrings")),
            CellStyles.Read(archive, TargetOf("/styles")),
            daysFrom1904,
            limits);
        var parts = relationships.Where(r => r.Type.EndsWith("/worksheet", StringComparison.Ordinal)).ToDictionary(r => r.Id, r => r.Target, StringComparer.Ordinal);
        return new(
        [
            .. from named in names
               where parts.ContainsKey(named.RelationshipId)
               select context.Read(named.Name, parts[named.RelationshipId]),
        ]);

        string? TargetOf(string type) => relationships.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal))?.Target;
    }

    private static (List<(string Name, string RelationshipId)> Sheets, bool DaysFrom1904) ReadMain(BoundedArchive archive, string main, WorkbookLimits limits)
    {
        using var xml = archive.OpenXml(main);
        if (xml is null || xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "workbook")
        {
            throw new UnreadableWorkbookException("这不是 Excel 工作簿（可能是 Word 或演示文稿）。请上传 .xlsx 工作簿。");
        }

        var sheets = new List<(string, string)>();
        var daysFrom1904 = false;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                daysFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add((xml.GetAttribute("name") ?? "", Relationships.IdOf(xml)));
            }
        }

        return sheets.Count <= limits.Sheets ? (sheets, daysFrom1904) : throw new UnreadableWorkbookException($"工作簿有 {sheets.Count} 张工作表，超过 {limits.Sheets} 张。");
    }

    private static Refusal Refused(string message) => new("workbook", message, []);
}
