using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Who draws, when, and with what the seeds are sealed until then.</summary>
public sealed record LotDrawer(FieldCipher Cipher, DateTime AtUtc, Guid? OfficerId);

/// <summary>
/// Draws the order in which newcomers stand in a queue (可验证抽签). The seed of the next draw is always laid down before: with the upload that may bring the
/// newcomers at the latest, and with each draw for the one after it. The draw publishes seed and list; the journal has both hashes.
/// </summary>
public static class QueueLots
{
    private const int SeedBytes = 32;

    /// <summary>Lays down the next seed of each queue that has none waiting, in the caller's transaction; the office's row is locked, so that two at once lay down one.</summary>
    public static async Task CommitAsync(AidDb db, LotDrawer drawer, Guid officeId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from offices where id = {officeId} for update", ct);
        foreach (var kind in Enum.GetValues<QueueKind>())
        {
            var last = await LastAsync(db, officeId, kind, ct);
            if (last is null || await db.LotteryDraws.AnyAsync(draw => draw.CommitmentId == last.Id, ct))
            {
                Commit(db, drawer, officeId, kind, 1 + (last?.Number ?? 0));
            }
        }
    }

    /// <summary>Draws these entries with the seed laid down before and lays down the next. They get the places from <paramref name="first"/> on.</summary>
    public static async Task<IReadOnlyList<string>> DrawAsync(AidDb db, LotDrawer drawer, RotationQueue queue, IReadOnlyCollection<string> entries, int first, CancellationToken ct)
    {
        var last = await LastAsync(db, queue.OfficeId, queue.Kind, ct);
        var used = last is not null && (db.LotteryDraws.Local.Any(draw => draw.CommitmentId == last.Id) || await db.LotteryDraws.AnyAsync(draw => draw.CommitmentId == last.Id, ct));
        var commitment = last is null || used ? Commit(db, drawer, queue.OfficeId, queue.Kind, 1 + (last?.Number ?? 0)) : last;
        var drawn = Lottery.Draw(drawer.Cipher.Open(commitment.SealedSeed), entries);
        var draw = new LotteryDraw
        {
            Id = Guid.CreateVersion7(),
            OfficeId = queue.OfficeId,
            CommitmentId = commitment.Id,
            QueueId = queue.Id,
            Seed = drawn.Seed,
            ListHash = drawn.ListHash,
            Entries = [.. drawn.Lines.Select(line => line.Id)],
            FirstPosition = first,
            AtUtc = drawer.AtUtc,
        };
        db.Add(draw);
        db.Note(queue.OfficeId, drawer.AtUtc, Act.LotteryDrawn, queue.Id, drawer.OfficerId, details: new { commitment.SeedHash, draw.ListHash, entries = entries.Count });
        Commit(db, drawer, queue.OfficeId, queue.Kind, commitment.Number + 1);
        return draw.Entries;
    }

    private static async Task<LotteryCommitment?> LastAsync(AidDb db, Guid officeId, QueueKind kind, CancellationToken ct) =>
        db.LotteryCommitments.Local.Where(c => c.OfficeId == officeId && c.Kind == kind).MaxBy(c => c.Number)
        ?? await db.LotteryCommitments.Where(c => c.OfficeId == officeId && c.Kind == kind).OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);

    private static LotteryCommitment Commit(AidDb db, LotDrawer drawer, Guid officeId, QueueKind kind, int number)
    {
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        var commitment = new LotteryCommitment
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Kind = kind,
            Number = number,
            SeedHash = Lottery.Commitment(seed),
            SealedSeed = drawer.Cipher.Seal(seed),
            AtUtc = drawer.AtUtc,
        };
        db.Add(commitment);
        db.Note(officeId, drawer.AtUtc, Act.LotteryCommitted, commitment.Id, drawer.OfficerId, details: new { kind, number, commitment.SeedHash });
        return commitment;
    }
}
