using LegalAid.Store.Intake;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>
/// A recipient's way to the own cases (受援人开通): the centre hands over a slip with a user name and a code that works once and for some days. Of the code the database
/// holds a keyed hash. After so many wrong codes the slip is worthless and the centre makes another.
/// </summary>
public sealed class RecipientAccess : IOfficeOwned
{
    public const int MostFailures = 5;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int CodeLength = 10;      // 31 letters: some 49 bits, behind five tries

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The recipient as the case names them.</summary>
    public required Guid PartyId { get; init; }

    public required string UserName { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }

    public required Guid MadeById { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    public int Failures { get; set; }

    /// <summary>When the code was used, or a later slip replaced this one; null while it can be used.</summary>
    public DateTime? SpentAtUtc { get; set; }

    public bool IsOpen(DateTime nowUtc) => SpentAtUtc is null && Failures < MostFailures && nowUtc < ExpiresAtUtc;

    public static string NewCode() => System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>As typed by hand: blanks, hyphens and capitals do not matter.</summary>
    public static byte[] HashOf(string userName, string code, FieldCipher cipher) =>
        cipher.Index($"recipient-access:{userName}:{new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)])}");
}

internal sealed class RecipientAccessTable : IEntityTypeConfiguration<RecipientAccess>
{
    public void Configure(EntityTypeBuilder<RecipientAccess> access)
    {
        access.Property(a => a.UserName).HasMaxLength(40);
        access.HasOne<CaseParty>().WithMany().HasForeignKey(a => a.PartyId).OnDelete(DeleteBehavior.Restrict);
        access.HasIndex(a => a.PartyId).IsUnique().HasFilter("spent_at_utc is null").HasDatabaseName("ix_recipient_accesses_one_open");
        access.HasIndex(a => new { a.OfficeId, a.UserName });
    }
}
