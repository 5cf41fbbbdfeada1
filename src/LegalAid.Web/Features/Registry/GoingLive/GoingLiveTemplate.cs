using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>The empty workbook an office fills in before it goes live, with the sheets to be reconciled named.</summary>
internal static class GoingLiveTemplate
{
    private static readonly (string Sheet, string How)[] Notes =
    [
        (HistoryColumns.Duty, "一人一行。今年1月1日到截至日期，本人实际到岗的次数；没有填 0。"),
        (HistoryColumns.Points, "一人一行。本季度第一天到截至日期的积分，可有一位小数，可为负数。季度中途启用的，填到启用前一天。"),
        (HistoryColumns.Paid, "一人一行。今年1月1日到截至日期已经发放的补贴，单位元，可有两位小数。"),
        (HistoryColumns.Sanctions, "一项一行。类别：行政处罚、行业惩戒、查证属实的投诉。入库审核按生效日期查。"),
        (HistoryColumns.Experience, "一人一行。启用以前的办案经历；截至日期以后在本程序办理的另行累加。"),
        (HistoryColumns.Grades, "一次评估一行。等次：优秀、良好、合格、不合格。入库审核按案号查。"),
        (HistoryColumns.Matters, "一件一行。启用时还在办的案件；已更换次数是到现在为止更换承办人的次数。"),
        (HistoryColumns.Exams, "一次考试一行。"),
        (HistoryColumns.Reconciliation, "每张工作表一行：送表的行数和合计。合计：值班为两种次数之和，积分、已付补贴为各人之和，办案经历为累计法律援助案件数之和；其他工作表不写合计。没有用到的工作表不写行数。"),
    ];

    public static byte[] Write() => ListTemplate.Write([.. HistoryColumns.Of(UploadKind.GoingLive).Select(known => new TemplateList(known.Sheet, known.Columns, Notes.Single(note => note.Sheet == known.Sheet).How)
    {
        Rows = known.Sheet == HistoryColumns.Reconciliation ? Stated : [],
    })]);

    // One line for each sheet, so that nobody has to look up their names.
    private static IReadOnlyList<IReadOnlyList<object?>> Stated =>
        [.. HistoryColumns.Of(UploadKind.GoingLive).Where(other => other.Sheet != HistoryColumns.Reconciliation).Select(other => new object?[] { other.Sheet, null, null })];
}
