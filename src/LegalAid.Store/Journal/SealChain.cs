using System.Security.Cryptography;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>Makes the links of the chain. Its unit of work must see every office.</summary>
public static class SealChain
{
    /// <summary>So many rows to a link at most; what is left waits for the next.</summary>
    public const int LongestLink = 5000;

    // To find what is not covered yet the whole journal is looked through, so one look serves several links.
    private const int LongestRound = 20 * LongestLink;

    private const long LockKey = 0x5365616C;     // "Seal"

    /// <summary>Covers what no seal covers yet, several links at a time; the last link made, null when there is nothing. One sealer at a time; inside the transaction of a due run if there is one.</summary>
    public static async Task<Seal?> ExtendAsync(AidDb db, DateTime nowUtc, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", ct);
        var lines = await NewAsync(KeptRows.Lines(db), db, ct);
        var decisions = await NewAsync(KeptRows.Decisions(db), db, ct);
        var last = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        Seal? made = null;
        for (var from = 0; from < Math.Max(lines.Count, decisions.Count); from += LongestLink)
        {
            made = await LinkAsync(db, made ?? last, [.. lines.Skip(from).Take(LongestLink), .. decisions.Skip(from).Take(LongestLink)], nowUtc, ct);
        }

        await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
        return made;
    }

    /// <summary>The hash a seal must have over the rows it covers.</summary>
    internal static byte[] HashOf(long number, DateTime sealedAtUtc, byte[] previous, IEnumerable<SealedRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(number));
        hash.AppendData(BitConverter.GetBytes(sealedAtUtc.Ticks));
        hash.AppendData(previous);
        foreach (var row in rows.OrderBy(row => row.RowId).ThenBy(row => row.AtUtc))
        {
            hash.AppendData(row.RowId.ToByteArray());
            hash.AppendData(BitConverter.GetBytes(row.AtUtc.Ticks));
            hash.AppendData(row.Digest);
        }

        return hash.GetHashAndReset();
    }

    private static async Task<Seal> LinkAsync(AidDb db, Seal? last, List<RowDigest> digests, DateTime nowUtc, CancellationToken ct)
    {
        var (number, previous) = ((last?.Number ?? 0) + 1, last?.Hash ?? new byte[SHA256.HashSizeInBytes]);
        var sealedAt = nowUtc.AddTicks(-(nowUtc.Ticks % TimeSpan.TicksPerMicrosecond));
        var rows = digests.ConvertAll(row => new SealedRow { RowId = row.Id, AtUtc = row.AtUtc, SealNumber = number, Digest = row.Digest });
        var seal = new Seal { Number = number, SealedAtUtc = sealedAt, Count = rows.Count, PreviousHash = previous, Hash = HashOf(number, sealedAt, previous, rows) };
        db.Add(seal);
        await db.SaveChangesAsync(ct);
        await db.InsertAsync(rows, ct);
        return seal;
    }

    // Row by row: thousands of decisions at once would fill the memory, their digests do not.
    private static async Task<List<RowDigest>> NewAsync<T>(IQueryable<T> rows, AidDb db, CancellationToken ct)
        where T : class, IKeptRow
    {
        var digests = new List<RowDigest>();
        await foreach (var row in KeptRows.Unsealed(rows, db).OrderBy(row => row.AtUtc).Take(LongestRound).AsAsyncEnumerable().WithCancellation(ct))
        {
            digests.Add(KeptRows.Digest(row));
        }

        return digests;
    }
}
