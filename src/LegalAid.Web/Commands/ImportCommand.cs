using System.Text.Json;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>
/// Takes in a roster or an office's history as the pages do: <c>import roster 名册.xlsx --as wang [--apply]</c>. Without <c>--apply</c> it only tells what
/// it would do and which rows it refuses; run again it changes nothing. An institution the program does not know is taken only when <c>--local</c> names it
/// as practising in the district. Exit code 1 when rows were refused.
/// </summary>
internal static class ImportCommand
{
    private const string Usage = "用法：./legalaid import roster|history 文件.xlsx --as 用户名 [--local 本区新机构,…] [--apply] [--json]";

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (Options.Words(args, "--as", "--local") is not [var what, var file] || KindOf(what) is not { } kind || Options.ValueOf(args, "--as") is not { } userName)
        {
            await Console.Error.WriteLineAsync(Usage);
            return ExitCode.Misuse;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"没有文件 {file}。");
            return ExitCode.Misuse;
        }

        await using var host = await YuankuHost.StartAsync(Options.Rest(args, "--as", "--local"), ct);
        var order = new ImportOrder(kind, Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct), userName, args.Contains("--apply"))
        {
            Local = Options.ValueOf(args, "--local") is { } named ? [.. TextCleaning.List(named).Select(TextCleaning.OrganisationName)] : null,
        };
        return await RunAsync(host.App.Services, order, args.Contains("--json"), Console.Out, ct);
    }

    public static async Task<int> RunAsync(IServiceProvider services, ImportOrder order, bool json, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<AidDb>();
        if (await db.Users.SingleOrDefaultAsync(user => user.UserName == order.UserName, ct) is not { Role: Roles.Clerk or Roles.Director } officer)
        {
            await output.WriteLineAsync($"没有中心经办或负责人账户 {order.UserName}。");
            return ExitCode.Misuse;
        }

        provider.GetRequiredService<CurrentOfficer>().Become(officer);
        await db.SeeAsync([officer.OfficeId], ct);
        var uploaded = await provider.GetRequiredService<UploadRegistryFile>().RunAsync(order.Kind, order.FileName, order.Content, ct);
        if (uploaded.Value is not { } upload)
        {
            await output.WriteLineAsync(string.Join('\n', uploaded.Refusals.Select(refusal => refusal.Message)));
            return ExitCode.Misuse;
        }

        var told = order.Kind == UploadKind.Roster ? await RosterAsync(provider, upload.Id, order, ct) : await HistoryAsync(provider, upload.Id, order.Apply, ct);
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(told, CanonicalJson.Options) : told.Text());
        return told.Refused > 0 ? ExitCode.Found : ExitCode.Done;
    }

    private static async Task<ImportTold> RosterAsync(IServiceProvider provider, Guid uploadId, ImportOrder order, CancellationToken ct)
    {
        var local = order.Apply ? order.Local ?? [] : order.Local;
        var plan = (await provider.GetRequiredService<RosterPlanner>().PlanAsync(uploadId, UploadKind.Roster, local, ct))!.Value!;
        var told = new ImportTold(plan.Count(RowFate.Added), plan.Count(RowFate.Changed), plan.Count(RowFate.Unchanged), plan.Count(RowFate.Refused), order.Apply, plan.Faults)
        {
            Awaiting = plan.Count(RowFate.Awaiting),
            NewInstitutions = [.. plan.NewInstitutions.Where(institution => !institution.Confirmed).Select(institution => institution.Name.Value)],
        };
        if (order.Apply && plan.ToImport > 0)
        {
            Done(await provider.GetRequiredService<ImportRoster>().RunAsync(uploadId, UploadKind.Roster, local ?? [], ct));
        }

        return told;
    }

    private static async Task<ImportTold> HistoryAsync(IServiceProvider provider, Guid uploadId, bool apply, CancellationToken ct)
    {
        var plan = (await provider.GetRequiredService<HistoryPlanner>().PlanAsync(uploadId, UploadKind.History, ct))!.Value!;
        var told = new ImportTold(plan.Count(RowFate.Added), plan.Count(RowFate.Changed), plan.Count(RowFate.Unchanged), plan.Count(RowFate.Refused), apply, plan.Faults);
        if (apply && plan.ToImport > 0)
        {
            Done(await provider.GetRequiredService<ImportHistory>().RunAsync(uploadId, ct));
        }

        return told;
    }

    private static void Done(Outcome<RegistryUpload>? outcome) =>
        _ = outcome?.Value ?? throw new InvalidOperationException(outcome?.Refusal?.Message ?? "The upload was not found again.");

    private static UploadKind? KindOf(string word) => word switch
    {
        "roster" => UploadKind.Roster,
        "history" => UploadKind.History,
        _ => null,
    };
}

/// <summary>A file to be taken in, and by whom.</summary>
internal sealed record ImportOrder(UploadKind Kind, string FileName, byte[] Content, string UserName, bool Apply)
{
    /// <summary>New institutions said to practise in the district; null before anybody was asked.</summary>
    public IReadOnlyCollection<string>? Local { get; init; }
}

/// <summary>What an import did, or would do, and every row it refused with the reason.</summary>
internal sealed record ImportTold(int Added, int Changed, int Unchanged, int Refused, bool Applied, IReadOnlyList<RowFault> Faults)
{
    /// <summary>Good rows at institutions still to be confirmed.</summary>
    public int Awaiting { get; init; }

    /// <summary>Institutions the program does not know and nobody confirmed.</summary>
    public IReadOnlyList<string> NewInstitutions { get; init; } = [];

    public string Text() => string.Join('\n',
    [
        .. Faults.Select(fault => $"{fault.Sheet} {fault.Cell} {fault.Column}：{fault.Reason}{(fault.ClauseIds.Count > 0 ? $"（{string.Join(' ', fault.ClauseIds)}）" : "")}"),
        .. NewInstitutions.Select(name => $"{name}：尚未登记，经核对在本区执业的，列入 --local"),
        $"{(Applied ? "已导入" : "预览（加 --apply 才导入）")}：新增 {Added}，变更 {Changed}，不变 {Unchanged}，{(Awaiting > 0 ? $"待确认机构 {Awaiting}，" : "")}不能导入 {Refused}",
    ]);
}
