using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Bench;

/// <summary>A hundred thousand invented people, in workbooks of the size a clerk may send. Sequence digits 000 belong to nobody real.</summary>
internal static class Crowd
{
    public const int Files = 5;
    public const int PeoplePerFile = 20_000 - 1;        // a sheet may have 20,000 rows, its head among them
    public const int People = Files * PeoplePerFile;
    private const int PeoplePerFirm = 40;
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏";
    private const string Given = "明华建国志强文博思远佳宁雨桐晓峰海涛立新永康素琴玉兰春梅若溪景行致远清和";
    private static readonly string[] Heads = ["姓名", "性别", "身份证号", "学历", "人员类别", "执业单位", "执业证号", "首次执业日期", "联系电话", "通讯地址", "服务意向", "是否值班"];
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Names, the beginnings of pinyin and initials; each finds some of them.</summary>
    public static IReadOnlyList<string> SearchedFor { get; } = ["周文", "王明华", "沈清", "zhangjian", "lvs", "cym"];

    public static IReadOnlyList<string> Firms { get; } = [.. Enumerable.Range(0, (People / PeoplePerFirm) + 1).Select(n => $"重庆人海{n}律师事务所")];

    /// <param name="file">Counted from 0.</param>
    public static byte[] Workbook(int file) =>
        WorkbookWriter.Write(new SheetToWrite("名册", Heads, Enumerable.Range(file * PeoplePerFile, PeoplePerFile).Select(Row)));

    private static IReadOnlyList<object?> Row(int n) =>
    [
        NameOf(n), n % 2 == 0 ? "女" : "男", Identity(n), "本科", "律师", Firms[n / PeoplePerFirm], $"15002{2005 + (n % 20)}1{n:0000000}",
        new DateOnly(2005 + (n % 20), 1 + (n % 12), 1 + (n % 28)), $"138{n:00000000}", $"重庆市北碚区虚构路{n}号", "刑事辩护、民事代理", n % 2 == 0 ? "是" : "否",
    ];

    private static string NameOf(int n)
    {
        var (surname, rest) = (n % Surnames.Length, n / Surnames.Length);
        return $"{Surnames[surname]}{Given[rest % Given.Length]}{Given[rest / Given.Length % Given.Length]}";
    }

    // Eighty districts of nobody's, then a day of birth: unique for every n.
    private static string Identity(int n)
    {
        var body = $"5002{10 + (n % 80):00}{new DateOnly(1970, 1, 1).AddDays(n / 80):yyyyMMdd}000";
        return body + "10X98765432"[body.Select((digit, place) => (digit - '0') * Weights[place]).Sum() % 11];
    }
}
