using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>
/// Checks draws: <c>lottery verify 公布的抽签.txt</c> needs the published text alone; without a file every draw of the database is checked,
/// also that each entry has its place in the queue.
/// </summary>
internal static class LotteryCommand
{
    private const string Usage = "用法：./legalaid lottery verify [公布的抽签.txt] [--json]";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        if (Options.Words(args) is not ["verify", .. { Length: <= 1 } files])
        {
            await output.WriteLineAsync(Usage);
            return ExitCode.Misuse;
        }

        if (files is [var file])
        {
            var publication = File.Exists(file) ? LotteryPublication.TryParse(await File.ReadAllTextAsync(file, ct)) : null;
            return publication is null ? await MisuseAsync(file, output) : await TellAsync(1, publication.Faults(), args, output);
        }

        await using var host = await YuankuHost.StartAsync(Options.Rest(args), ct);
        var (draws, faults) = await CheckAsync(host.App.Services, ct);
        return await TellAsync(draws, faults, args, output);
    }

    public static async Task<(int Draws, IReadOnlyList<string> Faults)> CheckAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var commitments = await db.LotteryCommitments.AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        var places = (await db.QueuePlaces.AsNoTracking().Select(p => new { p.QueueId, p.DrawnOrder }).ToListAsync(ct)).Select(p => (p.QueueId, p.DrawnOrder)).ToHashSet();
        var (draws, faults) = (0, new List<string>());
        await foreach (var draw in db.LotteryDraws.AsNoTracking().OrderBy(d => d.AtUtc).AsAsyncEnumerable().WithCancellation(ct))
        {
            draws++;
            faults.AddRange(draw.Publication(commitments[draw.CommitmentId]).Faults().Select(fault => $"抽签 {draw.Id}：{fault}"));
            if (!Enumerable.Range(draw.FirstPosition, draw.Entries.Count).All(position => places.Contains((draw.QueueId, position))))
            {
                faults.Add($"抽签 {draw.Id}：抽出的次序在队列里没有轮候位");
            }
        }

        var (posted, wrong) = await PostingDraws.CheckAsync(db, ct);
        return (draws + posted, [.. faults, .. wrong]);
    }

    private static async Task<int> MisuseAsync(string file, TextWriter output)
    {
        await output.WriteLineAsync($"无法读取抽签公布文本：{file}");
        return ExitCode.Misuse;
    }

    private static async Task<int> TellAsync(int draws, IReadOnlyList<string> faults, string[] args, TextWriter output)
    {
        await output.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(new CheckedDraws(draws, faults)) : string.Join('\n', [.. faults, $"抽签 {draws} 次已重算，不符 {faults.Count} 处"]));
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Found;
    }
}

/// <summary>How many draws were recomputed, and each thing that does not agree.</summary>
internal sealed record CheckedDraws(int Draws, IReadOnlyList<string> Faults);
