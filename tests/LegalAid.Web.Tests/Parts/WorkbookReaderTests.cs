using System.Globalization;
using System.Text;
using LegalAid.Web.Parts.Workbooks;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

public sealed class WorkbookReaderTests
{
    [Fact]
    public void Cells_are_read_with_the_row_number_people_see_whatever_way_they_are_stored()
    {
        var sheet = Sheet(RawWorkbook
            .WithRows("""
                <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>王</t></r><rPh><t>wang</t></rPh><r><t> 敏</t></r></is></c><c r="D3" t="inlineStr"><is/></c><c r="E3" t="inlineStr"/></row>
                <row r="4"/>
                <row><c><v>8.1999999999999993</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="F5"><v>5.00109198503010E+17</v></c></row>
                """)
            .With("xl/sharedStrings.xml", "<sst><si><t>甲</t></si><si><t xml:space='preserve'>乙 </t></si></sst>"));

        Assert.Equal(
            ["3A Text 乙 ", "3C Text 王 敏", "5A Number 8.2", "5B Truth 是", "5C Error #N/A", "5F Number 500109198503010000"],
            sheet.Rows.SelectMany(row => row.Cells.Select(cell => $"{row.Number}{cell.ColumnName} {cell.Kind} {cell.Text}")));
        Assert.True(sheet.Rows[1].Cells[3].LostDigits);
        Assert.False(sheet.Rows[1].Cells[0].LostDigits);
    }

    [Theory]
    [InlineData("14", null, "43243", "2018-05-23")]                 // built-in day
    [InlineData("31", null, "43243", "2018-05-23")]                 // Chinese built-in: yyyy年m月d日
    [InlineData("58", null, "43243", "2018-05-23")]
    [InlineData("59", null, "43243", "43243")]                      // one past the Chinese calendars
    [InlineData("2", null, "43243", "43243")]                       // 0.00
    [InlineData("164", "yyyy\"年\"m\"月\"d\"日\"", "43243.5", "2018-05-23 12:00")]
    [InlineData("164", "[$-804]aaaa;@", "43243", "43243")]          // letters in brackets and others' letters are no day
    [InlineData("164", "0\"d\"", "43243", "43243")]                 // a d in quotes is a word
    [InlineData("14", null, "59", "1900-02-28")]                    // before the 29 February 1900 that never was
    [InlineData("14", null, "61", "1900-03-01")]
    [InlineData("14", null, "NaN", "NaN")]
    [InlineData("14", null, "2958465", "9999-12-31")]
    [InlineData("14", null, "2958466", "2958466")]                  // after the last day of any calendar
    public void A_number_is_a_day_when_its_style_shows_it_as_one(string format, string? code, string value, string expected)
    {
        var custom = code is null ? "" : $"""<numFmts><numFmt numFmtId="{format}" formatCode="{code.Replace("\"", "&quot;", StringComparison.Ordinal)}"/></numFmts>""";
        var sheet = Sheet(RawWorkbook.WithRows($"""<row r="1"><c r="A1" s="1"><v>{value}</v></c></row>""")
            .With("xl/styles.xml", $"""<styleSheet>{custom}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="{format}"/></cellXfs></styleSheet>"""));

        Assert.Equal(expected, sheet.Rows[0].Cells[0].Text);
    }

    [Fact]
    public void Days_count_from_1904_in_workbooks_that_say_so()
    {
        var sheet = Sheet(RawWorkbook.WithRows("""<row r="1"><c r="A1" s="0"><v>1</v></c></row>""")
            .With("xl/styles.xml", """<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>""")
            .With("xl/workbook.xml", """<workbook xmlns:r="x/relationships"><workbookPr date1904="1"/><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>"""));

        Assert.Equal("1904-01-02", sheet.Rows[0].Cells[0].Text);
    }

    [Fact]
    public void A_formula_is_remembered_and_never_computed()
    {
        var sheet = Sheet(RawWorkbook.WithRows("""
            <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>HYPERLINK("http://example.invalid","点我")</f><v/></c><c r="C1" t="str"><f>A1</f><v>二</v></c></row>
            """));

        Assert.Equal(["2", "", "二"], sheet.Rows[0].Cells.Select(cell => cell.Text));
        Assert.All(sheet.Rows[0].Cells, cell => Assert.True(cell.IsFormula));
    }

    [Fact]
    public void What_the_writer_writes_the_reader_reads_and_texts_stay_texts()
    {
        var file = WorkbookWriter.Write(new SheetToWrite("名单/一", ["姓名", "日期", "件数"], [["=1+1", new DateOnly(2024, 2, 29), 7], ["阿不都\u0001·买买提", null, 1.5m]]));

        var sheet = Assert.Single(WorkbookReader.Read(file).Value!.Sheets);

        Assert.Equal("名单一", sheet.Name);
        Assert.Equal(["姓名 日期 件数", "=1+1 2024-02-29 7", "阿不都·买买提 1.5"], sheet.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text))));
        Assert.DoesNotContain(sheet.Rows.SelectMany(row => row.Cells), cell => cell.IsFormula);
    }

    [Fact]
    public void What_is_not_a_workbook_is_refused_with_what_to_do()
    {
        Assert.Contains("文件是空的", Message([]));
        Assert.Contains("不是 Excel 工作簿", Message("姓名,电话"u8.ToArray()));
        Assert.Contains("旧版（.xls）", Message([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Contains("打开密码", Message([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("已损坏", Message([.. "PK\u0003\u0004"u8, .. new byte[100]]));
        Assert.Contains("可能是 Word", Message(new RawWorkbook().With("xl/workbook.xml", "<document/>").ToFile()));
        Assert.Contains("没有 Excel 工作簿", Message(new RawWorkbook().With("_rels/.rels", "<Relationships/>").ToFile()));
        Assert.Contains("DTD", Message(new RawWorkbook().With("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY a \"b\">]><workbook>&a;</workbook>").ToFile()));
        Assert.Contains("已损坏", Message(RawWorkbook.WithRows("<row><c></row>").ToFile()));
        Assert.Contains("已损坏", Message(RawWorkbook.WithRows("""<row><c t="s"><v>7</v></c></row>""").ToFile()));
    }

    [Fact]
    public void A_bomb_is_stopped_before_it_goes_off()
    {
        var spaces = new string(' ', 20_000_000);
        Assert.Contains("压缩炸弹", Message(RawWorkbook.WithRows(spaces).ToFile()));

        var lying = RawWorkbook.WithRows(spaces).ToFile();
        foreach (var at in Enumerable.Range(0, lying.Length - 4).Where(at => BitConverter.ToUInt32(lying, at) == 0x02014b50).ToList())
        {
            BitConverter.GetBytes(1_000).CopyTo(lying, at + 24);      // the directory says: a thousand bytes inflated
        }

        Assert.Matches("压缩炸弹|已损坏", Message(lying));
    }

    [Fact]
    public void Too_much_is_refused_by_name_of_the_limit()
    {
        var many = new RawWorkbook();
        foreach (var place in Enumerable.Range(0, 2_001))
        {
            many.With($"xl/media/{place}.png", "");
        }

        Assert.Contains("2,000 个", Message(many.ToFile()));
        var rows = string.Concat(Enumerable.Range(1, 21).Select(n => string.Create(CultureInfo.InvariantCulture, $"<row r='{n}'><c><v>{n}</v></c></row>")));
        Assert.Contains("工作表“名册”超过 20 行", Message(RawWorkbook.WithRows(rows).ToFile(), new() { RowsPerSheet = 20 }));
        Assert.NotNull(WorkbookReader.Read(RawWorkbook.WithRows(rows).ToFile(), new() { RowsPerSheet = 21 }).Value);
        Assert.Contains("0 MB", Message(RawWorkbook.WithRows(rows).ToFile(), new() { InflatedBytes = 1_000 }));
    }

    [Fact]
    public void Random_damage_is_refused_or_read_but_never_breaks_the_program()
    {
        var sound = WorkbookWriter.Write(new SheetToWrite("名册", ["姓名", "日期"], Enumerable.Range(0, 30).Select(n => new object?[] { $"测试{n}", new DateOnly(2024, 1, 1).AddDays(n) })));
        var random = new Random(20260617);
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = (byte[])sound.Clone();
            for (var hit = random.Next(1, 12); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var outcome = WorkbookReader.Read(round % 3 == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            Assert.True(outcome.Value is null ^ outcome.Refusal is null);
        }
    }

    private static Sheet Sheet(RawWorkbook workbook) => Assert.Single((WorkbookReader.Read(workbook.ToFile()) is { Refusal: null } read ? read : throw new InvalidOperationException(Message(workbook.ToFile()))).Value!.Sheets);

    private static string Message(byte[] file, WorkbookLimits? limits = null) => WorkbookReader.Read(file, limits).Refusal!.Message;
}
