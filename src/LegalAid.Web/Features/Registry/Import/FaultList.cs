using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>The rows that could not be taken, as a workbook for the sender. Personal values stay masked.</summary>
internal static class FaultList
{
    public static byte[] Write(IEnumerable<RowFault> faults) => WorkbookWriter.Write(new SheetToWrite(
        "有问题的行",
        ["工作表", "行", "单元格", "列", "所填内容", "原因", "依据"],
        faults.Select(fault => new object?[] { fault.Sheet, fault.Row, fault.Cell, fault.Column, fault.Value, fault.Reason, string.Join(' ', fault.ClauseIds) }))
    {
        Widths = [14, 6, 10, 16, 24, 60, 12],
    });
}
