using System.Text.Json;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Jobs;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Backup;

/// <summary><c>backup</c> and <c>restore</c>: what was in the database is in the other one, row by row, and the program goes on there.</summary>
public sealed class BackupTests(TestApp app) : IClassFixture<TestApp>, IDisposable
{
    private readonly BackupDesk desk = new(app);

    [Fact]
    public async Task A_backup_restored_into_an_empty_database_is_the_same_row_by_row_and_verifies()
    {
        await WorkAsync("备甲");
        var (code, told) = await desk.BackUpAsync(desk.Dump);
        var before = await BackupDesk.LookAsync(app.Database);
        await WorkAsync("备乙");        // not in the backup

        var elsewhere = await TestServer.EmptyDatabaseAsync();
        var restored = await desk.RestoreAsync(elsewhere);

        Assert.True(code == ExitCode.Done, told);
        Assert.True(restored.Code == ExitCode.Done, restored.Text);
        Assert.Contains("与清单一致；封印 第 ", restored.Text, StringComparison.Ordinal);
        Assert.Contains("不一致 0 件；轮候队列不平 0 个；抽签不符 0 处；封印不符 0 处", restored.Text, StringComparison.Ordinal);
        var after = await BackupDesk.LookAsync(elsewhere);
        Assert.Equal([], before.Where(table => after[table.Key] != table.Value).Select(table => table.Key));
        Assert.Equal(before["cases"], after["cases"]);
        Assert.NotEqual(before["cases"], (await BackupDesk.LookAsync(app.Database))["cases"]);
    }

    [Fact]
    public async Task A_database_the_program_was_only_started_on_counts_as_empty()
    {
        await WorkAsync("备丙");
        await desk.BackUpAsync(desk.Dump);
        var before = await BackupDesk.LookAsync(app.Database);
        var elsewhere = await TestServer.NewDatabaseAsync();
        await (await YuankuHost.StartAsync(desk.Arguments(elsewhere), default)).DisposeAsync();

        var (code, told) = await desk.RestoreAsync(elsewhere);

        Assert.True(code == ExitCode.Done, told);
        Assert.Equal(before, await BackupDesk.LookAsync(elsewhere));
    }

    [Fact]
    public async Task The_schedules_of_the_jobs_are_in_no_backup_and_are_made_anew()
    {
        await BackupDesk.RunAsync(app.Database, "insert into jobs.qrtz_locks values ('yuanku', 'TEST')");
        await desk.BackUpAsync(desk.Dump);
        var elsewhere = await TestServer.EmptyDatabaseAsync();

        var (code, told) = await desk.RestoreAsync(elsewhere);

        Assert.True(code == ExitCode.Done, told);
        Assert.DoesNotContain("qrtz", await File.ReadAllTextAsync(desk.Manifest), StringComparison.Ordinal);
        Assert.Equal(["0"], await JobNode.AskAsync(elsewhere.App, "select count(*) from jobs.qrtz_locks"));
    }

    [Fact]
    public async Task A_folder_gets_a_file_of_its_own_that_only_its_owner_may_read_and_no_key()
    {
        var (code, told) = await desk.BackUpAsync(desk.In("new/folder"));

        var files = Directory.GetFiles(desk.In("new/folder"));
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Contains($"备份里没有密钥。请把 {desk.KeyFile}（指纹 ", told, StringComparison.Ordinal);
        using var keys = JsonDocument.Parse(await File.ReadAllTextAsync(desk.KeyFile));
        Assert.DoesNotContain(keys.RootElement.GetProperty("BlindIndex").GetString()!, await File.ReadAllTextAsync(Assert.Single(files, file => file.EndsWith(".json", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_both_tell_the_manifest_and_a_refusal_its_code()
    {
        using var backup = JsonDocument.Parse((await desk.BackUpAsync(desk.Dump, "--json")).Text);
        using var again = JsonDocument.Parse((await desk.BackUpAsync(desk.Dump, "--json")).Text);
        using var restore = JsonDocument.Parse((await desk.RestoreAsync(await TestServer.EmptyDatabaseAsync(), "--json")).Text);

        Assert.Equal("file-exists", again.RootElement.GetProperty("code").GetString());
        Assert.Equal(64, backup.RootElement.GetProperty("manifest").GetProperty("dumpSha256").GetString()!.Length);
        Assert.Equal(backup.RootElement.GetProperty("manifest").GetRawText(), restore.RootElement.GetProperty("manifest").GetRawText());
        Assert.Equal(0, restore.RootElement.GetProperty("verification").GetProperty("differing").GetInt32());
    }

    [Fact]
    public async Task Without_the_right_keys_the_data_are_backed_up_and_the_loss_is_told()
    {
        Directory.CreateDirectory(desk.In("keys"));
        var (code, told) = await desk.BackUpAsync(desk.Dump, $"--Yuanku:Keys={desk.In("keys")}");

        Assert.Equal(ExitCode.Found, code);
        Assert.Contains("不是这个数据库的密钥（应为指纹 ", told, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(desk.In("keys")));       // a new key would hide the loss
        Assert.Equal(ExitCode.Done, (await desk.RestoreAsync(await TestServer.EmptyDatabaseAsync())).Code);
    }

    [Fact]
    public async Task A_program_whose_keys_are_lost_says_so_and_makes_no_new_ones()
    {
        await app.OfficerAsync("someone", Roles.Clerk, app.OfficeId);

        var told = await Assert.ThrowsAsync<StartUpException>(() => YuankuHost.StartAsync([.. desk.Arguments(), $"--Yuanku:Keys={desk.In("lost")}"], default));

        Assert.StartsWith($"没有可用的密钥文件 {desk.In("lost/field-keys.json")}", told.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.In("lost")));
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_keys_or_over_a_file_or_from_a_database_without_data()
    {
        await File.WriteAllTextAsync(desk.Dump, "别的文件");

        Assert.Equal((ExitCode.Found, true), Says(await desk.BackUpAsync(desk.Dump), "已存在"));
        Assert.Equal((ExitCode.Found, true), Says(await desk.BackUpAsync(app.KeyFolder), "不能与密钥放在一起"));
        Assert.Equal((ExitCode.Found, true), Says(await desk.BackUpAsync(desk.In("empty"), await TestServer.EmptyDatabaseAsync()), "没有可备份的"));
        Assert.Equal((ExitCode.Found, true), Says(await desk.BackUpAsync(desk.In("empty"), await TestServer.NewDatabaseAsync()), "没有可备份的"));
        Assert.Equal((ExitCode.Misuse, true), Says(await desk.BackUpAsync("--json"), "用法"));
        Assert.Equal("别的文件", await File.ReadAllTextAsync(desk.Dump));
        Assert.Equal([desk.Dump], Directory.GetFileSystemEntries(desk.In("")));
    }

    public void Dispose() => desk.Dispose();

    private static (int Code, bool Said) Says((int Code, string Text) answer, string what) => (answer.Code, answer.Text.Contains(what, StringComparison.Ordinal));

    private async Task WorkAsync(string recipient)
    {
        await app.LawFirmAsync($"重庆{recipient}律师事务所", $"{recipient}律一", $"{recipient}律二");
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter($"{recipient}字1号", "2026-6-17 9:00", recipient));
        var proposed = await clerk.SubmitAsync($"/assignment{registered.Location}/propose");
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{proposed.Location}/approval", ("Form.Agrees", "true"));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default);
    }
}
