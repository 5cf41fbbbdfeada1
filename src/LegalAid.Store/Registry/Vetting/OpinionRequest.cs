using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// An opinion asked of the licensing department or the bar (征求意见, WZ-7.3b, WZ-7.3c). They answer without an account, with a reference and a code that works once; of the code
/// the database holds a keyed hash. After so many wrong codes it is worthless and the centre asks anew.
/// </summary>
public sealed class OpinionRequest : IOfficeOwned
{
    public const int MostFailures = 5;

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required OpinionBody Body { get; init; }

    /// <summary>Whom the letter goes to.</summary>
    public required string Unit { get; init; }

    /// <summary>Says which request a code belongs to; no secret.</summary>
    public required string Reference { get; init; }

    public required byte[] CodeHash { get; init; }

    public required Guid AskedById { get; init; }

    public required DateTime AskedAtUtc { get; init; }

    /// <summary>The end of the clock for the answer; an answer is taken after it too, until the code expires.</summary>
    public required DateTime DueAtUtc { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }

    public int Failures { get; set; }

    /// <summary>When a later request took its place.</summary>
    public DateTime? ReplacedAtUtc { get; set; }

    public DateTime? RemindedAtUtc { get; set; }

    public DateTime? RepliedAtUtc { get; set; }

    public OpinionReply? Reply { get; set; }

    public string? Opinion { get; set; }

    /// <summary>Who answered for the unit, with the post.</summary>
    public string? RepliedBy { get; set; }

    /// <summary>As typed by hand: blanks, hyphens and capitals do not matter.</summary>
    public static byte[] HashOf(string reference, string code, FieldCipher cipher) =>
        cipher.Index($"opinion-request:{reference}:{new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)])}");
}

internal sealed class OpinionRequestTable : IEntityTypeConfiguration<OpinionRequest>
{
    public void Configure(EntityTypeBuilder<OpinionRequest> request)
    {
        request.ToTable("opinion_requests", table => table.HasCheckConstraint("ck_opinion_requests_reply", "num_nonnulls(replied_at_utc, reply, replied_by) in (0, 3)"));
        request.Property(r => r.Unit).HasMaxLength(60);
        request.Property(r => r.Reference).HasMaxLength(20);
        request.Property(r => r.Opinion).HasMaxLength(500);
        request.Property(r => r.RepliedBy).HasMaxLength(60);
        request.HasOne<PoolApplication>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.ApplicationId, r.Body }).IsUnique().HasFilter("replaced_at_utc is null").HasDatabaseName("ix_opinion_requests_one_open");
        request.HasIndex(r => new { r.OfficeId, r.Reference }).IsUnique();
    }
}
