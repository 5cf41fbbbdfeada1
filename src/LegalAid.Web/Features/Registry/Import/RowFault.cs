using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>What is wrong, or worth knowing, at one place of an uploaded list. Personal values are masked.</summary>
public sealed record RowFault(string Sheet, int Row, string Letter, string Column, string Value, string Reason)
{
    public IReadOnlyList<string> ClauseIds { get; init; } = [];

    /// <summary>At one cell of a list, the column named as the list itself names it.</summary>
    public static RowFault At(HeadedList list, int row, ListColumn column, string value, string reason) =>
        new(list.SheetName, row, list.LetterOf(column), list.TitleOf(column), value, reason);

    /// <summary>K16, as the spreadsheet calls it; the row alone when the whole row is meant.</summary>
    public string Cell => Letter.Length == 0 ? $"第 {Row} 行" : $"{Letter}{Row}";
}
