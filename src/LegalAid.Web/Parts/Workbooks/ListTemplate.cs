namespace LegalAid.Web.Parts.Workbooks;

/// <summary>One list of a template.</summary>
/// <param name="Sheet">The name of its worksheet.</param>
/// <param name="Columns">Its heads.</param>
/// <param name="How">What a row of it is; empty where the columns say it.</param>
public sealed record TemplateList(string Sheet, IReadOnlyList<ListColumn> Columns, string How = "")
{
    /// <summary>What stands in it beforehand.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; } = [];
}

/// <summary>The empty workbook of lists somebody fills in: their heads, the words a cell may hold for choice, and a sheet that says what goes into each column.</summary>
public static class ListTemplate
{
    public static byte[] Write(params IReadOnlyList<TemplateList> lists) =>
        WorkbookWriter.Write([Explanation(lists), .. lists.Select(list => new SheetToWrite(list.Sheet, [.. list.Columns.Select(column => column.Title)], list.Rows)
        {
            Widths = [.. list.Columns.Select(column => Math.Max(14, 2 * column.Title.Length + 2))],
            Choices = list.Columns.Select((column, place) => (Number: place + 1, column.Words)).Where(column => column.Words.Count > 0).ToDictionary(column => column.Number, column => column.Words),
        })]);

    private static SheetToWrite Explanation(IReadOnlyList<TemplateList> lists) => new("填写说明", ["工作表", "列", "是否必填", "怎样填", "也认得的列名"], lists.SelectMany(Explained))
    {
        Widths = [14, 26, 10, 80, 40],
    };

    private static IEnumerable<IReadOnlyList<object?>> Explained(TemplateList list)
    {
        if (list.How.Length > 0)
        {
            yield return [list.Sheet, null, null, list.How, null];
        }

        foreach (var column in list.Columns)
        {
            yield return [list.Sheet, column.Title, column.Required ? "必填" : "可以不填", HowOf(column), string.Join('、', column.Aliases)];
        }
    }

    private static string HowOf(ListColumn column) =>
        column.Words.Count > 0 ? $"{string.Join('、', column.Words)}，填其中一项。{column.How}" : column.How;
}
