using LegalAid.Rules.Ranking;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Ranking;

/// <summary>
/// A published tri-colour list (三色清单) as the director recorded it: of one quarter, by a document, counting from its day until the next list counts.
/// Written once; a list recorded again for the same quarter corrects the earlier one, which stays.
/// </summary>
public sealed class ColourList : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required int Year { get; init; }

    public required int Quarter { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required DateOnly CountsFrom { get; init; }

    /// <summary>The last day it counts; null until the next list.</summary>
    public DateOnly? CountsTo { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    public List<ColouredMember> Members { get; init; } = [];

    public string Period => $"{Year}年第{Quarter}季度";
}

/// <summary>A member's colour on one list. Who is not ranked stands on none.</summary>
public sealed class ColouredMember : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid MembershipId { get; init; }

    public required Colour Colour { get; init; }
}

internal sealed class ColourListTable : IEntityTypeConfiguration<ColourList>
{
    public void Configure(EntityTypeBuilder<ColourList> list)
    {
        list.ToTable("colour_lists", table => table.HasCheckConstraint("ck_colour_lists_quarter", "quarter between 1 and 4 and (counts_to is null or counts_to >= counts_from)"));
        list.Property(l => l.DocumentNumber).HasMaxLength(60);
        list.HasOne<Office>().WithMany().HasForeignKey(l => l.OfficeId).OnDelete(DeleteBehavior.Restrict);
        list.HasIndex(l => new { l.OfficeId, l.CountsFrom });
    }
}

internal sealed class ColouredMemberTable : IEntityTypeConfiguration<ColouredMember>
{
    public void Configure(EntityTypeBuilder<ColouredMember> member)
    {
        member.HasOne<ColourList>().WithMany(l => l.Members).HasForeignKey(m => m.ListId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<Membership>().WithMany().HasForeignKey(m => m.MembershipId).OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => new { m.ListId, m.MembershipId }).IsUnique();
    }
}
