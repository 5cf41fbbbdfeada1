using System.Security.Cryptography;
using System.Text;

namespace LegalAid.Rules.Common;

/// <summary>One line of a drawn order: the entry and the hash that put it there.</summary>
public sealed record DrawnLine(int Position, string Id, string Hash);

/// <summary>The published outcome of a lottery: seed, hash of the list that was drawn from, and the order.</summary>
public sealed record DrawnOrder(string Seed, string ListHash, IReadOnlyList<DrawnLine> Lines);

/// <summary>
/// A lottery that anybody can check (可验证抽签). An entry's hash is the SHA-256 of the seed, a line feed and the entry, all in UTF-8;
/// entries stand in ascending order of their hashes. By hand: <c>printf '%s\n%s' SEED ENTRY | sha256sum</c>, then <c>sort</c>.
/// The list's hash is published before the seed is known, so that nobody can fit the list to the seed.
/// </summary>
public static class Lottery
{
    public static DrawnOrder Draw(string seed, IReadOnlyCollection<string> ids)
    {
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
        {
            throw new ArgumentException("Nobody stands on the list of a lottery twice.", nameof(ids));
        }

        var drawn = ids.Select(id => (Id: id, Hash: Sha256($"{seed}\n{id}"))).OrderBy(line => line.Hash, StringComparer.Ordinal);
        return new DrawnOrder(seed, ListHash(ids), [.. drawn.Select((line, index) => new DrawnLine(index + 1, line.Id, line.Hash))]);
    }

    /// <summary>SHA-256 of the entries in ordinal order, one on each line, each line ended by a line feed: <c>LC_ALL=C sort list | sha256sum</c>.</summary>
    public static string ListHash(IEnumerable<string> ids) =>
        Sha256(string.Concat(ids.Order(StringComparer.Ordinal).Select(id => id + "\n")));

    /// <summary>What is laid down before the list is known: SHA-256 of the seed. <c>printf '%s' SEED | sha256sum</c>.</summary>
    public static string Commitment(string seed) => Sha256(seed);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
