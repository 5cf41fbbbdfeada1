using System.Text.Json;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Corps;

/// <summary>
/// Draws every lot among equal bidders again (QDN-4.6b) and compares seed and list with what the journal noted when the case was posted and when the finding was
/// recorded: the posting's own row can be changed, the journal's sealed lines cannot. Its unit of work must see every office.
/// </summary>
public static class PostingDraws
{
    /// <summary>How many were drawn, and each thing that does not agree.</summary>
    public static async Task<(int Draws, List<string> Faults)> CheckAsync(AidDb db, CancellationToken ct)
    {
        var (draws, faults) = (0, new List<string>());
        var postings = db.CasePostings.AsNoTracking().Where(p => p.Status != PostingStatus.Open).OrderBy(p => p.OpenedAtUtc).ThenBy(p => p.Id);
        foreach (var posting in await postings.ToListAsync(ct))
        {
            draws += posting.Seed is null ? 0 : 1;
            faults.AddRange((await FaultsAsync(db, posting, ct)).Select(fault => $"报名抽签 {posting.Id}：{fault}"));
        }

        return (draws, faults);
    }

    private static async Task<List<string>> FaultsAsync(AidDb db, CasePosting posting, CancellationToken ct)
    {
        var noted = await NotedAsync(db, posting, ct);
        var (opened, chosen) = (noted.Where(line => line.Act == Act.PostingOpened).ToList(), noted.Where(line => line.Act == Act.PostingChosen).ToList());
        string?[] faults =
        [
            .. posting.Publication?.Faults() ?? [],
            posting.DrawnIds.Count == posting.Drawn.Count ? null : "抽出的次序与人员不符",
            opened is [var first] && first.SeedHash == posting.SeedHash ? null : "种子的承诺与发布时的留痕不符",
            (posting.ChosenAtUtc is null, chosen) switch
            {
                (true, []) => null,
                (false, [var line]) when (line.SeedHash, line.ListHash) == (posting.SeedHash, posting.ListHash) => null,
                _ => "名单指纹与择优时的留痕不符",
            },
        ];
        return [.. faults.OfType<string>()];
    }

    private static async Task<List<Noted>> NotedAsync(AidDb db, CasePosting posting, CancellationToken ct)
    {
        var lines = await db.Journal.AsNoTracking().Where(l => l.SubjectId == posting.CaseId && (l.Act == Act.PostingOpened || l.Act == Act.PostingChosen)).Select(l => new { l.Act, l.Details }).ToListAsync(ct);
        return [.. lines.Select(line => Read(line.Act, line.Details, posting.Id)).OfType<Noted>()];
    }

    // A line that cannot be read, or is of another posting, says nothing of this one.
    private static Noted? Read(Act act, string? details, Guid posting)
    {
        try
        {
            using var read = JsonDocument.Parse(details ?? "{}");
            return Text(read, "posting") == posting.ToString() ? new(act, Text(read, "seedHash"), Text(read, "listHash")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument details, string name) =>
        details.RootElement.ValueKind == JsonValueKind.Object && details.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Noted(Act Act, string? SeedHash, string? ListHash);
}
