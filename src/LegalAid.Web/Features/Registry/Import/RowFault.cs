namespace LegalAid.Web.Features.Registry;

/// <summary>What is wrong, or worth knowing, at one place of an uploaded list. Personal values are masked.</summary>
public sealed record RowFault(string Sheet, int Row, string Letter, string Column, string Value, string Reason)
{
    public IReadOnlyList<string> ClauseIds { get; init; } = [];

    /// <summary>K16, as the spreadsheet calls it; the row alone when the whole row is meant.</summary>
    public string Cell => Letter.Length == 0 ? $"第 {Row} 行" : $"{Letter}{Row}";
}
