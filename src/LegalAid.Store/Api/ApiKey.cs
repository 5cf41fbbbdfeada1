using System.Security.Cryptography;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Api;

/// <summary>Which kinds of questions a key may put.</summary>
[Flags]
public enum ApiScope
{
    None = 0,
    Assignment = 1,
    Admission = 2,
    Deadline = 4,
    PoolAdmission = 8,
}

/// <summary>
/// The right of another program to ask the rules on behalf of one office (接口密钥). The key itself is shown once and stored nowhere: of it the database
/// holds a keyed hash. It opens no page and reads no row.
/// </summary>
public sealed class ApiKey : IOfficeOwned
{
    private const string Mark = "yk";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int SecretLength = 44;        // 31 letters: some 218 bits

    public required Guid Id { get; init; }

    /// <summary>Whose administrator made it and may revoke it.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>The one office it may ask for: the own, or one below it.</summary>
    public required Guid AsksForId { get; init; }

    /// <summary>Which program holds it, as the administrator calls it.</summary>
    public required string Name { get; init; }

    public required ApiScope Scope { get; init; }

    public required byte[] KeyHash { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    public DateTime? RevokedAtUtc { get; set; }

    /// <summary>A new key. It names the office that made it, so that it can be looked for among that office's rows alone.</summary>
    public static string NewText(string officeCode) => $"{Mark}_{officeCode}_{RandomNumberGenerator.GetString(Letters, SecretLength)}";

    /// <summary>The office a key names; null for what is no key.</summary>
    public static string? OfficeCodeOf(string text) =>
        text.Split('_') is [Mark, { Length: > 0 and <= 8 } code, { Length: SecretLength }] ? code : null;

    public static byte[] HashOf(string text, FieldCipher cipher) => cipher.Index("api-key:" + text);
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(40);
        key.HasIndex(k => k.KeyHash).IsUnique();
        key.HasIndex(k => new { k.OfficeId, k.Name }).IsUnique().HasFilter("revoked_at_utc is null");
        key.HasOne<Office>().WithMany().HasForeignKey(k => k.OfficeId).OnDelete(DeleteBehavior.Restrict);
        key.HasOne<Office>().WithMany().HasForeignKey(k => k.AsksForId).OnDelete(DeleteBehavior.Restrict);
    }
}
