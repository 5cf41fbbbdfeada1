using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>How much of a personal value a list of faults shows: enough to find the cell, too little to use it.</summary>
internal static class Masking
{
    private const int Front = 3;
    private const int Back = 2;

    public static string Of(ListColumn column, string value) =>
        column.Title == RosterColumns.Identity.Title || column == RosterColumns.Phone || column == RosterColumns.Address ? Hide(value) : value;

    public static string Hide(string value) => value.Length <= Front + Back
        ? new string('*', value.Length)
        : $"{value[..Front]}{new string('*', value.Length - Front - Back)}{value[^Back..]}";
}
