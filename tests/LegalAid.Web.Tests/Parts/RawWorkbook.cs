using System.IO.Compression;
using System.Text;

namespace LegalAid.Web.Tests.Parts;

/// <summary>An .xlsx put together by hand, so that a test can say in XML what no writer of ours would write.</summary>
public sealed class RawWorkbook
{
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal)
    {
        ["_rels/.rels"] = """<Relationships xmlns="r"><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = """<workbook xmlns:r="x/relationships"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="/xl/styles.xml"/>
            <Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """,
        ["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData/></worksheet>",
    };

    public static RawWorkbook WithRows(string rows) => new RawWorkbook().With("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>");

    public RawWorkbook With(string part, string xml)
    {
        parts[part] = xml;
        return this;
    }

    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, xml) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }
}
