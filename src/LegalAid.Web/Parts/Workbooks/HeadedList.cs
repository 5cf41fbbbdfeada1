using LegalAid.Rules.Common;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>A column a list must or may have, under its usual title or another one people write.</summary>
public sealed record ListColumn(string Title, bool Required, params string[] Aliases)
{
    /// <summary>What a cell may hold where it is one of few words; a template offers them for choice. None where it is anything else.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How a cell is filled in, for templates; empty where the title says it.</summary>
    public string How { get; init; } = "";

    internal bool IsCalled(string head) =>
        head == Title || Array.Exists(Aliases, alias => alias == head);
}

/// <summary>A row that looks like a total or a note, told instead of imported.</summary>
public sealed record SkippedRow(int Number, string Text);

/// <summary>
/// A list inside a worksheet: somewhere below titles stands a row of column heads, in any order, then the rows.
/// A row that fills fewer than two of the known columns is a total, a note or a numbered blank, and is skipped.
/// </summary>
public sealed class HeadedList
{
    private const int HeadWithinRows = 30;
    private const int FewestFilled = 2;
    private const int FewestHeads = 3;

    private readonly Dictionary<ListColumn, int> places;
    private readonly SheetRow headRow;

    private HeadedList(Sheet sheet, SheetRow head, Dictionary<ListColumn, int> places)
    {
        (this.places, headRow) = (places, head);
        SheetName = sheet.Name;
        HeadRow = head.Number;
        var below = sheet.Rows.Where(row => row.Number > head.Number).ToLookup(IsFilled);
        Rows = [.. below[true].Select(row => new ListRow(this, row))];
        Skipped = [.. below[false].Select(row => new SkippedRow(row.Number, string.Join(' ', row.Cells.Select(cell => cell.Text.Trim()))))];
    }

    public string SheetName { get; }

    public int HeadRow { get; }

    public IReadOnlyList<ListRow> Rows { get; }

    public IReadOnlyList<SkippedRow> Skipped { get; }

    public bool Has(ListColumn column) => places.ContainsKey(column);

    /// <summary>The letter over the column; "" when the list has none of it.</summary>
    public string LetterOf(ListColumn column) => places.TryGetValue(column, out var place) ? SheetCell.NameOf(place) : "";

    /// <summary>The column as this list calls it, so that its sender recognises it; its usual title when the list has none of it.</summary>
    public string TitleOf(ListColumn column) => places.TryGetValue(column, out var place) && headRow.At(place) is { } cell ? Bare(cell.Text) : column.Title;

    /// <summary>Finds the list in the sheet of that name, or in whichever sheet knows most of the columns.</summary>
    public static Outcome<HeadedList> Find(Workbook workbook, IReadOnlyList<ListColumn> columns, string? sheetName = null)
    {
        var best = workbook.Sheets
            .Where(sheet => sheetName is null || sheet.Name.Trim() == sheetName)
            .SelectMany(sheet => sheet.Rows.TakeWhile(row => row.Number <= HeadWithinRows).Select(row => (Sheet: sheet, Head: row, Found: Match(row, columns))))
            .DefaultIfEmpty()
            .MaxBy(candidate => candidate.Found?.Count ?? 0);
        if (best.Found is null || best.Found.Count < FewestHeads)
        {
            return NotFound(workbook, columns, sheetName);
        }

        var (sheet, head, found) = best;
        if (found.FirstOrDefault(pair => pair.Value.Count > 1) is { Key: { } twice })
        {
            return Refused($"工作表“{sheet.Name}”第 {head.Number} 行的表头里“{twice.Title}”出现了两次，请只留一列。");
        }

        var missing = columns.Where(column => column.Required && !found.ContainsKey(column)).Select(column => $"“{column.Title}”").ToList();
        return missing.Count > 0
            ? Refused($"工作表“{sheet.Name}”第 {head.Number} 行的表头缺少{string.Join('、', missing)}{(missing.Count == 1 ? "一列" : "等列")}。请补上后再上传，本次没有改动任何数据。")
            : new HeadedList(sheet, head, found.ToDictionary(pair => pair.Key, pair => pair.Value[0]));
    }

    internal SheetCell? CellOf(SheetRow row, ListColumn column) => places.TryGetValue(column, out var place) ? row.At(place) : null;

    private bool IsFilled(SheetRow row) =>
        places.Values.Count(place => row.At(place) is { } cell && !string.IsNullOrWhiteSpace(cell.Text)) >= FewestFilled;

    private static Dictionary<ListColumn, List<int>> Match(SheetRow row, IReadOnlyList<ListColumn> columns)
    {
        var found = new Dictionary<ListColumn, List<int>>();
        foreach (var cell in row.Cells)
        {
            var head = Bare(cell.Text);
            if (columns.FirstOrDefault(column => column.IsCalled(head)) is { } column)
            {
                (found.TryGetValue(column, out var places) ? places : found[column] = []).Add(cell.Column);
            }
        }

        return found;
    }

    // *执业证号（必填） is 执业证号.
    private static string Bare(string head)
    {
        var narrow = string.Concat(TextCleaning.Narrow(head).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':')));
        var note = narrow.IndexOf('(', StringComparison.Ordinal);
        return note > 0 ? narrow[..note] : narrow;
    }

    private static Refusal NotFound(Workbook workbook, IReadOnlyList<ListColumn> columns, string? sheetName)
    {
        var sheets = workbook.Sheets.Count == 0 ? "没有工作表" : "有工作表" + string.Join('、', workbook.Sheets.Take(10).Select(sheet => $"“{sheet.Name}”"));
        var wanted = string.Join('、', columns.Where(column => column.Required).Select(column => column.Title).Take(5));
        return Refused(sheetName is null
            ? $"没有找到名单的表头：文件里{sheets}，但前 {HeadWithinRows} 行都没有“{wanted}”等列。请确认选对了文件。"
            : $"没有找到工作表“{sheetName}”或它的表头（{wanted}）：文件里{sheets}。");
    }

    private static Refusal Refused(string message) => new("list", message, []);
}

/// <summary>One row of a list, its cells named by column.</summary>
public sealed class ListRow(HeadedList list, SheetRow row)
{
    public HeadedList List => list;

    public int Number => row.Number;

    public SheetCell? Cell(ListColumn column) => list.CellOf(row, column);

    public string Text(ListColumn column) => Cell(column)?.Text ?? "";
}
