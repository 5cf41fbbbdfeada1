using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Demo;

/// <summary>The demo's invented people as the workbook an office would send. The same seed gives the same people; sequence digits 000 belong to nobody real.</summary>
internal static class DemoRoster
{
    private const int Seed = 20230410;
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏";
    private const string Given = "明华建国志强文博思远佳宁雨桐晓峰海涛立新永康素琴玉兰春梅若溪景行致远清和";

    public static readonly IReadOnlyList<string> Heads = ["序号", "姓名", "性别", "出生日期", "身份证号", "学历", "人员类别", "执业单位", "执业证号", "首次执业日期", "联系电话", "服务意向", "是否值班"];

    public static byte[] Write(DemoPlace place)
    {
        var random = new Random(Seed + DemoPlace.All.ToList().IndexOf(place));
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (institution, number) in place.Institutions.Select((name, number) => (name, number)))
        {
            var lawyers = number < place.Firms.Count;
            var size = lawyers ? 3 + random.Next(7) : 4;
            for (var person = 0; person < size; person++)
            {
                rows.Add(Row(place, rows.Count + 1, institution, lawyers, random));
            }
        }

        return WorkbookWriter.Write(new SheetToWrite("资源库名册", Heads, rows));
    }

    private static List<object?> Row(DemoPlace place, int number, string institution, bool lawyer, Random random)
    {
        var born = new DateOnly(1965 + random.Next(30), 1 + random.Next(12), 1 + random.Next(28));
        var licensed = new DateOnly(Math.Max(2005, born.Year + 26), 1 + random.Next(12), 1 + random.Next(28));
        var name = $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";
        var intents = lawyer && random.Next(4) > 0 ? "刑事辩护、民事代理、行政代理、劳动仲裁" : "民事代理、行政代理、劳动仲裁";
        return
        [
            number, name, random.Next(2) == 0 ? "女" : "男", born, Identity(place, born, number), "本科", lawyer ? "律师" : "基层法律服务工作者", institution,
            $"{(lawyer ? 1 : 3)}{place.Digits}{licensed.Year}{(lawyer ? 1 : 2)}{number:0000000}", licensed, $"139{number:00000000}", intents, random.Next(2) == 0 ? "是" : "否",
        ];
    }

    // District, day of birth, sequence 000 and the check character of GB 11643. The district's last digits keep people born on one day apart.
    internal static string Identity(DemoPlace place, DateOnly born, int number)
    {
        const string checks = "10X98765432";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var body = $"{place.Digits}{10 + (number % 80):00}{born:yyyyMMdd}000";
        return body + checks[body.Select((digit, place) => (digit - '0') * weights[place]).Sum() % 11];
    }
}
