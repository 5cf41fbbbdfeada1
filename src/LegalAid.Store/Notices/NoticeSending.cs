using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Notices;

/// <summary>How far a sending has come.</summary>
public enum SendingStatus
{
    /// <summary>待发送</summary>
    Pending = 1,

    /// <summary>已发送：对方的服务器已经接收</summary>
    Sent,

    /// <summary>未能发出：已放弃，待人工处理</summary>
    Failed,
}

/// <summary>
/// One notice by one channel to one address. Its id is the key that goes along with every attempt: a program that dies between sending and marking it
/// sends it again under the same key, and whoever receives it knows that it is the same.
/// </summary>
public sealed class NoticeSending : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid NoticeId { get; init; }

    public Notice Notice { get; init; } = null!;

    /// <summary>One channel.</summary>
    public required NoticeChannels Channel { get; init; }

    /// <summary>Whose account the address is of; null for a number from the roster or a case.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>As it was when the sending was made.</summary>
    public required Sealed Address { get; init; }

    public required SendingStatus Status { get; set; }

    public int Attempts { get; set; }

    public required DateTime NextAtUtc { get; set; }

    public DateTime? SentAtUtc { get; set; }

    /// <summary>What the receiving server called it (回执号); the proof that it took it.</summary>
    public string? Proof { get; set; }

    /// <summary>Why the last attempt failed; never the address.</summary>
    public string? Fault { get; set; }
}

internal sealed class NoticeSendingTable : IEntityTypeConfiguration<NoticeSending>
{
    public void Configure(EntityTypeBuilder<NoticeSending> sending)
    {
        sending.Property(s => s.Proof).HasMaxLength(100);
        sending.Property(s => s.Fault).HasMaxLength(100);
        sending.HasOne(s => s.Notice).WithMany().HasForeignKey(s => s.NoticeId).OnDelete(DeleteBehavior.Restrict);
        sending.HasIndex(s => s.NextAtUtc).HasFilter("status = 'Pending'").HasDatabaseName("ix_notice_sendings_due");
        sending.HasIndex(s => new { s.OfficeId, s.Status, s.NextAtUtc });
        sending.HasIndex(s => s.NoticeId);
    }
}
