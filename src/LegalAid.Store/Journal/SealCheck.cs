using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>A fault of the chain: the seal, where it is one seal's, and what is wrong.</summary>
public sealed record SealFault(long? SealNumber, string What)
{
    public override string ToString() => SealNumber is { } number ? $"第 {number} 号封印：{What}" : What;
}

/// <summary>
/// Walks the chain: each link against the one before and the rows it covers, each covered row against what the journal and the decisions hold now, and
/// roots noted outside against the chain. Its unit of work must see every office.
/// </summary>
public static class SealCheck
{
    public static async Task<List<SealFault>> FaultsAsync(AidDb db, CancellationToken ct, params IReadOnlyList<NotedRoot> noted)
    {
        var seals = await db.Seals.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var faults = new List<SealFault>();
        await LinksAsync(db, seals, faults, ct);
        await AlteredAsync(KeptRows.Lines(db), "留痕", db, faults, ct);
        await AlteredAsync(KeptRows.Decisions(db), "决定", db, faults, ct);
        await GoneAsync(db, faults, ct);
        await TwiceAsync(db, faults, ct);
        return [.. faults, .. noted.Select(root => Noted(root, seals)).OfType<SealFault>()];
    }

    /// <summary>How many rows no seal covers yet.</summary>
    public static async Task<int> UnsealedAsync(AidDb db, CancellationToken ct) =>
        await KeptRows.Unsealed(KeptRows.Lines(db), db).CountAsync(ct) + await KeptRows.Unsealed(KeptRows.Decisions(db), db).CountAsync(ct);

    private static async Task LinksAsync(AidDb db, List<Seal> seals, List<SealFault> faults, CancellationToken ct)
    {
        var (previous, expected) = (new byte[SHA256.HashSizeInBytes], 1L);
        foreach (var seal in seals)
        {
            var rows = await db.SealedRows.AsNoTracking().Where(r => r.SealNumber == seal.Number).ToListAsync(ct);
            faults.AddRange(LinkFaults(seal, expected, previous, rows).Select(what => new SealFault(seal.Number, what)));
            (previous, expected) = (seal.Hash, seal.Number + 1);
        }
    }

    private static IEnumerable<string> LinkFaults(Seal seal, long expected, byte[] previous, List<SealedRow> rows)
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
        else if (!SealChain.HashOf(seal.Number, seal.SealedAtUtc, seal.PreviousHash, rows).AsSpan().SequenceEqual(seal.Hash))
        {
            yield return "封印本身已被改动";
        }
    }

    private static async Task AlteredAsync<T>(IQueryable<T> kept, string name, AidDb db, List<SealFault> faults, CancellationToken ct)
        where T : class, IKeptRow
    {
        var covered = kept.Join(db.SealedRows, row => new { RowId = row.Id, row.AtUtc }, r => new { r.RowId, r.AtUtc }, (row, r) => new { Row = row, r.SealNumber, r.Digest });
        await foreach (var pair in covered.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!KeptRows.Digest(pair.Row).Digest.AsSpan().SequenceEqual(pair.Digest))
            {
                faults.Add(new(pair.SealNumber, $"{name} {pair.Row.Id}（{pair.Row.AtUtc:u}）封存以后被改动"));
            }
        }
    }

    private static async Task GoneAsync(AidDb db, List<SealFault> faults, CancellationToken ct)
    {
        var gone = db.SealedRows.AsNoTracking()
            .Where(r => !db.Journal.Any(l => l.Id == r.RowId && l.AtUtc == r.AtUtc) && !db.Decisions.Any(d => d.Id == r.RowId && d.MadeAtUtc == r.AtUtc))
            .OrderBy(r => r.SealNumber).ThenBy(r => r.RowId);
        faults.AddRange((await gone.ToListAsync(ct)).Select(r => new SealFault(r.SealNumber, $"封存的 {r.RowId}（{r.AtUtc:u}）已不存在")));
    }

    // Both tables are parted by year, so their keys alone let one id come twice, with another moment.
    private static async Task TwiceAsync(AidDb db, List<SealFault> faults, CancellationToken ct)
    {
        var twice = await db.Database.SqlQuery<Guid>($"""
            select id as "Value" from (select id from journal_lines union all select id from decision_records) as kept group by id having count(*) > 1
            """).ToListAsync(ct);
        faults.AddRange(twice.Order().Select(id => new SealFault(null, $"编号 {id} 在留痕和决定里不止一行，其中有伪造的")));
    }

    private static SealFault? Noted(NotedRoot root, List<Seal> seals) => seals.Find(seal => seal.Number == root.Number) switch
    {
        null => new(root.Number, "现有封印里没有，与登记的根不符：封印已被截断"),
        { } seal when NotedRoot.Of(seal) != root => new(root.Number, "与登记的根不符：封印已被重做"),
        _ => null,
    };
}
