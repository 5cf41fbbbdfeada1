using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Tests.Registry.GoingLive;

/// <summary>A workbook of what an office brings along, sheet by sheet; the reconciliation is what the test says it is.</summary>
internal sealed class GoingLiveFile
{
    private readonly List<SheetToWrite> sheets = [];
    private readonly List<object?[]> stated = [];

    public GoingLiveFile Duty(params object?[][] rows) => With("值班次数", ["执业证号", "姓名", "窗口值班次数", "热线值班次数", "截至日期"], rows);

    public GoingLiveFile Points(params object?[][] rows) => With("积分", ["姓名", "执业证号", "本季度积分", "截至日期"], rows);

    public GoingLiveFile Paid(params object?[][] rows) => With("已付补贴", ["执业证号", "姓名", "已付金额", "截至日期"], rows);

    public GoingLiveFile Sanctions(params object?[][] rows) => With("惩戒处分", ["执业证号", "类别", "生效日期", "内容", "决定机关和文号"], rows);

    public GoingLiveFile Grades(params object?[][] rows) => With("质量评估", ["执业证号", "案号", "评估机关", "等次", "生效日期"], rows);

    public GoingLiveFile Matters(params object?[][] rows) => With("在办案件", ["执业证号", "案号", "类型", "受援人", "对方当事人", "承办机构", "指派日期", "阶段", "已更换次数"], rows);

    public GoingLiveFile States(string sheet, int rows, decimal? sum = null)
    {
        stated.Add([sheet, rows, sum]);
        return this;
    }

    public byte[] ToFile() => WorkbookWriter.Write([.. sheets, new("对账", ["工作表", "行数", "合计"], stated)]);

    private GoingLiveFile With(string sheet, string[] heads, object?[][] rows)
    {
        sheets.Add(new(sheet, heads, rows));
        return this;
    }
}
