using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts.Exports;

/// <summary>One column of an exported list.</summary>
public sealed record ExportColumn<T>(string Head, Func<T, object?> Cell, int Width = 14);

/// <summary>A list as it goes into a workbook: the same rows, in the same order and with the same words as on its page, but all pages of it.</summary>
public sealed record ListToExport<T>(string Name, int Total, IAsyncEnumerable<T> Rows, IReadOnlyList<ExportColumn<T>> Columns);

/// <summary>Where the rows of an exported list come from.</summary>
public static class ListToExport
{
    /// <summary>Read row by row from one query.</summary>
    public static async Task<ListToExport<T>> OfAsync<T>(string name, IQueryable<T> rows, IReadOnlyList<ExportColumn<T>> columns, CancellationToken ct) =>
        new(name, await rows.CountAsync(ct), rows.Take(ListExports.MostRows).AsAsyncEnumerable(), columns);

    /// <summary>A short list that its page holds whole.</summary>
    public static ListToExport<T> Of<T>(string name, IReadOnlyList<T> rows, IReadOnlyList<ExportColumn<T>> columns) =>
        new(name, rows.Count, rows.Take(ListExports.MostRows).ToAsyncEnumerable(), columns);
}
