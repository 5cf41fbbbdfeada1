using LegalAid.Store.Database;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Backup;

/// <summary>What <c>restore</c> refuses, it refuses before the target is touched.</summary>
public sealed class RestoreRefusalTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime, IDisposable
{
    private readonly BackupDesk desk = new(app);
    private ConnectionStrings target = null!;

    public async Task InitializeAsync()
    {
        target = await TestServer.EmptyDatabaseAsync();
        Assert.Equal(ExitCode.Done, (await desk.BackUpAsync(desk.Dump)).Code);
    }

    [Fact]
    public async Task One_byte_changed_in_the_file()
    {
        var bytes = await File.ReadAllBytesAsync(desk.Dump);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(desk.Dump, bytes);

        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task A_file_cut_short()
    {
        await CutAsync();
        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task A_backup_without_its_manifest()
    {
        File.Delete(desk.Manifest);
        await RefusedAsync("no-manifest");
    }

    [Theory]
    [InlineData("\"dumpSha256\"", "\"other\"", "no-manifest")]
    [InlineData("{\n  \"program\"", "[\n  \"program\"", "no-manifest")]
    [InlineData("_Foundation\"", "_Later\"", "newer-program")]
    [InlineData("\"v1\"", "\"v2\"", "other-keys")]          // a copy of the key file from before the newest version
    public async Task A_manifest_that_is_changed(string text, string by, string code)
    {
        await ChangeManifestAsync(text, by);
        await RefusedAsync(code);
    }

    [Theory]
    [InlineData(null, "no-keys")]
    [InlineData("not a key file", "no-keys")]
    [InlineData("""{"Encryption":{"1":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="},"BlindIndex":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""", "other-keys")]
    public async Task Keys_that_are_not_the_backups(string? keyFile, string code)
    {
        Directory.CreateDirectory(desk.In("keys"));
        if (keyFile is not null)
        {
            await File.WriteAllTextAsync(desk.In("keys/field-keys.json"), keyFile);
        }

        await RefusedAsync(code, $"--Yuanku:Keys={desk.In("keys")}");

        Assert.Equal(keyFile is not null, File.Exists(desk.In("keys/field-keys.json")));      // none is made
    }

    [Theory]
    [InlineData("create table other (id int)", "foreign-database")]
    [InlineData("create table cases (id int); insert into cases values (1)", "not-empty")]
    public async Task A_target_that_is_not_empty(string sql, string code)
    {
        await BackupDesk.RunAsync(target, sql);
        await RefusedAsync(code, tables: 1);
    }

    [Fact]
    public async Task A_target_somebody_works_in()
    {
        await using var source = NpgsqlDataSource.Create(target.App);
        await using var somebody = await source.OpenConnectionAsync();

        await RefusedAsync("in-use");
    }

    [Fact]
    public async Task A_file_PostgreSQL_cannot_read_leaves_nothing_behind()
    {
        var whole = await HashAsync();
        await CutAsync();
        await ChangeManifestAsync(whole, await HashAsync());

        await RefusedAsync("restore-failed");
    }

    [Fact]
    public async Task Rows_that_are_not_what_the_manifest_says_are_told()
    {
        await ChangeManifestAsync("\"officers\": ", "\"officers\": 9");

        var (code, told) = await desk.RestoreAsync(target);

        Assert.Equal(ExitCode.Found, code);
        Assert.Contains("与清单不一致，请不要使用：officers ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_could_not_start_afterwards()
    {
        Directory.CreateDirectory(desk.In("books/beibei"));
        await Assert.ThrowsAsync<RuleBookFaultsException>(() => desk.RestoreAsync(target, $"--Yuanku:RuleBooks={desk.In("books")}"));
        Assert.Equal(0, await BackupDesk.TablesAsync(target));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_misuse()
    {
        File.Delete(desk.Dump);

        var (code, told) = await desk.RestoreAsync(target);

        Assert.Equal((ExitCode.Misuse, $"没有文件 {desk.Dump}。"), (code, told));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => desk.Dispose();

    private async Task RefusedAsync(string code, string? option = null, int tables = 0)
    {
        var (exit, told) = await desk.RestoreAsync(target, [.. option is null ? Array.Empty<string>() : [option], "--json"]);

        Assert.Equal(ExitCode.Found, exit);
        Assert.Contains($"\"code\":\"{code}\"", told, StringComparison.Ordinal);
        Assert.Equal(tables, await BackupDesk.TablesAsync(target));
    }

    private async Task ChangeManifestAsync(string text, string by)
    {
        var manifest = await File.ReadAllTextAsync(desk.Manifest);
        Assert.Contains(text, manifest, StringComparison.Ordinal);
        await File.WriteAllTextAsync(desk.Manifest, manifest.Replace(text, by, StringComparison.Ordinal));
    }

    private async Task CutAsync()
    {
        await using var file = File.Open(desk.Dump, FileMode.Open);
        file.SetLength(file.Length / 2);
    }

    private Task<string> HashAsync() => LegalAid.Store.Backup.BackupManifest.HashAsync(desk.Dump, default);
}
