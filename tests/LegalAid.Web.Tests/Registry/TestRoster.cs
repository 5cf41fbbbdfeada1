using System.Globalization;
using System.Net;
using LegalAid.Web.Tests.Parts;

namespace LegalAid.Web.Tests.Registry;

/// <summary>An invented person as a roster row; every value is text as typed. "=…" is a formula, "#…" a number shown as a day.</summary>
public sealed record TestPerson(
    string Name,
    string Identity,
    string Licence,
    string Institution = "重庆试一律师事务所",
    string Kind = "律师",
    string FirstLicensedOn = "2015-7-1",
    string Phone = "13900000001",
    string Intents = "刑事辩护、民事代理")
{
    public string Gender { get; init; } = "女";

    public string BornOn { get; init; } = "";

    public string Address { get; init; } = "试验路1号";

    public string Duty { get; init; } = "是";

    public string Remark { get; init; } = "";

    public string LicenceState { get; init; } = "正常";

    public TestPerson AsLegalWorker() => this with { Kind = "基层法律服务工作者", Institution = "试二法律服务所", Licence = "3" + Licence[1..], Intents = "民事代理" };
}

/// <summary>Rosters of invented people, as an office would send them. Sequence digits are 000, which no real person has.</summary>
public static class TestRoster
{
    public static readonly string[] Heads =
        ["序号", "姓名", "性别", "出生日期", "身份证号", "政治面貌", "学历", "人员类别", "执业单位", "执业证号", "首次执业日期", "联系电话", "通讯地址", "服务意向", "是否值班", "备注"];

    private const string Digits = "甲乙丙丁戊己庚辛壬癸";

    /// <summary>The n-th invented person; equal numbers are the same person.</summary>
    public static TestPerson Person(int n) => new(
        "试" + string.Concat(n.ToString("000", CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0'])),
        Identity(new DateOnly(1970, 1, 1).AddDays(n)),
        string.Create(CultureInfo.InvariantCulture, $"15001201510{n:000000}"),
        Phone: string.Create(CultureInfo.InvariantCulture, $"139{n:00000000}"));

    public static string Identity(DateOnly born)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"500109{born:yyyyMMdd}000");
        var sum = digits.Select((digit, place) => (digit - '0') * ((1 << (17 - place)) % 11)).Sum();
        return digits + "10X98765432"[sum % 11];
    }

    public static byte[] File(params IEnumerable<TestPerson> people) => File(Heads, people);

    /// <summary>Two title rows, heads in row 3, people from row 4, a blank row, a total and a note.</summary>
    public static byte[] File(string[] heads, IEnumerable<TestPerson> people)
    {
        var rows = people.Select((person, place) => Row(4 + place, heads.Select(head => Value(person, head, place)))).ToList();
        return RawWorkbook.WithRows(
            Row(1, ["某区法律援助人员名册（虚构）"]) + Row(2, ["填报单位：（盖章）"]) + Row(3, heads) + string.Concat(rows)
            + Row(rows.Count + 5, [$"合计：{rows.Count}人"]) + Row(rows.Count + 6, ["注：均为虚构。"]))
            .With("xl/styles.xml", """<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""")
            .ToFile();
    }

    /// <summary>A sheet with heads in its first row.</summary>
    public static string Sheet(string[] heads, params string[][] rows) =>
        $"<worksheet><sheetData>{Row(1, heads)}{string.Concat(rows.Select((row, place) => Row(place + 2, row)))}</sheetData></worksheet>";

    private static string Value(TestPerson person, string head, int place) => head switch
    {
        "序号" => $"{place + 1}",
        "姓名" => person.Name,
        "性别" => person.Gender,
        "出生日期" => person.BornOn,
        "身份证号" => person.Identity,
        "政治面貌" => "群众",
        "学历" => "本科",
        "人员类别" or "执业类别" => person.Kind,
        "执业单位" or "执业机构" => person.Institution,
        "执业证号" => person.Licence,
        "首次执业日期" => person.FirstLicensedOn,
        "联系电话" or "手机号码" or "电话" => person.Phone,
        "通讯地址" => person.Address,
        "服务意向" => person.Intents,
        "是否值班" => person.Duty,
        "是否办案" => "是",
        "备注" => person.Remark,
        "执业状态" => person.LicenceState,
        _ => throw new ArgumentOutOfRangeException(nameof(head), head, "No such column."),
    };

    private static string Row(int number, IEnumerable<string> values) =>
        $"<row r='{number}'>{string.Concat(values.Select((value, place) => Cell(value)))}</row>";

    private static string Cell(string value) => value switch
    {
        "" => "<c/>",
        ['=', .. var formula] => $"<c><f>{WebUtility.HtmlEncode(formula)}</f><v/></c>",
        ['#', .. var serial] => $"<c s='1'><v>{serial}</v></c>",
        _ => $"<c t='inlineStr'><is><t>{WebUtility.HtmlEncode(value)}</t></is></c>",
    };
}
