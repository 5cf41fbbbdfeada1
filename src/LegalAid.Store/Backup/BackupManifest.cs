using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LegalAid.Store.Backup;

/// <summary>What a backup holds, told in a file beside it: enough to refuse it before a row is touched. Holds no key and no personal value.</summary>
public sealed record BackupManifest
{
    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    public required string PostgresVersion { get; init; }

    /// <summary>Fingerprints of the field keys, which are backed up apart: of the index key, and of every version of the encryption key.</summary>
    public required SortedDictionary<string, string> Keys { get; init; }

    public required DatabaseContents Contents { get; init; }

    public required string DumpSha256 { get; init; }

    private static JsonSerializerOptions Readable { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Where the manifest of this backup file lies.</summary>
    public static string FileOf(string dump) => dump + ".manifest.json";

    /// <summary>Written last: a backup without it is unfinished.</summary>
    internal async Task WriteAsync(string dump, CancellationToken ct)
    {
        await using var file = SecretFile.Create(FileOf(dump), FileMode.CreateNew);
        await JsonSerializer.SerializeAsync(file, this, Readable, ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Null when there is none that can be read.</summary>
    internal static async Task<BackupManifest?> FindAsync(string dump, CancellationToken ct)
    {
        if (!File.Exists(FileOf(dump)))
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(FileOf(dump));
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Readable, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static async Task<string> HashAsync(string dump, CancellationToken ct)
    {
        await using var file = File.OpenRead(dump);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}

/// <summary>Files only their owner may read.</summary>
internal static class SecretFile
{
    public static FileStream Create(string path, FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
