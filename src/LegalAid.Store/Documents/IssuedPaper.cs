using LegalAid.Store.Assignment;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Documents;

/// <summary>
/// An official paper as it stood when it got its number. It is printed from here for ever: whoever is renamed or corrected later, the paper says what it said.
/// Its text names people and is sealed like every personal value.
/// </summary>
public sealed class IssuedPaper : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Number { get; init; }

    public required DateTime IssuedAtUtc { get; init; }

    /// <summary>The composed paper as JSON.</summary>
    public required Sealed Content { get; init; }
}

internal sealed class IssuedPaperTable : IEntityTypeConfiguration<IssuedPaper>
{
    public void Configure(EntityTypeBuilder<IssuedPaper> paper)
    {
        paper.ToTable("issued_papers");
        paper.Property(p => p.Number).HasMaxLength(60);
        paper.HasOne<CaseAssignment>().WithMany().HasForeignKey(p => p.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => new { p.AssignmentId, p.Kind }).IsUnique();     // a paper is issued once
        paper.HasIndex(p => new { p.OfficeId, p.Number }).IsUnique();
    }
}
