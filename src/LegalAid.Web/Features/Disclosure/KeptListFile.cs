using System.Text;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A published list as a file: a workbook, or CSV.</summary>
internal static class KeptListFile
{
    /// <param name="kept">The list.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="note">What is to be said below the lines; null for nothing.</param>
    /// <param name="asCsv">CSV instead of a workbook.</param>
    public static FileContentResult Of(KeptList kept, string name, string? note, bool asCsv)
    {
        IReadOnlyList<IReadOnlyList<string?>> lines = [.. kept.Lines.Select(line => line.Cells), .. note is null ? Array.Empty<IReadOnlyList<string?>>() : [[note]]];
        return asCsv
            ? new([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv([[.. kept.Heads], .. lines]))], "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" }
            : new(WorkbookWriter.Write(new SheetToWrite("名单", [.. kept.Heads], lines.Select(line => (IReadOnlyList<object?>)[.. line]))), WorkbookWriter.ContentType) { FileDownloadName = name + ".xlsx" };
    }

    private static string Csv(IReadOnlyList<IReadOnlyList<string?>> lines) => string.Concat(lines.Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));

    // A cell that a spreadsheet would take for a formula opens with an apostrophe.
    private static string Quoted(string? cell)
    {
        var text = cell ?? "";
        return $"\"{(text is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
