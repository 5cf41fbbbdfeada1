using LegalAid.Store.Journal;
using LegalAid.Web.Jobs;

namespace LegalAid.Web.Commands;

/// <summary>Seals the journal and the decisions now and prints the root, to be published or written down elsewhere: <c>seal</c>.</summary>
internal static class SealCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        await using var host = await YuankuHost.StartAsync(args, ct);
        await using var scope = host.App.Services.CreateAsyncScope();
        var seal = await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(ct);
        await Console.Out.WriteLineAsync(seal is null ? "没有需要封存的新内容。" : $"第 {seal.Number} 号封印　{NotedRoot.Of(seal)}");
        return ExitCode.Done;
    }
}
