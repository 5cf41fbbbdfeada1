using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>What one row says.</summary>
public sealed record RecordTold(string Name, LicenceNumber? Licence, IdentityNumber? Identity, OfficialRecordKind Kind, DateOnly EffectiveOn, string Statement, string RecordSource);

/// <summary>A row of the sheet: what it says, or every reason why it cannot be read.</summary>
public sealed record RecordRow(HeadedList List, int Number, RecordTold? Told, IReadOnlyList<RowFault> Faults, IReadOnlyList<RowFault> Notices);

/// <summary>Reads the licensing department's sheet of penalties, sanctions and complaints found true.</summary>
internal static class RecordsReader
{
    /// <summary>Why the file cannot even be previewed; null when it can.</summary>
    public static List<Refusal>? WhyNotRead(byte[] file) => Find(file) is { Value: null } found ? [.. found.Refusals] : null;

    public static Outcome<List<RecordRow>> Read(byte[] file, DateOnly today)
    {
        var found = Find(file);
        return found.Value is { } list ? list.Rows.Select(row => ReadRow(row, today)).ToList() : found.Refusals.ToList();
    }

    private static Outcome<HeadedList> Find(byte[] file)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, RecordColumns.All);
        return list.Value is { Rows.Count: 0 } empty
            ? new Refusal("records-empty", $"工作表“{empty.SheetName}”第 {empty.HeadRow} 行的表头下面没有记录。", [])
            : list;
    }

    private static RecordRow ReadRow(ListRow row, DateOnly today)
    {
        var reading = new RowReading(row);
        var name = TextCleaning.PersonName(reading.Text(RecordColumns.Name, 60));
        var licence = reading.Text(RecordColumns.Licence, 30).Length == 0 ? null : reading.Parsed<LicenceNumber>(RecordColumns.Licence, LicenceNumber.TryParse);
        var identity = reading.Text(RecordColumns.Identity, 30).Length == 0 ? null : reading.Parsed<IdentityNumber>(RecordColumns.Identity, IdentityNumber.TryParse);
        if (reading.IsGood && licence is null && identity is null)
        {
            reading.Fault(RecordColumns.Licence, "执业证号和身份证号都没有填，认不出是谁");
        }

        var (kind, day) = (reading.OneOf(RecordColumns.Kind, RecordColumns.Kinds), reading.Day(RecordColumns.EffectiveOn));
        if (day > today)
        {
            reading.Fault(RecordColumns.EffectiveOn, $"生效日期{day:yyyy-MM-dd}晚于今天");
        }

        var (statement, source) = (reading.Text(RecordColumns.Statement), reading.Text(RecordColumns.RecordSource, 100));
        var told = reading.IsGood && kind is { } known && day is { } effective ? new RecordTold(name, licence, identity, known, effective, statement, source) : null;
        return new(row.List, row.Number, told, reading.Faults, reading.Notices);
    }
}
