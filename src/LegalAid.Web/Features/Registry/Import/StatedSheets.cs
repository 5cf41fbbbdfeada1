using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Reads what the sender states of each sheet (对账).</summary>
internal static class StatedSheets
{
    /// <returns>What is stated, and the lines that cannot be read, each with every reason.</returns>
    public static (IReadOnlyList<StatedSheet> Stated, IReadOnlyList<HistoryRow> Wrong) Read(HeadedList? list, UploadKind kind)
    {
        var (stated, wrong) = (new Dictionary<string, StatedSheet>(StringComparer.Ordinal), new List<HistoryRow>());
        foreach (var row in list?.Rows ?? [])
        {
            var reading = new RowReading(row);
            var sheet = Sheet(reading, kind);
            var rows = reading.Count(HistoryColumns.StatedRows);
            var sum = row.Text(HistoryColumns.StatedSum).Trim().Length == 0 ? null : FigureRows.Scaled(reading, HistoryColumns.StatedSum, 2);
            if (reading.IsGood && !stated.TryAdd(sheet, new(sheet, rows ?? 0, sum)))
            {
                reading.Fault(HistoryColumns.StatedSheet, "这张工作表列了两次，只采用前一行");
            }

            if (!reading.IsGood)
            {
                wrong.Add(new(row.List, row.Number, null, "", null, reading.Faults, reading.Notices));
            }
        }

        return ([.. stated.Values], wrong);
    }

    private static string Sheet(RowReading reading, UploadKind kind)
    {
        var sheet = TextCleaning.Narrow(reading.Text(HistoryColumns.StatedSheet, 31));
        if (sheet.Length > 0 && HistoryColumns.Of(kind).All(known => known.Sheet != sheet || sheet == HistoryColumns.Reconciliation))
        {
            reading.Fault(HistoryColumns.StatedSheet, "没有这个名称的工作表");
        }

        return sheet;
    }
}
