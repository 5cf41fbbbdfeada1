using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Parts.Exports;

/// <summary>
/// Sends a list as .xlsx (导出表格). Who took which list, how filtered and how many rows of it is journalled before the first row is read;
/// what was searched for is not, because the journal holds no names.
/// </summary>
public sealed class ListExports(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>More is not written into one workbook; the page and the workbook both say so.</summary>
    public const int MostRows = 50_000;

    /// <summary>The page's post that asks for it.</summary>
    public const string Handler = "Export";

    public async Task<IActionResult> SendAsync<T>(HttpRequest request, ListToExport<T> list, CancellationToken ct)
    {
        var rows = Math.Min(list.Total, MostRows);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ListExported, officer.OfficeId, officer.Id, details: new { list = QueryLink.Here(request), searched = QueryLink.Searched(request) is not null, rows, of = list.Total });
        await db.SaveChangesAsync(ct);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var sheet = new SheetToWrite(list.Name, [.. list.Columns.Select(column => column.Head)], CutOff(list.Total)) { Widths = [.. list.Columns.Select(column => column.Width)] };
            await WorkbookWriter.WriteAsync(file, sheet, list.Rows.Select(row => (IReadOnlyList<object?>)[.. list.Columns.Select(column => column.Cell(row))]), ct);
            file.Position = 0;
            return new FileStreamResult(file, WorkbookWriter.ContentType) { FileDownloadName = $"{list.Name} {clock.Today:yyyy-MM-dd}.xlsx" };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    // In the first row, where nobody overlooks it.
    private static IEnumerable<IReadOnlyList<object?>> CutOff(int total) =>
        total > MostRows ? [[$"共 {total} 行，只导出前 {MostRows} 行。请缩小筛选范围后分次导出。"]] : [];
}
