using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// A letter by which the centre's head lets another officer decide in the head's stead (授权书): what, from which day to which, under which number.
/// Never changed but for its early end, so that every decision taken under it can be looked up.
/// </summary>
public sealed class ActingAuthority : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The head in whose stead.</summary>
    public required Guid PrincipalId { get; init; }

    /// <summary>Who acts.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>The head, or the bureau when the head cannot.</summary>
    public required Guid GrantedById { get; init; }

    public required DateTime GrantedAtUtc { get; init; }

    public required string LetterNumber { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly LastDay { get; init; }

    public required bool DecidesProposals { get; init; }

    public required bool Revokes { get; init; }

    public required bool DecidesRecusals { get; init; }

    /// <summary>Null unless it was ended before its last day was over.</summary>
    public DateTime? EndedAtUtc { get; set; }

    public Guid? EndedById { get; set; }

    public string? EndReason { get; set; }
}

internal sealed class ActingAuthorityTable : IEntityTypeConfiguration<ActingAuthority>
{
    public void Configure(EntityTypeBuilder<ActingAuthority> authority)
    {
        authority.ToTable("acting_authorities", table =>
        {
            table.HasCheckConstraint("ck_acting_authorities_two_persons", "officer_id <> principal_id and officer_id <> granted_by_id");
            table.HasCheckConstraint("ck_acting_authorities_days", "last_day >= first_day");
        });
        authority.Property(a => a.LetterNumber).HasMaxLength(60);
        authority.Property(a => a.EndReason).HasMaxLength(300);
        authority.HasOne<Officer>().WithMany().HasForeignKey(a => a.OfficerId).OnDelete(DeleteBehavior.Restrict);
        authority.HasOne<Officer>().WithMany().HasForeignKey(a => a.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        authority.HasIndex(a => new { a.OfficeId, a.LetterNumber }).IsUnique();
        authority.HasIndex(a => new { a.OfficerId, a.LastDay });
    }
}
