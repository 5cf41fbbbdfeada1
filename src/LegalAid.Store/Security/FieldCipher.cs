using System.Security.Cryptography;
using System.Text;

namespace LegalAid.Store.Security;

/// <summary>
/// Encrypts personal values with AES-256-GCM and computes the keyed blind index (HMAC-SHA-256) by which the same value is found again.
/// Layout of a sealed value: key version (1 byte), nonce (12), tag (16), ciphertext.
/// </summary>
public sealed class FieldCipher(FieldKeys keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public Sealed Seal(string text) => Seal(Encoding.UTF8.GetBytes(text));

    /// <summary>Seals a whole file.</summary>
    public Sealed Seal(byte[] plain)
    {
        var bytes = new byte[1 + NonceSize + TagSize + plain.Length];
        bytes[0] = keys.CurrentVersion;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, NonceSize));
        using var aes = new AesGcm(keys.Encryption(keys.CurrentVersion), TagSize);
        aes.Encrypt(
            bytes.AsSpan(1, NonceSize),
            plain,
            bytes.AsSpan(1 + NonceSize + TagSize),
            bytes.AsSpan(1 + NonceSize, TagSize),
            bytes.AsSpan(0, 1));
        return new(bytes);
    }

    public string Open(Sealed value) => Encoding.UTF8.GetString(OpenBytes(value));

    public byte[] OpenBytes(Sealed value)
    {
        var bytes = value.Bytes.AsSpan();
        var plain = new byte[bytes.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(keys.Encryption(bytes[0]), TagSize);
        aes.Decrypt(bytes.Slice(1, NonceSize), bytes[(1 + NonceSize + TagSize)..], bytes.Slice(1 + NonceSize, TagSize), plain, bytes[..1]);
        return plain;
    }

    /// <summary>The blind index of a value; equal values have equal indexes, and the key is needed to compute one.</summary>
    public byte[] Index(string text) => HMACSHA256.HashData(keys.BlindIndex, Encoding.UTF8.GetBytes(text));
}
