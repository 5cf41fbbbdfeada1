using System.Globalization;
using LegalAid.Rules.Common;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Reads one row of a list column by column and remembers every fault, so that all of them are told at once.</summary>
internal sealed class RowReading(ListRow row)
{
    public delegate bool TryRead<T>(string? text, out T? value, out string? reason);

    public int Number => row.Number;

    public List<RowFault> Faults { get; } = [];

    /// <summary>What the sender should know although the row is good.</summary>
    public List<RowFault> Notices { get; } = [];

    public bool IsGood => Faults.Count == 0;

    /// <summary>The column as the list itself calls it.</summary>
    public string TitleOf(ListColumn column) => row.List.TitleOf(column);

    /// <summary>The cell's text with blanks at its ends gone; "" when empty. An empty required cell is a fault.</summary>
    public string Text(ListColumn column, int longest = 200)
    {
        var text = TextCleaning.Narrow(Shown(column)).Length == 0 ? "" : Shown(column).Trim(' ', '\u3000', '\u00a0', '\t', '\n', '\r');
        if (text.Length == 0 && column.Required)
        {
            Fault(column, $"{TitleOf(column)}为空");
        }
        else if (text.Length > longest)
        {
            Fault(column, $"{TitleOf(column)}超过 {longest} 个字");
        }

        return text;
    }

    /// <summary>A value type's own reading; its reason is the fault.</summary>
    public T? Parsed<T>(ListColumn column, TryRead<T> read)
        where T : class
    {
        var text = Shown(column);
        if (row.Cell(column) is { LostDigits: true })
        {
            Fault(column, "单元格是数字格式，表格软件只保留前 15 位，后几位已丢失；请把这一列设为文本后重填");
            return null;
        }

        if (!read(text, out var value, out var reason))
        {
            Fault(column, reason ?? $"{TitleOf(column)}无法识别");
        }

        return value;
    }

    public DateOnly? Day(ListColumn column)
    {
        if (row.Cell(column) is { Kind: CellKind.Day, Moment: { } moment })
        {
            return DateOnly.FromDateTime(moment);
        }

        var text = Shown(column);
        if (string.IsNullOrWhiteSpace(text) && !column.Required)
        {
            return null;
        }

        if (!ChineseDate.TryParse(text, out var day, out var reason))
        {
            Fault(column, string.IsNullOrWhiteSpace(text) ? $"{TitleOf(column)}为空" : reason);
            return null;
        }

        return day;
    }

    /// <summary>A count that is never negative; null when the cell is empty.</summary>
    public int? Count(ListColumn column)
    {
        var text = TextCleaning.Number(Shown(column));
        if (text.Length == 0 && !column.Required)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            Fault(column, text.Length == 0 ? $"{TitleOf(column)}为空" : $"{TitleOf(column)}应为不小于 0 的整数");
            return null;
        }

        return count;
    }

    public bool? YesOrNo(ListColumn column) => OneOf(column, Words.YesNo);

    /// <summary>One of the words the column knows; null when the cell is empty or says something else.</summary>
    public T? OneOf<T>(ListColumn column, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var text = TextCleaning.PersonName(TextCleaning.Narrow(Shown(column)));
        if (text.Length == 0 && !column.Required)
        {
            return null;
        }

        if (!words.TryGetValue(text, out var value))
        {
            Fault(column, text.Length == 0 ? $"{TitleOf(column)}为空" : $"{TitleOf(column)}应为{string.Join('、', ColumnHelp.Named(words))}之一");
            return null;
        }

        return value;
    }

    /// <summary>Several words in one cell, whatever comma stands between them.</summary>
    public IReadOnlyList<string> List(ListColumn column) => TextCleaning.List(Text(column));

    public void Fault(ListColumn column, string reason, IReadOnlyList<string>? clauseIds = null) =>
        Faults.Add(At(column, reason) with { ClauseIds = clauseIds ?? [] });

    public RowFault At(ListColumn column, string reason) =>
        RowFault.At(row.List, row.Number, column, Masking.Of(column, row.Text(column).Trim()), reason);

    // What a formula showed when the file was saved stands in for it; the program never computes one.
    private string Shown(ListColumn column)
    {
        if (row.Cell(column) is not { } cell)
        {
            return "";
        }

        if (cell.IsFormula && !Notices.Exists(notice => notice.Column == TitleOf(column)))
        {
            Notices.Add(At(column, cell.Text.Length == 0 ? "单元格是公式，已忽略，按空白处理" : "单元格是公式，没有执行，采用了文件里保存的显示值，请核对"));
        }

        if (cell.Kind == CellKind.Error && !Faults.Exists(fault => fault.Column == TitleOf(column)))
        {
            Fault(column, $"单元格是公式错误（{cell.Text}）");
        }

        return cell.Text;
    }
}
