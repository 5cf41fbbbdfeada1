using System.Security.Cryptography;
using System.Text;
using LegalAid.Rules.Common;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>A fault of the chain: the seal, and what is wrong with it.</summary>
public sealed record SealFault(long SealNumber, string What);

/// <summary>Makes and checks the links of the chain. Its unit of work must see every office.</summary>
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
        var lines = await DigestsAsync(db.Journal.AsNoTracking().Where(l => !db.SealedRows.Any(r => r.RowId == l.Id)).OrderBy(l => l.AtUtc).Take(LongestRound), l => l.Id, ct);
        var decisions = await DigestsAsync(db.Decisions.AsNoTracking().Where(d => !db.SealedRows.Any(r => r.RowId == d.Id)).OrderBy(d => d.MadeAtUtc).Take(LongestRound), d => d.Id, ct);
        var last = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        Seal? made = null;
        for (var from = 0; from < Math.Max(lines.Count, decisions.Count); from += LongestLink)
        {
            made = await LinkAsync(db, made ?? last, Sorted(lines.Skip(from).Take(LongestLink).Concat(decisions.Skip(from).Take(LongestLink))), nowUtc, ct);
        }

        await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
        return made;
    }

    /// <summary>Walks the chain and recomputes every link from the rows as they now are.</summary>
    public static async Task<List<SealFault>> CheckAsync(AidDb db, CancellationToken ct)
    {
        var faults = new List<SealFault>();
        var previous = new byte[SHA256.HashSizeInBytes];
        var expected = 1L;
        foreach (var seal in await db.Seals.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct))
        {
            var rows = await RowsOfAsync(db, seal.Number, ct);
            faults.AddRange(Faults(seal, expected, previous, rows).Select(what => new SealFault(seal.Number, what)));
            (previous, expected) = (seal.Hash, seal.Number + 1);
        }

        return faults;
    }

    private static IEnumerable<string> Faults(Seal seal, long expected, byte[] previous, SortedDictionary<Guid, byte[]> rows)
    {
        if (seal.Number != expected)
        {
            yield return $"前面缺少第 {expected} 号封印";
        }
        else if (!seal.PreviousHash.AsSpan().SequenceEqual(previous))
        {
            yield return "与上一号封印接不上";
        }

        if (rows.Count != seal.Count)
        {
            yield return $"封存 {seal.Count} 行，现有 {rows.Count} 行";
        }
        else if (!HashOf(seal.Number, seal.PreviousHash, rows).AsSpan().SequenceEqual(seal.Hash))
        {
            yield return "所封存的内容已被改动";
        }
    }

    private static async Task<Seal> LinkAsync(AidDb db, Seal? last, SortedDictionary<Guid, byte[]> rows, DateTime nowUtc, CancellationToken ct)
    {
        var (number, previous) = ((last?.Number ?? 0) + 1, last?.Hash ?? new byte[SHA256.HashSizeInBytes]);
        var seal = new Seal { Number = number, SealedAtUtc = nowUtc, Count = rows.Count, PreviousHash = previous, Hash = HashOf(number, previous, rows) };
        db.Add(seal);
        await db.SaveChangesAsync(ct);
        await db.InsertAsync([.. rows.Keys.Select(id => new SealedRow { RowId = id, SealNumber = number })], ct);
        return seal;
    }

    private static async Task<SortedDictionary<Guid, byte[]>> RowsOfAsync(AidDb db, long number, CancellationToken ct)
    {
        var covered = db.SealedRows.Where(r => r.SealNumber == number).Select(r => r.RowId);
        var lines = await DigestsAsync(db.Journal.AsNoTracking().Where(l => covered.Contains(l.Id)), l => l.Id, ct);
        return Sorted(lines.Concat(await DigestsAsync(db.Decisions.AsNoTracking().Where(d => covered.Contains(d.Id)), d => d.Id, ct)));
    }

    // Row by row: thousands of decisions at once would fill the memory, their digests do not.
    private static async Task<List<KeyValuePair<Guid, byte[]>>> DigestsAsync<T>(IQueryable<T> rows, Func<T, Guid> idOf, CancellationToken ct)
    {
        var digests = new List<KeyValuePair<Guid, byte[]>>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            digests.Add(new(idOf(row), Digest(row)));
        }

        return digests;
    }

    private static SortedDictionary<Guid, byte[]> Sorted(IEnumerable<KeyValuePair<Guid, byte[]>> digests)
    {
        var sorted = new SortedDictionary<Guid, byte[]>();
        foreach (var (id, digest) in digests)
        {
            sorted[id] = digest;
        }

        return sorted;
    }

    private static byte[] Digest<T>(T row) => SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(row)));

    private static byte[] HashOf(long number, byte[] previous, SortedDictionary<Guid, byte[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(number));
        hash.AppendData(previous);
        foreach (var (id, digest) in rows)
        {
            hash.AppendData(id.ToByteArray());
            hash.AppendData(digest);
        }

        return hash.GetHashAndReset();
    }
}
