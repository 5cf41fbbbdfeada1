using System.Globalization;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LegalAid.Store.Database;

/// <summary>
/// Inserts many rows of one table a few thousand at a time, as arrays through <c>unnest</c>: what an import adds, in the caller's transaction and past the
/// change tracker. Row security takes no COPY. What the rows refer to must be saved already; what they are found by is filled here as everywhere.
/// </summary>
public static class BulkInsert
{
    private const int Batch = 5000;

    public static async Task InsertAsync<T>(this AidDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var columns = type.GetProperties().Where(property => !property.IsConcurrencyToken && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save).ToList();
        var names = columns.ConvertAll(column => column.GetColumnName());
        var values = columns.Select((column, place) => IsArray(column) ? $"v{place}::text[]" : $"v{place}");
        var sql = $"insert into {type.GetTableName()} ({string.Join(", ", names)}) select {string.Join(", ", values)} from unnest({string.Join(", ", columns.Select((_, place) => $"@c{place}"))}) as given({string.Join(", ", columns.Select((_, place) => $"v{place}"))})";
        foreach (var batch in rows.Chunk(Batch))
        {
            var parameters = Arrays(db, columns, batch).Select((array, place) => new NpgsqlParameter(string.Create(CultureInfo.InvariantCulture, $"c{place}"), array));
            await db.Database.ExecuteSqlRawAsync(sql, parameters, ct);
        }
    }

    private static Array[] Arrays<T>(AidDb db, List<IProperty> columns, T[] batch)
        where T : class
    {
        var arrays = columns.Select(column => Array.CreateInstance(ElementOf(column), batch.Length)).ToArray();
        for (var row = 0; row < batch.Length; row++)
        {
            var entry = db.Entry(batch[row]);
            SearchFiller.FillNew(entry);
            for (var column = 0; column < columns.Count; column++)
            {
                arrays[column].SetValue(Stored(columns[column], entry.CurrentValues[columns[column]]), row);
            }
        }

        return arrays;
    }

    private static object? Stored(IProperty column, object? value) =>
        value is null ? null
        : IsArray(column) ? Literal((IEnumerable<string>)value)
        : column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static Type ElementOf(IProperty column)
    {
        var stored = IsArray(column) ? typeof(string) : column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
        return stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
    }

    private static bool IsArray(IProperty column) => column.GetColumnType().EndsWith("[]", StringComparison.Ordinal);

    // An array of arrays must be rectangular in PostgreSQL; so an array goes as its text.
    private static string Literal(IEnumerable<string> items) =>
        $"{{{string.Join(',', items.Select(item => $"\"{item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
}
