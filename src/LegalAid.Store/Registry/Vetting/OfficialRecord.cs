using LegalAid.Rules.Registry.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// What an authority has on record against somebody (官方记录): a penalty, a sanction of the bar, a complaint found true. Kept by the office that learned of it and found by the keyed hash
/// of the identity number, whatever name the person goes by. One entered by mistake is voided, with the reason, and stays readable.
/// </summary>
public sealed class OfficialRecord : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required byte[] IdentityIndex { get; init; }

    public required OfficialRecordKind Kind { get; init; }

    /// <summary>The day the decision took effect: look-backs count from it (QJ-2.4b).</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What it says.</summary>
    public required string Statement { get; init; }

    /// <summary>Who decided it, and the number of the paper.</summary>
    public required string RecordSource { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    public DateTime? VoidedAtUtc { get; set; }

    public string? VoidReason { get; set; }
}

internal sealed class OfficialRecordTable : IEntityTypeConfiguration<OfficialRecord>
{
    public void Configure(EntityTypeBuilder<OfficialRecord> record)
    {
        record.ToTable("official_records", table => table.HasCheckConstraint("ck_official_records_voided", "(voided_at_utc is null) = (void_reason is null)"));
        record.Property(r => r.Statement).HasMaxLength(200);
        record.Property(r => r.RecordSource).HasMaxLength(100);
        record.Property(r => r.VoidReason).HasMaxLength(200);
        record.HasIndex(r => new { r.OfficeId, r.IdentityIndex });
        record.HasIndex(r => new { r.OfficeId, r.IdentityIndex, r.Kind, r.EffectiveOn, r.RecordSource }).IsUnique().HasFilter("voided_at_utc is null").HasDatabaseName("ix_official_records_once");
    }
}
