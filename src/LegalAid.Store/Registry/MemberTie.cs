using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;
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

    /// <summary>本人或者近亲属的其他利害关系</summary>
    Interest,

    /// <summary>曾以公职身份处理某一事项</summary>
    FormerOfficial,

    /// <summary>值班时为某人提供法律帮助</summary>
    DutyHelp,
}

/// <summary>Something about a member that the conflict check has to know (利益关系): a near relative, an earlier post, a former name, another interest, a matter dealt with in office, duty help.</summary>
public sealed class MemberTie : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required TieKind Kind { get; init; }

    /// <summary>What the relative is to the member; null for the other kinds.</summary>
    public Relation? Relation { get; init; }

    /// <summary>The relative's name, the member's own former name, whom the interest is in, a party of the matter, or who was helped.</summary>
    public string? Name { get; init; }

    public Sealed? IdentityNumber { get; init; }

    /// <summary>Keyed hash of that person's identity number.</summary>
    public byte[]? IdentityIndex { get; init; }

    /// <summary>The organisation whose legal representative the relative is (CF-03).</summary>
    public string? Represents { get; init; }

    /// <summary>The court or procuratorate where the relative serves, or the member served (CF-11).</summary>
    public string? Authority { get; init; }

    /// <summary>离任日</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>The authority's number of the case or letter, as <see cref="Ties.MatterNumber"/> writes it.</summary>
    public string? MatterNumber { get; init; }

    /// <summary>The other side of a matter dealt with in office.</summary>
    public string? OtherParty { get; init; }

    public OfficialCapacity? Capacity { get; init; }

    public InterestKind? Interest { get; init; }

    /// <summary>The day of the duty help.</summary>
    public DateOnly? HelpedOn { get; init; }

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
        tie.Property(t => t.MatterNumber).HasMaxLength(60);
        tie.Property(t => t.OtherParty).HasMaxLength(60);
        tie.HasNameColumns(nameof(MemberTie.Name));
        tie.HasNameColumns(nameof(MemberTie.OtherParty));
        tie.HasIndex(t => new { t.OfficeId, t.MatterNumber }).HasFilter("matter_number is not null");
        tie.HasIndex(t => new { t.OfficeId, t.Kind });
    }
}
