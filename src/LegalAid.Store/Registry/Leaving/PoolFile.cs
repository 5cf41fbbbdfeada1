using LegalAid.Store.Assignment;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>What a file of somebody's leaving is.</summary>
public enum PoolFileKind
{
    /// <summary>退出申请书，本人签名、单位盖章</summary>
    ExitLetter = 1,

    /// <summary>清退的证据</summary>
    RemovalEvidence,
}

/// <summary>A file that belongs to an exit or a removal: sealed, never changed. Its name is not kept, it may name people.</summary>
public sealed class PoolFile : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>The exit or the proposed removal.</summary>
    public required Guid SubjectId { get; init; }

    public required PoolFileKind Kind { get; init; }

    public required EvidenceType Type { get; init; }

    public required int Bytes { get; init; }

    public required Sealed Content { get; init; }
}

internal sealed class PoolFileTable : IEntityTypeConfiguration<PoolFile>
{
    public void Configure(EntityTypeBuilder<PoolFile> file)
    {
        file.ToTable("pool_files");
        file.HasOne<Membership>().WithMany().HasForeignKey(f => f.MembershipId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => f.SubjectId).IsUnique();
    }
}
