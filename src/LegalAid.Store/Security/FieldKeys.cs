using System.Security.Cryptography;
using System.Text.Json;

namespace LegalAid.Store.Security;

/// <summary>
/// The keys of the field encryption, kept in a file of their own outside the database folder and backed up apart.
/// Encryption keys have versions: new values use the newest, old values stay readable. The index key never changes.
/// </summary>
public sealed class FieldKeys
{
    /// <summary>The name of the index key among the fingerprints.</summary>
    public const string IndexKey = "index";

    private const int KeySize = 32;
    private readonly Dictionary<byte, byte[]> encryption;

    private FieldKeys(Dictionary<byte, byte[]> encryption, byte[] blindIndex)
    {
        this.encryption = encryption;
        BlindIndex = blindIndex;
        CurrentVersion = encryption.Keys.Max();
    }

    public byte CurrentVersion { get; }

    internal byte[] BlindIndex { get; }

    /// <summary>Tells two key files apart without revealing a key; the database remembers it and refuses to start with another file.</summary>
    public string Fingerprint => Print(BlindIndex);

    /// <summary>Of the index key and of every version, so that an older copy of the file can be told from the whole one.</summary>
    public SortedDictionary<string, string> Fingerprints => new(encryption.ToDictionary(key => $"v{key.Key}", key => Print(key.Value), StringComparer.Ordinal), StringComparer.Ordinal)
    {
        [IndexKey] = Fingerprint,
    };

    internal byte[] Encryption(byte version) =>
        encryption.TryGetValue(version, out var key) ? key : throw new CryptographicException($"Field key version {version} is not in the key file.");

    public static FieldKeys Generate() => new(new() { [1] = RandomNumberGenerator.GetBytes(KeySize) }, RandomNumberGenerator.GetBytes(KeySize));

    /// <summary>Reads the key file; makes one, readable by its owner alone, when there is none.</summary>
    public static FieldKeys LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return Find(path) ?? throw new InvalidDataException($"密钥文件 {path} 已损坏。请从备份取回。");
        }

        var keys = Generate();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        JsonSerializer.Serialize(file, new KeyFile(
            keys.encryption.ToDictionary(pair => pair.Key.ToString(), pair => Convert.ToBase64String(pair.Value), StringComparer.Ordinal),
            Convert.ToBase64String(keys.BlindIndex)));
        return keys;
    }

    /// <summary>Reads the key file and makes none; null when there is none that can be read.</summary>
    public static FieldKeys? Find(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<KeyFile>(File.ReadAllText(path)) is { Encryption.Count: > 0, BlindIndex: not null } stored
                ? new(stored.Encryption.ToDictionary(pair => byte.Parse(pair.Key), pair => Convert.FromBase64String(pair.Value)), Convert.FromBase64String(stored.BlindIndex))
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string Print(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    private sealed record KeyFile(Dictionary<string, string> Encryption, string BlindIndex);
}
