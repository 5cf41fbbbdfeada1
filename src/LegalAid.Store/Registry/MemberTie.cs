using LegalAid.Rules.Recusals;
using LegalAid.Store.Search;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>What a tie is.</summary>
public enum TieKind
{
    /// <summary>近亲属</summary>
    Relative = 1,

    /// <summary>曾任法官、检察官</summary>
    FormerPost,

    /// <summary>本人曾用名</summary>
    FormerName,
}

/// <summary>Something about a member that the conflict check has to know (利益关系): a near relative, an earlier post as judge or prosecutor, a former name.</summary>
public sealed class MemberTie : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required TieKind Kind { get; init; }

    /// <summary>What the relative is to the member; null for the other kinds.</summary>
    public Relation? Relation { get; init; }

    /// <summary>The relative's name, or the member's own former name.</summary>
    public string? Name { get; init; }

    public Sealed? IdentityNumber { get; init; }

    /// <summary>Keyed hash of the relative's identity number.</summary>
    public byte[]? IdentityIndex { get; init; }

    /// <summary>The organisation whose legal representative the relative is (CF-03).</summary>
    public string? Represents { get; init; }

    /// <summary>The court or procuratorate where the relative serves, or the member served (CF-11).</summary>
    public string? Authority { get; init; }

    /// <summary>离任日</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>When it was taken back as entered by mistake or no longer so; the check does not see it any more.</summary>
    public DateTime? RemovedAtUtc { get; set; }
}

internal sealed class MemberTieTable : IEntityTypeConfiguration<MemberTie>
{
    public void Configure(EntityTypeBuilder<MemberTie> tie)
    {
        tie.Property(t => t.Name).HasMaxLength(60);
        tie.Property(t => t.Represents).HasMaxLength(60);
        tie.Property(t => t.Authority).HasMaxLength(60);
        tie.HasOne<Membership>().WithMany().HasForeignKey(t => t.MembershipId).OnDelete(DeleteBehavior.Restrict);
        tie.HasNameShape(nameof(MemberTie.Name));
        tie.HasIndex(t => new { t.OfficeId, t.Kind });
    }
}
