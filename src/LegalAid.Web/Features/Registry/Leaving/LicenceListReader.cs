using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Whether somebody may practise by what the licensing department's list says.</summary>
public enum LicenceState
{
    /// <summary>正常</summary>
    InForce = 1,

    /// <summary>不正常: gone, stopped or not passed</summary>
    NotInForce,
}

/// <summary>What one row says; the state also in the list's own words.</summary>
public sealed record LicenceTold(string Name, LicenceNumber Licence, LicenceState State, string Said);

/// <summary>A row of the list: what it says, or every reason why it cannot be read; whom it names, as far as that can be read.</summary>
public sealed record LicenceRow(HeadedList List, int Number, string? Named, LicenceTold? Told, IReadOnlyList<RowFault> Faults);

/// <summary>Reads the licensing department's list of everybody's licence (执业状态名单). A word it does not know is a fault, never a guess.</summary>
internal static class LicenceListReader
{
    private static readonly ListColumn Licence = new("执业证号", true, "执业证号码", "执业证编号");
    private static readonly ListColumn State = new("执业状态", true, "状态", "执业证状态");

    public static ListColumn Name { get; } = new("姓名", true);

    public static IReadOnlyDictionary<string, LicenceState> States { get; } = new[]
    {
        (LicenceState.InForce, "正常 执业 有效 正常执业 在执业 执业中 称职 基本称职 合格 已年检 正常(已年检) 正常(已考核)"),
        (LicenceState.NotInForce, "注销 已注销 吊销 已吊销 撤销 已撤销 停止执业 暂停执业 停业 无效 失效 不称职 不合格 未年检 未考核 年度考核未通过 考核不合格"),
    }.SelectMany(known => known.Item2.Split(' ').Select(word => (Word: word, State: known.Item1))).ToDictionary(known => known.Word, known => known.State, StringComparer.Ordinal);

    /// <summary>Why the file cannot even be previewed; null when it can.</summary>
    public static List<Refusal>? WhyNotRead(byte[] file) => Find(file) is { Value: null } found ? [.. found.Refusals] : null;

    public static Outcome<List<LicenceRow>> Read(byte[] file)
    {
        var found = Find(file);
        return found.Value is { } list ? Once(list.Rows.Select(ReadRow).ToList()) : found.Refusals.ToList();
    }

    private static Outcome<HeadedList> Find(byte[] file)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, [Name, Licence, State]);
        return list.Value is { Rows.Count: 0 } empty
            ? new Refusal("licences-empty", $"工作表“{empty.SheetName}”第 {empty.HeadRow} 行的表头下面没有人员。", [])
            : list;
    }

    private static LicenceRow ReadRow(ListRow row)
    {
        var reading = new RowReading(row);
        var name = TextCleaning.PersonName(reading.Text(Name, 60));
        var licence = reading.Parsed<LicenceNumber>(Licence, LicenceNumber.TryParse);
        var (said, state) = (reading.Text(State, 60), reading.OneOf(State, States));
        var told = reading.IsGood && licence is not null && state is { } known ? new LicenceTold(name, licence, known, said) : null;
        return new(row.List, row.Number, licence?.Value, told, reading.Faults);
    }

    // The first row of a number stands; a later one is told, and where the two differ neither is believed.
    private static List<LicenceRow> Once(List<LicenceRow> rows)
    {
        foreach (var same in rows.Where(row => row.Told is not null).GroupBy(row => row.Told!.Licence.Value, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.ToList()))
        {
            var agree = same.TrueForAll(row => row.Told!.State == same[0].Told!.State);
            foreach (var row in same.Skip(agree ? 1 : 0))
            {
                var reason = agree ? $"与第 {same[0].Number} 行是同一个执业证号，只采用第 {same[0].Number} 行" : "同一个执业证号有几行，执业状态不一致，都没有采用";
                rows[rows.IndexOf(row)] = row with { Told = null, Faults = [RowFault.At(row.List, row.Number, Licence, row.Named!, reason)] };
            }
        }

        return rows;
    }
}
