using LegalAid.Rules.Intake;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A case that was under way before this program was used: counted as load and looked at in the conflict check.</summary>
public sealed class PriorMatter : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string CaseNumber { get; init; }

    public required CaseKind Kind { get; init; }

    public required CaseStage Stage { get; init; }

    public required string Recipient { get; init; }

    public required string Opponent { get; init; }

    public required Guid InstitutionId { get; init; }

    public required Guid MembershipId { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>How it ended, as the clerk wrote it.</summary>
    public string? ClosingNote { get; set; }

    /// <summary>When the closing was recorded here; null while it is open.</summary>
    public DateTime? ClosedAtUtc { get; set; }

    /// <summary>How often the handler had been changed when it was brought along (更换次数, BB-12.6).</summary>
    public int HandlerChanges { get; init; }
}

internal sealed class PriorMatterTable : IEntityTypeConfiguration<PriorMatter>
{
    public void Configure(EntityTypeBuilder<PriorMatter> matter)
    {
        matter.ToTable("prior_matters", table => table.HasCheckConstraint("ck_prior_matters_closed", "closed_on is null or closed_on >= assigned_on"));
        matter.Property(m => m.CaseNumber).HasMaxLength(30);
        matter.Property(m => m.ClosingNote).HasMaxLength(200);
        matter.Property(m => m.Recipient).HasMaxLength(60);
        matter.Property(m => m.Opponent).HasMaxLength(60);
        matter.HasOne<Institution>().WithMany().HasForeignKey(m => m.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<Membership>().WithMany().HasForeignKey(m => m.MembershipId).OnDelete(DeleteBehavior.Restrict);
        matter.HasIndex(m => new { m.OfficeId, m.CaseNumber }).IsUnique();
        matter.HasIndex(m => new { m.OfficeId, m.Recipient });
        matter.HasIndex(m => new { m.OfficeId, m.Opponent });
        matter.HasNameColumns(nameof(PriorMatter.Recipient));
        matter.HasNameColumns(nameof(PriorMatter.Opponent));
    }
}
