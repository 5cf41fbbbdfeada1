using System.Security.Cryptography;
using System.Text.Json;

namespace LegalAid.Store.Security;

/// <summary>
/// The keys of the field encryption, kept in a file of their own outside the database folder and backed up apart.
/// Encryption keys have versions: new values use the newest, old values stay readable. The index key never changes.
/// </summary>
public sealed class FieldKeys
{
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
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(BlindIndex))[..16];

    internal byte[] Encryption(byte version) =>
        encryption.TryGetValue(version, out var key) ? key : throw new CryptographicException($"Field key version {version} is not in the key file.");

    public static FieldKeys Generate() => new(new() { [1] = RandomNumberGenerator.GetBytes(KeySize) }, RandomNumberGenerator.GetBytes(KeySize));

    /// <summary>Reads the key file; makes one, readable by its owner alone, when there is none.</summary>
    public static FieldKeys LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            var stored = JsonSerializer.Deserialize<KeyFile>(File.ReadAllText(path)) ?? throw new InvalidDataException($"密钥文件 {path} 为空。");
            return new(stored.Encryption.ToDictionary(pair => byte.Parse(pair.Key), pair => Convert.FromBase64String(pair.Value)), Convert.FromBase64String(stored.BlindIndex));
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

    private sealed record KeyFile(Dictionary<string, string> Encryption, string BlindIndex);
}
