using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>What an uploaded workbook is.</summary>
public enum UploadKind
{
    /// <summary>名册</summary>
    Roster = 1,

    /// <summary>办案历史</summary>
    History,

    /// <summary>处罚、惩戒、投诉记录</summary>
    Records,

    /// <summary>执业登记册: everybody licensed in the district, from the licensing department (TL-4.1a)</summary>
    Register,

    /// <summary>执业状态名单: the licensing department's list for the yearly check (WZ-27.1)</summary>
    Licences,

    /// <summary>期初数据: what an office brings along when it goes live, with a reconciliation sheet</summary>
    GoingLive,
}

/// <summary>
/// A workbook between upload and import. Its content is sealed, kept for a day at most and dropped when the officer uploads a newer one;
/// what became of it stays.
/// </summary>
public sealed class RegistryUpload : IOfficeOwned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid OfficerId { get; init; }

    public required UploadKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>The file as it came; null once dropped.</summary>
    public Sealed? Content { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? ImportedAtUtc { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }
}

internal sealed class RegistryUploadTable : IEntityTypeConfiguration<RegistryUpload>
{
    public void Configure(EntityTypeBuilder<RegistryUpload> upload)
    {
        upload.Property(u => u.FileName).HasMaxLength(200);
        upload.HasOne<Office>().WithMany().HasForeignKey(u => u.OfficeId).OnDelete(DeleteBehavior.Restrict);
        upload.HasIndex(u => new { u.OfficeId, u.CreatedAtUtc });
    }
}
